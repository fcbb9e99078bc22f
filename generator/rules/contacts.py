"""Telephone numbers and mail addresses: right, and not somebody's own."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.catalogue import Catalogue, Entry, Loc
from generator.problems import Problem, quoted
from generator.rules.base import all_entries, problem, texts, warning
from generator.schema import UNKNOWN, Safety, Welzijnscoach

CODES = {
    "A080": "Een telefoonnummer bestaat in Nederland.",
    "A081": "Een telefoonnummer is niet van een mobiele telefoon van een persoon.",
    "A082": "Een mailadres is goed geschreven.",
    "A083": "Een mailadres is van de organisatie, niet van een gratis maildienst.",
    "A084": "Een naam van een persoon staat er alleen met een dag van toestemming.",
}
MUNICIPAL = re.compile(r"14 ?0\d{2,3}")
FREE_MAIL = frozenset(
    [
        "gmail.com",
        "hotmail.com",
        "hotmail.nl",
        "outlook.com",
        "live.nl",
        "live.com",
        "icloud.com",
        "yahoo.com",
        "home.nl",
        "ziggo.nl",
        "kpnmail.nl",
        "planet.nl",
        "xs4all.nl",
        "casema.nl",
        "chello.nl",
        "hetnet.nl",
        "upcmail.nl",
        "online.nl",
        "telfort.nl",
        "tele2.nl",
    ]
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for a wrong number or address, and a warning for a private one."""
    del today
    for entry in all_entries(catalogue):
        for loc, text in texts(entry.model):
            if loc[-1] == "telefoon" and not isinstance(entry.model, Safety):  # 112 is no organisation's; see A036
                yield from _phone(entry, loc, text)
            elif loc[-1] in ("email", "mail") and text != UNKNOWN:
                yield from _mail(entry, loc, text)
        yield from _names(entry)


def _phone(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    import phonenumbers  # noqa: PLC0415 - its tables take a quarter of a second, and most runs read the cache

    if MUNICIPAL.fullmatch(text):
        return
    try:
        number = phonenumbers.parse(text, "NL")
        valid = phonenumbers.is_valid_number(number)
    except phonenumbers.NumberParseException:
        valid = False
    if text == UNKNOWN:
        hint = "Weet u het nummer niet? Haal deze regel dan weg."
        yield problem(entry, loc, "A080", "een nummer dat onbekend is, hoeft er niet te staan.", hint)
    elif not valid:
        hint = "Schrijf een nummer met tien cijfers, zoals 0522 123 456."
        yield problem(entry, loc, "A080", f"{quoted(text)} is geen Nederlands telefoonnummer.", hint)
    elif phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE:
        hint = "Gebruik het nummer van de organisatie. Kan dat niet? Vraag of dit nummer op de site mag."
        yield warning(entry, loc, "A081", f"{quoted(text)} is een mobiel nummer.", hint)


def _mail(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - as above

    try:
        address = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        hint = "Een mailadres is een naam, een @ en de naam van een site, zoals info@voorbeeld.nl."
        yield problem(entry, loc, "A082", f"{quoted(text)} is geen mailadres.", hint)
        return
    if address.domain in FREE_MAIL:
        hint = "Gebruik het adres van de organisatie. Kan dat niet? Vraag of dit adres op de site mag."
        yield warning(entry, loc, "A083", f"{quoted(text)} kan van een persoon zijn.", hint)


def _names(entry: Entry[Any]) -> Iterator[Problem]:
    coaches: list[tuple[Loc, Welzijnscoach]] = []
    for index, coach in enumerate(getattr(entry.model, "welzijnscoaches", ())):
        coaches.append((("welzijnscoaches", index), coach))
    if getattr(entry.model, "welzijnscoach", None):
        coaches.append((("welzijnscoach",), entry.model.welzijnscoach))
    for loc, coach in coaches:
        if coach.naam and not coach.toestemming:
            hint = "Vraag of de naam op de site mag en schrijf toestemming met de dag, of haal de naam weg."
            yield problem(entry, (*loc, "naam"), "A084", "een naam mag er alleen met toestemming staan.", hint)
