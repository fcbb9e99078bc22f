"""Settings for whoever hosts the site: ``_headers`` (Netlify, Cloudflare), nginx and Caddy, all from one policy."""

from collections.abc import Iterable

from generator.model.addresses import EMBED
from generator.show.policy import ASSET_PATH, EMBED_PATH, Kind, headers

MOST_RULES = 100  # Cloudflare reads no more
NAMES = tuple(dict.fromkeys(name for kind in Kind for name in headers(kind)))


def headers_file(top: Iterable[str]) -> str:
    """Return ``_headers`` for a site whose first parts of addresses are ``top`` (``meppel/``, ``robots.txt``).

    Both hosts add up the rules that fit a path, and no rule can take a header away on Netlify. So each part gets a rule of
    its own. A site with more parts than Cloudflare reads gets Cloudflare's own way: a rule for all, which the rule for
    embedding takes back.
    """
    parts = sorted(set(top) - {EMBED})
    rules = ["/", *(f"/{part}*" if part.endswith("/") else f"/{part}" for part in parts)]
    lines = ["# Gemaakt door de Activiteitenwijzer. Netlify en Cloudflare lezen dit bestand."]
    if len(rules) < MOST_RULES:
        for rule in rules:
            lines += _rule(rule, headers(Kind.ASSET if rule == "/assets/*" else Kind.PAGE))
        lines += _rule(f"/{EMBED}*", headers(Kind.EMBED))
    else:
        lines[0] += " Bij zoveel gemeenten werkt het alleen bij Cloudflare; zie docs/hosten.md."
        common, embed = headers(Kind.PAGE), headers(Kind.EMBED)
        asset = headers(Kind.ASSET)["Cache-Control"]
        lines += _rule("/*", common)
        lines += ["/assets/*", "  ! Cache-Control", f"  Cache-Control: {asset}"]
        other = {name: value for name, value in embed.items() if common.get(name) != value}
        lines += [f"/{EMBED}*", *(f"  ! {name}" for name in common if embed.get(name) != common[name])]
        lines += [f"  {name}: {value}" for name, value in other.items()]
    return "\n".join(lines) + "\n"


def _rule(path: str, values: dict[str, str]) -> list[str]:
    return [path, *(f"  {name}: {value}" for name, value in values.items())]


def nginx() -> str:
    """Return a whole server for nginx. The headers stand once, in the server: a location with one of its own loses all others."""
    lines = [
        "# De Activiteitenwijzer achter nginx: zet dit bestand in /etc/nginx/conf.d/ en pas listen, server_name en root aan.",
        "# Zet geen add_header in een location: dan vervallen daar alle regels hieronder. Gemaakt met python -m scripts.docs.",
        "",
        "map $uri $wijzer_soort {",
        f"    default {Kind.PAGE};",
        f'    "~{EMBED_PATH}" {Kind.EMBED};',
        f'    "~{ASSET_PATH}" {Kind.ASSET};',
        "}",
    ]
    for name in NAMES:
        lines += [f"map $wijzer_soort ${_variable(name)} {{", f'    default "{headers(Kind.PAGE).get(name, "")}";']
        for kind in (Kind.EMBED, Kind.ASSET):
            value = headers(kind).get(name, "")
            if value != headers(Kind.PAGE).get(name, ""):
                lines.append(f'    {kind} "{value}";')
        lines.append("}")
    lines += [
        "",
        "server {",
        "    listen 127.0.0.1:8080;",
        "    server_name _;",
        "    root /srv/activiteitenwijzer;",
        "    index index.html;",
        "    charset utf-8;",
        "    server_tokens off;",
        "    absolute_redirect off;",
        "    error_page 404 /404.html;",
        "    gzip on;",
        "    gzip_types text/css text/javascript application/javascript application/json image/svg+xml text/calendar;",
        "",
        *(f"    add_header {name} ${_variable(name)} always;" for name in NAMES),
        "",
        "    location / {",
        "        try_files $uri $uri/ =404;",
        "    }",
        "    location = /_headers {",
        "        return 404;",
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _variable(name: str) -> str:
    return f"wijzer_{name.lower().replace('-', '_')}"


def caddy() -> str:
    """Return a whole Caddyfile."""
    page, embed, asset = (headers(kind) for kind in (Kind.PAGE, Kind.EMBED, Kind.ASSET))
    lines = [
        "# De Activiteitenwijzer achter Caddy: pas het adres en root aan. Gemaakt met python -m scripts.docs.",
        "http://127.0.0.1:8080 {",
        "    root * /srv/activiteitenwijzer",
        "    encode gzip",
        "",
        "    @inbedden path_regexp " + EMBED_PATH,
        "    @pagina not path_regexp " + EMBED_PATH,
        "    @vast path_regexp " + ASSET_PATH,
        "    @ander not path_regexp " + ASSET_PATH,
        "",
    ]
    for name in NAMES:
        if name == "Cache-Control":
            lines += [f'    header @ander {name} "{page[name]}"', f'    header @vast {name} "{asset[name]}"']
        elif page.get(name) == embed.get(name):
            lines.append(f'    header {name} "{page[name]}"')
        else:
            lines += [
                f'    header @{kind} {name} "{values[name]}"'
                for kind, values in ((Kind.PAGE, page), (Kind.EMBED, embed))
                if name in values
            ]
    lines += [
        "    header -Server",
        "",
        "    @instellingen path /_headers",
        "    error @instellingen 404",
        "    file_server",
        "    handle_errors {",
        *(f'        header {name} "{value}"' for name, value in page.items()),
        *(f"        header -{name}" for name in NAMES if name not in page),
        "        rewrite * /404.html",
        "        file_server",
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"
