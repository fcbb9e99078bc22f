"""Web addresses lead where they seem to lead.

The parts are judged with urllib's parser after refusing what browsers read differently (backslashes, spaces, control
characters); pydantic's own type accepts ``https://buurthuis.nl@evil.example/``.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import SplitResult, urlsplit

from generator.catalogue import Catalogue, Entry, Loc
from generator.problems import Problem, quoted
from generator.rules.base import all_entries, problem, texts, warning
from generator.schema import UNKNOWN

CODES = {
    "A070": "Een webadres begint met https:// en heeft een gewone naam, zonder gebruiker, poort, IP-adres of gemengd schrift.",
    "A071": "Een bron begint liever met https:// dan met http://.",
}
FIELDS = frozenset({"website", "url", "repository", "adres"})
HOST = re.compile(r"[^\s/?#\\@:%_]+(\.[^\s/?#\\@:%_]+)+")


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each web address that is not plain https."""
    del today
    for entry in all_entries(catalogue):
        for loc, text in texts(entry.model):
            if loc[-1] in FIELDS and text != UNKNOWN and not (loc[-1] == "adres" and entry.id != "site"):
                yield from _link(entry, loc, text)


def _link(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    source = "bron" in loc
    if source and text.startswith("http://"):
        hint = "Kijk of het adres ook met https:// werkt."
        yield warning(entry, loc, "A071", f"{quoted(text)} is niet beveiligd.", hint)
        text = f"https://{text.removeprefix('http://')}"
    wrong = fault(text)
    if wrong:
        yield problem(entry, loc, "A070", f"{quoted(text)} {wrong[0]}", wrong[1])


def fault(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a web address and what to do, or None."""
    if not text.startswith("https://"):
        return "begint niet met https://.", "Neem het adres over uit de adresbalk van uw browser."
    if re.search(r"[\s\\<>\"'`{}|^]", text) or any(unicodedata.category(char).startswith("C") for char in text):
        return "heeft een teken dat niet in een webadres hoort.", "Neem het adres over uit de adresbalk van uw browser."
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "is geen goed webadres.", "Neem het adres over uit de adresbalk van uw browser."
    return _host_fault(parts, port)


def _host_fault(parts: SplitResult, port: int | None) -> tuple[str, str] | None:
    host = parts.hostname or ""
    if "@" in parts.netloc:
        return "heeft een @ voor de naam van de site.", "Haal alles tussen https:// en de @ weg."
    if port is not None or parts.netloc.endswith(":"):
        return "heeft een poortnummer.", "Haal de dubbele punt en het getal weg."
    if _is_address(host):
        return "is een IP-adres.", "Gebruik de naam van de site."
    if not HOST.fullmatch(host) or host.rstrip(".") != host:
        return "heeft geen gewone naam van een site.", "Neem het adres over uit de adresbalk van uw browser."
    if _mixed(host):
        return "mengt letters uit verschillende talen.", "Controleer het adres: misschien is het nagemaakt."
    return None


def _is_address(host: str) -> bool:
    if re.fullmatch(r"[\d.]+|0x[0-9a-f.x]+", host):
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _mixed(host: str) -> bool:
    """Tell whether the letters of a host name are not all Latin; a coded name is decoded first."""
    try:
        name = host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return True
    return any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN ") for char in name)
