"""Looks whether the web addresses in the content still lead where they led; only the monthly workflow runs this.

usage: python -m scripts.links [CONTENT]

Prints Markdown with what a person must look at: an address that is gone, that leads to another site, or to a parked page. It never
fails a run: somebody else's server is no fault of a volunteer.
"""

import re
import ssl
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import yaml

TIMEOUT = 20  # seconds a server gets
AT_ONCE = 8
READ = 60_000  # bytes of a page that are looked at
AGENT = "Activiteitenwijzer-links/1 (controle van een lijst met activiteiten)"
GONE = frozenset([404, 410])
# What stands on a page that somebody only keeps to sell the name.
PARKED = re.compile(
    r"(domain (is )?for sale|this domain (may be|is) for sale|buy this domain|domein (is )?te koop|deze domeinnaam is (te koop|geregistreerd)"
    r"|domain (is )?parked|parkingcrew|sedoparking|hugedomains|dan\.com/buy)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What must be looked at: the address, what is the matter, and the files that name it."""

    url: str
    what: str
    files: tuple[str, ...]


def addresses(content: Path) -> dict[str, list[str]]:
    """Return every web address in the content, with the files that name it."""
    found: dict[str, list[str]] = {}
    for path in sorted(content.rglob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts
        for url in dict.fromkeys(_urls(data)):
            found.setdefault(url, []).append(path.as_posix())
    return found


def _urls(value: object) -> Iterable[str]:
    if isinstance(value, str):
        if re.fullmatch(r"https?://\S+", value):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _urls(one)
    elif isinstance(value, list):
        for one in value:
            yield from _urls(one)


def look(url: str) -> str:
    """Return what is the matter with an address, or nothing. A server that is slow or shy is left alone."""
    request = Request(url, headers={"User-Agent": AGENT, "Accept": "text/html,*/*"})  # noqa: S310 - only http and https
    try:
        with urlopen(request, timeout=TIMEOUT, context=ssl.create_default_context()) as answer:  # noqa: S310 - as above
            text = answer.read(READ).decode("utf-8", "replace")
            last = answer.url
    except (OSError, HTTPException, ValueError) as error:
        return _failed(error)
    if _site(last) != _site(url):
        return f"leidt nu naar een andere site: {last}"
    return "lijkt een pagina die te koop staat" if PARKED.search(text) else ""


def _failed(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return f"de pagina is er niet meer ({error.code})" if error.code in GONE else ""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "het certificaat klopt niet"
    quiet = isinstance(reason, TimeoutError) or not isinstance(error, URLError)
    return "" if quiet else "er antwoordt niemand op dit adres"


def _site(url: str) -> str:
    """Return the part of a host that somebody registers, without its www and other first parts."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return ".".join(host.split(".")[-2:])


def findings(content: Path) -> list[Finding]:
    """Look at every address, a few at once, and return what must be looked at."""
    named = addresses(content)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = dict(zip(named, pool.map(look, named), strict=True))
    return [Finding(url, what, tuple(named[url])) for url, what in told.items() if what]


def report(found: Iterable[Finding]) -> str:
    """Return the findings as Markdown."""
    lines = [
        f"- [ ] <{one.url}> {one.what}\n  - staat in {', '.join(f'`{file}`' for file in one.files)}" for one in found
    ]
    if not lines:
        return "## Links\n\nElke link leidt nog waar zij leidde, voor zover de servers antwoordden.\n"
    return "## Links die iemand moet bekijken\n\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(findings(Path(sys.argv[1] if len(sys.argv) > 1 else "content"))))
