"""The texts of a row made ready: links behind words, how people are reached, an address in parts; whatever is left out is said."""

import re
from collections.abc import Iterator, Mapping

from generator.dutch import places
from generator.model.addresses import slug
from generator.model.outgoing import costs_extra, is_mobile
from generator.read import typed
from generator.read.headings import PEOPLE
from generator.read.names import Names, Where, WrongRowError
from generator.read.table import DITTO, Row

CONTACT = ("telefoon", "email", "website")
NAMES = ("organisatie", "locatie")  # what must have a letter or a digit, or nobody knows it
NONE = frozenset(
    [
        *(
            "geen",
            "n.b.",
            "nb",
            "div.",
            "diverse",
            "divers",
            "none",
            "0",
            "n/a",
            "na",
            "nan",
            "x",
            "xx",
            "xxx",
            "leeg",
            "nvt.",
            "n v t",
        ),
        *("niet van toepassing", "onbekend.", "onwaar", "waar", "zie website", "vervalt", "vervallen", *DITTO),
    ]
)
NAMELESS = "zonder-naam"


def tidied(row: Row, values: dict[str, str], notes: list[str]) -> None:
    """Put right what stands beside or behind the texts of a row, in place."""
    _linked(row, values, notes)
    columns = [cell.column for cell in row.cells]
    # A number is that of a house where it stands behind the street.
    beside = "adres" in columns and columns[columns.index("adres") + 1 :][:1] == ["nummer"]
    if beside and not re.search(r"\d", values.get("adres", "1")):
        values["adres"] = f"{values['adres']} {values['nummer']}"
    for name in NAMES:
        text = values.get(name, "")
        if text and (slug(text) == NAMELESS or typed.simplified(text) in NONE):
            notes.append(f'{name}: "{text}" is geen naam; het is onbekend gelaten.')
            del values[name]
    _address(values, notes)


def _linked(row: Row, values: dict[str, str], notes: list[str]) -> None:
    """Read the address behind a word where an address is asked for; of any other it is said."""
    for name, link in row.links:
        address = re.sub(r"^(?:mailto|tel):", "", link).partition("?")[0] if re.match("(?:mailto|tel):", link) else link
        text = values.get(name, "")
        if name in (*CONTACT, "bron"):
            if text and not typed.is_address(text):
                values[name] = address
                notes.append(f'{name}: achter "{text}" staat {address}; dat is gelezen.')
        else:
            notes.append(f'{name}: achter "{text}" staat de link {address}. Is dat de bron? Zet het in de kolom bron.')


def _address(values: dict[str, str], notes: list[str]) -> None:
    """Put an address together: a house number of its own column, a location on several lines, a location that has no name but its street."""
    town = re.fullmatch(r"(\d{4}\s?[A-Za-z]{2})\s+(\D+)", values.get("plaats", ""))
    if town:
        values["plaats"] = town[2]
        values.setdefault("postcode", town[1])
    street = values.get("adres", "")
    first, _, more = values.get("locatie", "").partition("\n")
    if more.strip():
        values["locatie"] = first.strip()
        rest = " ".join(more.split())
        if not street and re.search(r"\d", rest):
            values["adres"] = rest
        notes.append(f'locatie: "{first.strip()}" is als naam gelezen, en "{rest}" als adres.')
    if values.get("adres") and typed.is_unknown(values.get("locatie", "")):
        values["locatie"] = values["adres"]
        notes.append(f'locatie: de plek heeft geen naam; zij heet naar haar adres, "{values["adres"]}".')
    elif typed.is_unknown(values.get("locatie", "")):
        notes += [
            f'{name}: "{values[name]}" is niet opgeslagen, want er is geen plek bij.'
            for name in ("postcode", "plaats")
            if values.get(name)
        ]


def elsewhere(values: Mapping[str, str], where: Where, names: Names) -> Iterator[str]:
    """Yield why a row may lie somewhere else: its town or its postcode is known to lie in another municipality."""
    town, postcode = values.get("plaats", ""), values.get("postcode", "")
    try:
        other = names.municipality(town).id if town else where.id
    except WrongRowError:
        other = where.id
    if other != where.id:
        yield f'plaats: "{town}" ligt niet in {where.id}, maar in {other}. Welke van de twee klopt?'
    number = re.match(r"\d{4}", postcode)
    there = places.postcodes().get(where.code, ())
    if number and there and int(number[0]) not in there:
        yield f'postcode: "{postcode}" ligt niet in {where.id}. Welke van de twee klopt?'


def contact(values: Mapping[str, str], notes: list[str]) -> dict[str, str]:
    """Return how the organisation is reached; what is no number or address is said, and so is what stood beside it."""
    found: dict[str, str] = {}
    for kind in CONTACT:
        text = values.get(kind, "")
        if typed.is_unknown(text):
            continue
        read = typed.reach(kind, text)
        if not read:
            notes.append(f'{kind}: "{text}" {typed.reach_fault(kind, text)} Dit is weggelaten.')
            continue
        found[kind] = read
        if read not in (text, typed.address(text)):
            notes.append(f'{kind}: uit "{text}" is {read} gelezen. De rest is weggelaten.')
    for name in PEOPLE:
        text = values.get(name, "")
        more = dict(_of_people(text, found)) if text else {}
        found |= more
        notes += [f'{name}: uit "{text}" is {read} gelezen. De rest is weggelaten.' for read in more.values()]
        if text and not more:
            why = (
                "namen van mensen komen niet op de site"
                if name == "contactpersoon"
                else "er staat geen nummer of adres in"
            )
            notes.append(f'{name}: "{text}" is niet opgeslagen: {why}.')
    return found


def _of_people(text: str, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield how to reach somebody, out of a text with a name in it: no number that may be their own, and nothing that only looks like an address."""
    for kind in CONTACT:
        read = typed.reach(kind, text) if kind not in found else ""
        private = kind == "telefoon" and read and (is_mobile(read) or costs_extra(read))
        looks = kind == "website" and not re.search(r"https?://|\bwww\.", text)
        if read and not private and not looks:
            yield kind, read
