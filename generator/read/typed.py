"""Days, times and prices as people type them, to what an entry says; what cannot be read for certain is left to a person.

Nothing here guesses: a text is read whole or not at all. ``None`` means that it was not understood.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from generator.dutch.sentences import DAYS, MONTHS
from generator.model.schema import GRATIS, UNKNOWN, Aanmelden

Moment = dict[str, Any]
UNKNOWN_WORDS = frozenset(
    ["", "?", "-", "onbekend", "nog navragen", "weet ik niet", "geen idee", "nnb", "n.n.b.", "nvt", "n.v.t."]
)
FREE = frozenset(
    ["gratis", "geen", "niets", "kosteloos", "geen kosten", "0", "€ 0", "€0", "vrij entree", "gratis toegang"]
)
YES = frozenset(["ja", "j", "x", "yes", "waar", "ok"])
NO = frozenset(["nee", "n", "no", "onwaar"])
SIGN_UP = {
    "niet": "niet-nodig", "niet nodig": "niet-nodig", "nee": "niet-nodig", "vrije inloop": "niet-nodig", "inloop": "niet-nodig",
    "ja": "nodig", "nodig": "nodig", "verplicht": "nodig", "eerste keer": "eerste-keer", "alleen de eerste keer": "eerste-keer",
}  # fmt: skip
ALWAYS = frozenset(["altijd", "altijd open", "hele dag", "dag en nacht"])

SHORT = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
DAY_WORDS = {
    **{f"{short}{end}": number for short, number in SHORT.items() for end in ("", ".")},
    **{f"{day}{end}": number for number, day in enumerate(DAYS) for end in ("", "en", "s")},
}
NTH = {
    "1e": "1", "1ste": "1", "eerste": "1", "2e": "2", "2de": "2", "tweede": "2", "3e": "3", "3de": "3", "derde": "3",
    "4e": "4", "4de": "4", "vierde": "4", "laatste": "laatste",
}  # fmt: skip
MONTH_WORDS = {
    **{month: number for number, month in enumerate(MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(MONTHS, 1)}, "mrt": 3,
}  # fmt: skip
PER = {
    "keer": "keer", "x": "keer", "les": "keer", "p.k.": "keer", "pk": "keer", "pp": "keer", "p.p.": "keer", "persoon": "keer",
    "middag": "keer", "avond": "keer", "ochtend": "keer", "maand": "maand", "p.m.": "maand", "pm": "maand", "mnd": "maand",
    "kwartaal": "kwartaal", "jaar": "jaar", "p.j.": "jaar", "pj": "jaar", "seizoen": "seizoen", "cursus": "cursus",
}  # fmt: skip

_DAY = "|".join(sorted(map(re.escape, DAY_WORDS), key=len, reverse=True))
_TIME = r"(?:[01]?\d|2[0-4])(?:[.:u]\d{2})?"
_HOURS = rf"(?:van|vanaf|om|tussen)?\s*({_TIME})\s*(?:u|uur|h)?(?:\s*(?:-|–|tot|t/m|en)\s*({_TIME})\s*(?:u|uur|h)?)?"
_ALL = re.compile(
    rf"(?:elke|iedere|alle|op|wekelijks(?: op)?|elke week(?: op)?)?\s*"
    rf"(?:(?P<nth>(?:{'|'.join(NTH)})(?:\s*(?:,|en|&|\+)\s*(?:{'|'.join(NTH)}))*)\s+)?"
    rf"(?P<days>(?:{_DAY})(?:\s*(?:,|/|en|&|\+|t/m|tot en met|-)\s*(?:{_DAY}))*)"
    rf"(?:\s+(?:v/d|vd|van de|van elke|per)\s+(?P<month>maand))?"
    rf"(?:\s*,?\s*(?P<hours>{_HOURS}))?\s*\.?",
)
_DATE = re.compile(
    rf"(?:(?:{_DAY})\s+)?(?:(?P<d>\d{{1,2}})[-/ ](?P<m>\d{{1,2}}|{'|'.join(MONTH_WORDS)})[-/ ](?P<y>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))"
    rf"(?:\s*,?\s*(?P<hours>{_HOURS}))?\s*\.?",
)


def plain(text: str) -> str:
    """Return a text in small letters with single spaces."""
    return " ".join(text.lower().replace("\u00a0", " ").split())


def is_unknown(text: str) -> bool:
    """Tell whether somebody wrote that they do not know."""
    return plain(text) in UNKNOWN_WORDS


def yes_or_no(text: str) -> str | None:
    """Return ja, nee or onbekend."""
    found = plain(text)
    if found in UNKNOWN_WORDS:
        return UNKNOWN
    return "ja" if found in YES else "nee" if found in NO else None


def sign_up(text: str) -> str | None:
    """Return niet-nodig, nodig, eerste-keer or onbekend; None where it cannot be read."""
    return UNKNOWN if is_unknown(text) else SIGN_UP.get(plain(text).rstrip("."))


def choice(text: str, options: type[StrEnum]) -> str | None:
    """Return one value of a value list by its word, its label or what people say for it; None where it cannot be read."""
    if options is Aanmelden:
        return sign_up(text)
    if is_unknown(text):
        return UNKNOWN
    found = plain(text)
    return next((str(one) for one in options if found in (plain(one), plain(getattr(one, "label", one)))), None)


def items(text: str) -> list[str]:
    """Return a list that somebody typed on one line: "Turks, Arabisch en Engels"."""
    return [part for part in re.split(r"\s*(?:[;,\n]|\ben\b)\s*", text.strip()) if part]


def number(text: str) -> str | None:
    """Return a whole number as it is written, "18" for "18 jaar" too; None where it cannot be read."""
    found = re.fullmatch(r"(\d{1,3})(?:\s*jaar)?", plain(text))
    return found[1] if found else UNKNOWN if is_unknown(text) else None


def when(text: str) -> str | list[Moment]:
    """Return ``wanneer`` of an entry: onbekend, or its moments. What no rule can say stays as it was typed (``tekst``)."""
    if is_unknown(text):
        return UNKNOWN
    if plain(text) in ALWAYS:
        return [{"altijd": "ja"}]
    moments: list[Moment] = []
    for part in re.split(r"\s*(?:;|\n|\s\+\s|\ben ook\b)\s*", text.strip()):
        found = _moment(plain(part))
        if found is None:
            return [{"tekst": " ".join(text.split())}]
        moments.append(found)
    return moments


def _moment(text: str) -> Moment | None:
    single = _DATE.fullmatch(text)
    if single:
        return _one_date(single)
    match = _ALL.fullmatch(text)
    if not match:
        return None
    days = list(dict.fromkeys(_days(match["days"])))
    if not days:
        return None
    found: Moment = {"elke": DAYS[days[0]] if len(days) == 1 else [DAYS[day] for day in sorted(days)]}
    if match["nth"]:
        weeks = [NTH[word] for word in re.split(r"\s*(?:,|en|&|\+)\s*", match["nth"])]
        found["week_van_de_maand"] = weeks
    elif match["month"]:
        return None  # "dinsdag van de maand" says not which
    hours = _hours(match["hours"])
    return None if hours is None else found | hours


def _one_date(match: re.Match[str]) -> Moment | None:
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
        else:
            month = MONTH_WORDS.get(match["m"]) or int(match["m"])
            day = date(int(match["y"]), month, int(match["d"]))
    except ValueError:
        return None
    hours = _hours(match["hours"])
    return None if hours is None else {"datum": day.isoformat()} | hours


def _days(text: str) -> Iterator[int]:
    """Yield the numbers of days in "ma, wo en vr" or "ma t/m vr"."""
    span = re.fullmatch(rf"({_DAY})\s*(?:t/m|tot en met|-)\s*({_DAY})", text)
    if span:
        first, last = DAY_WORDS[span[1]], DAY_WORDS[span[2]]
        yield from range(first, last + 1)
        return
    if re.search(r"t/m|tot en met|-", text):
        return  # a span among others: not certain what is meant
    for word in re.split(r"\s*(?:,|/|en\b|&|\+)\s*", text):
        if word:
            yield DAY_WORDS[word]


def _hours(text: str | None) -> Moment | None:
    """Return ``van`` and ``tot``, both onbekend where nothing was typed; None where the hours cannot be."""
    if not text or not text.strip():
        return {"van": UNKNOWN, "tot": UNKNOWN}
    match = re.fullmatch(_HOURS, text.strip())
    if not match:
        return None
    start, end = (_time(one) for one in match.groups())
    return None if start is None else {"van": start, "tot": end or UNKNOWN}


def _time(text: str | None) -> str | None:
    if text is None:
        return None
    hour, _, minute = re.sub("[:u]", ".", text).partition(".")
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return f"{int(hour)}.{minute or '00'}"


_AMOUNT = r"(?:€|eur|euro)?\s*(\d{1,4}(?:[.,]\d{1,2}|,-)?)\s*(?:euro|eur)?"
_PRICE = re.compile(
    rf"{_AMOUNT}\s*(?:(?:per|/|p)?\s*({'|'.join(sorted(map(re.escape, PER), key=len, reverse=True))}))?\s*\.?"
)


def price(text: str) -> str | list[dict[str, str]] | None:
    """Return ``kosten`` of an entry: gratis, onbekend or its prices; None where it cannot be read for certain."""
    if is_unknown(text):
        return UNKNOWN
    if plain(text) in FREE:
        return GRATIS
    free = re.match(r"(gratis|vrij entree|gratis toegang)\s*[,;.]\s*(.+)", plain(text))
    if free:
        more = re.fullmatch(rf"([a-z][a-z ]*?)\s+(?:kost\s+)?{_AMOUNT}\s*\.?", free[2])
        if not more:
            return None
        paid = {"bedrag_euro": _amount(more[2]), "per": "keer", "voor": more[1]}
        return [{"bedrag_euro": "0", "per": "keer", "voor": "meedoen"}, paid]
    prices = []
    for part in re.split(r"\s*(?:;|\bof\b|\n)\s*", plain(text)):
        match = _PRICE.fullmatch(part)
        if not match:
            return None
        prices.append({"bedrag_euro": _amount(match[1]), "per": PER[match[2]] if match[2] else "keer"})
    return prices


def _amount(text: str) -> str:
    whole, _, cents = text.replace(",-", "").replace(",", ".").partition(".")
    return f"{whole}.{cents.ljust(2, '0')}" if cents and int(cents) else whole
