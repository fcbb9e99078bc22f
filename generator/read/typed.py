"""Days, times and prices as people type them, to what an entry says; what cannot be read for certain is left to a person.

Nothing here guesses: a text is read whole or not at all. ``None`` means that it was not understood. The form on the site reads in the same
way, with these words and patterns (:func:`for_browser`); tests/typed.yml holds both to that.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from generator.dutch.sentences import DAYS, MONTHS, capital
from generator.model.outgoing import Fault, mail_fault, phone_fault, web_fault
from generator.model.schema import GRATIS, UNKNOWN, Aanmelden

Moment = dict[str, Any]
UNKNOWN_WORDS = frozenset(
    [
        *("", "?", "-", "onbekend", "nog navragen", "weet ik niet", "geen idee", "nnb", "n.n.b.", "nvt", "n.v.t."),
        *(
            "ntb",
            "n.t.b.",
            "nader te bepalen",
            "volgt",
            "volgt nog",
            "nog niet bekend",
            "niet bekend",
            "unknown",
            "tbd",
        ),
    ]
)
FREE = frozenset(
    ["gratis", "geen", "niets", "kosteloos", "geen kosten", "vrij entree", "gratis toegang", "free", "free of charge"]
)
YES = frozenset(["ja", "j", "x", "yes", "waar", "ok"])
NO = frozenset(["nee", "n", "no", "onwaar"])
SIGN_UP = {
    "niet": "niet-nodig",
    "niet nodig": "niet-nodig",
    "nee": "niet-nodig",
    "vrije inloop": "niet-nodig",
    "inloop": "niet-nodig",
    "ja": "nodig",
    "nodig": "nodig",
    "verplicht": "nodig",
    "eerste keer": "eerste-keer",
    "alleen de eerste keer": "eerste-keer",
}
ALWAYS = frozenset(["altijd", "altijd open", "hele dag", "dag en nacht"])
BY_APPOINTMENT = frozenset(["op afspraak", "na afspraak", "volgens afspraak", "in overleg", "op afspraak mogelijk"])
VOLUNTARY = frozenset(
    [
        "vrijwillig",
        "vrijwillige bijdrage",
        "vrije bijdrage",
        "vrije gift",
        "vrijwillige gift",
        "naar draagkracht",
        "donatie",
        "fooienpot",
    ]
)
PRO_MEMORIE = frozenset(["pm", "p.m."])  # as the whole text: to be filled in
ONLINE_WORDS = frozenset(["online", "op internet", "internet"])
CHANGING = frozenset(
    [
        "wisselend",
        "diverse locaties",
        "diverse plekken",
        "wisselende plek",
        "wisselende plekken",
        "wisselende locaties",
        "wisselende locatie",
        "verschillende plekken",
        "verschillende locaties",
        "steeds ergens anders",
    ]
)

EARLIEST = 6  # nothing begins before that
EVENING = 17  # from then on something may end past midnight
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
SHORT = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
DAY_WORDS = {
    **{f"{short}{end}": number for short, number in SHORT.items() for end in ("", ".")},
    **{f"{day}{end}": number for number, day in enumerate(DAYS) for end in ("", "en", "s")},
}
NTH = {
    "1e": "1",
    "1ste": "1",
    "eerste": "1",
    "2e": "2",
    "2de": "2",
    "tweede": "2",
    "3e": "3",
    "3de": "3",
    "derde": "3",
    "4e": "4",
    "4de": "4",
    "vierde": "4",
    "laatste": "laatste",
}
# Every one of some days, in one word.
SPANS = {
    **dict.fromkeys(["elke dag", "iedere dag", "alle dagen", "dagelijks"], range(7)),
    **dict.fromkeys(["doordeweeks", "werkdagen", "op werkdagen", "elke werkdag", "doordeweekse dagen"], range(5)),
}
# Behind a first day and a hyphen: what ends a week is no choice between two days ("ma-vr"). Of "di-do" nobody knows that.
LAST_OF_WEEK = frozenset([4, 5, 6])
# A part of a day behind its name ("dinsdagavond"), and between which hours it begins.
PARTS = {"ochtend": (5, 12), "morgen": (5, 12), "middag": (12, 18), "avond": (17, 24)}
# A month by its name, or by its first three letters or more.
MONTH_WORDS = {
    **{month[:end]: number for number, month in enumerate(MONTHS, 1) for end in range(3, len(month) + 1)},
    "mrt": 3,
}
PER = {
    "keer": "keer",
    "x": "keer",
    "les": "keer",
    "bijeenkomst": "keer",
    "p.k.": "keer",
    "pk": "keer",
    "middag": "keer",
    "avond": "keer",
    "ochtend": "keer",
    "maand": "maand",
    "p.m.": "maand",
    "pm": "maand",
    "mnd": "maand",
    "p/m": "maand",
    "kwartaal": "kwartaal",
    "jaar": "jaar",
    "p.j.": "jaar",
    "pj": "jaar",
    "p/j": "jaar",
    "seizoen": "seizoen",
    "cursus": "cursus",
}


def _any(words: dict[str, Any]) -> str:
    """Return a pattern of words, the longest first."""
    return "|".join(sorted((re.sub(r"([.])", r"\\\1", word) for word in words), key=lambda one: (-len(one), one)))


# What is bought beside something that is free. Other words ("contributie", "niet-leden") say who pays, or how often: that is read by a person.
CONSUMED = (
    *(
        "koffie",
        "thee",
        "koffie en thee",
        "koffie of thee",
        "koffie/thee",
        "lunch",
        "soep",
        "maaltijd",
        "eten",
        "drankje",
        "drinken",
    ),
    *("consumptie", "consumpties", "taart", "gebak", "borrel", "ontbijt", "hapje", "versnapering"),
)
# What makes free things not free: a number, or who pays something else.
CONDITION = r"\d|\b(?:niet-)?(?:lid|leden|lidmaatschap|contributie|eerste|daarna|betalen|betaalt|abonnement|pas|stadspas|inschrijfgeld|borg)\b"
# What stands behind "per" alone, and what needs no "per" before it: "10 keer" is no price.
ABBREVIATED_PER = ("p.k.", "pk", "p.m.", "pm", "mnd", "p/m", "p.j.", "pj", "p/j")
# Patterns that Python and a browser understand alike, but for the "P" of a named group.
_DAY = _any(DAY_WORDS)
_TIME = r"(?:[01]?\d|2[0-4])(?:[.:u]?[0-5]\d)?"
_HOUR = r"(?:u|uur|h)?"
# "van 10 tot 12", or "tussen 10 en 12": without "tussen" the word "en" could mean two times.
_HOURS = (
    rf"(?:tussen\s*({_TIME})\s*{_HOUR}\s*en\s*({_TIME})\s*{_HOUR}"
    rf"|(?:van|vanaf|om)?\s*({_TIME})\s*{_HOUR}(?:\s*(?:-|tot|t/m)\s*({_TIME})\s*{_HOUR})?)"
)
_NAMED_MONTH = rf"(?:{_any(MONTH_WORDS)})\.?"
_OFF = rf"(?:in\s+)?(?:{_NAMED_MONTH}|(?:de\s+)?schoolvakanties?)|(?:op\s+)?(?:de\s+)?feestdagen"
_MONTH = rf"\d{{1,2}}|(?:{_any(MONTH_WORDS)})\.?"
PATTERNS = {
    "tijd": rf"({_TIME})\s*{_HOUR}",
    "uren": _HOURS,
    "reeksen": rf"(?P<span>{_any(dict.fromkeys(sorted(SPANS)))})(?:\s*,?\s*(?P<hours>{_HOURS}))?"
    rf"(?:\s*,?\s*\(?(?:niet|behalve)\s+(?P<off>(?:{_OFF})(?:\s*(?:,|en|&|\+)\s*(?:{_OFF}))*)\)?)?\s*\.?",
    "moment": rf"(?:elke|iedere|alle|op|wekelijks(?: op)?|elke week(?: op)?)?\s*"
    rf"(?:(?P<nth>(?:{_any(NTH)})(?:\s*(?:,|en|&|\+)\s*(?:{_any(NTH)}))*)\s+)?"
    rf"(?P<days>(?:{_DAY})(?:\s*(?:,|/|en|&|\+|t/m|tm|tot en met|-)\s*(?:{_DAY}))*)(?P<part>{_any(PARTS)})?"
    rf"(?:\s+(?:v/d|vd|van de|van elke|per)\s+(?P<month>maand|mnd))?"
    rf"(?:\s*,?\s*(?P<hours>{_HOURS}))?"
    rf"(?:\s*,?\s*\(?(?:niet|behalve)\s+(?P<off>(?:{_OFF})(?:\s*(?:,|en|&|\+)\s*(?:{_OFF}))*)\)?)?\s*\.?",
    "vrij": r"(?:in|op|de)\s+",
    "datum": rf"(?:(?P<w>{_DAY})\s+)?(?:(?P<d>\d{{1,2}})[-/. ]+(?P<m>{_MONTH})[-/. ]+(?P<y>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))"
    rf"(?:\s*,?\s*(?P<hours>{_HOURS}))?\s*\.?",
    "maand": rf"(?P<m>{_MONTH})[-/. ]+(?P<y>(?:19|20)\d{{2}})|(?P<iso>(?:19|20)\d{{2}}(?:-\d{{2}})?)",
    "reeks": rf"({_DAY})\s*(?:t/m|tm|tot en met|-)\s*({_DAY})",
    "van_tot": r"t/m|tm|tot en met|-",
    "en": r"\s*(?:,|/|en\b|&|\+)\s*",
    "delen": r"\s*(?:;|\n|\s\+\s|\ben ook\b)\s*",
    "bedrag": r"(?:€|eur|euro)?\s*(\d{1,4}(?:[.,]\d{1,2}|,-)?)\s*(?:euro|eur)?",
    "kaal": r"(\d{1,4}(?:[.,]\d{1,2}|,-)?)",
    "gratis_en": r"(?:gratis|vrij entree|gratis toegang)\s*[,;.:]\s*(.+)",
    "vrijwillig_en": rf"(?:{_any(dict.fromkeys(sorted(VOLUNTARY)))})\s*[,;.:]\s*(.+)",
    "prijzen": r"\s*(?:;|\bof\b|\n)\s*",
    "lijst": r"\s*(?:[;,\n]|\ben\b)\s*",
    "adres": r"[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?",
    "getal": r"(\d{1,3})(?:\s*jaar)?",
}
# "p.p." says for whom, and not how often: € 75 a person may be for a year.
_PERSON = r"(?:(?:per\s+persoon|p\.?\s?p\.?|/\s*persoon)\s*[,/]?)?"
PATTERNS["prijs"] = (
    rf"{PATTERNS['bedrag']}\s*{_PERSON}\s*"
    rf"(?:(?:per|/|p\.?)\s*({_any(PER)})|({_any(dict.fromkeys(ABBREVIATED_PER))}))?\s*\.?"
)
PATTERNS["prijs_van"] = rf"({_any(dict.fromkeys(CONSUMED))})\s+(?:kost\s+)?{PATTERNS['bedrag']}\s*\.?"
OF_PRICES = frozenset(
    ["gratis_en", "vrijwillig_en", "prijs_van", "kaal"]
)  # the form asks for amounts, and reads no sentence of them
_COMPILED = {name: re.compile(pattern, re.ASCII) for name, pattern in PATTERNS.items()}


def for_browser() -> dict[str, Any]:
    """Return the words and patterns with which the form reads as this module does."""
    return {
        "dagen": DAY_WORDS,
        "maanden": MONTH_WORDS,
        "hoeveelste": NTH,
        "dagdelen": PARTS,
        "reeksen": {word: list(days) for word, days in SPANS.items()},
        "weekeinden": sorted(LAST_OF_WEEK),
        "vroegst": EARLIEST,
        "avond": EVENING,
        "per": PER,
        "onbekend": sorted(UNKNOWN_WORDS),
        "altijd": sorted(ALWAYS),
        "op_afspraak": sorted(BY_APPOINTMENT),
        "online": sorted(ONLINE_WORDS),
        "wisselend": sorted(CHANGING),
        "patronen": {
            name: pattern.replace("(?P<", "(?<") for name, pattern in PATTERNS.items() if name not in OF_PRICES
        },
    }


def simplified(text: str) -> str:
    """Return a text in small letters with single spaces, and with ordinary signs for those of a word processor."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(DASHES).lower().split())


def is_unknown(text: str) -> bool:
    """Tell whether somebody wrote that they do not know."""
    return simplified(text) in UNKNOWN_WORDS


def yes_or_no(text: str) -> str | None:
    """Return ja, nee or onbekend."""
    found = simplified(text)
    if found in UNKNOWN_WORDS:
        return UNKNOWN
    return "ja" if found in YES else "nee" if found in NO else None


def sign_up(text: str) -> str | None:
    """Return niet-nodig, nodig, eerste-keer or onbekend; None where it cannot be read."""
    return UNKNOWN if is_unknown(text) else SIGN_UP.get(simplified(text).rstrip("."))


def choice(text: str, options: type[StrEnum]) -> str | None:
    """Return one value of a value list by its word, its label or what people say for it; None where it cannot be read."""
    if options is Aanmelden:
        return sign_up(text)
    if is_unknown(text):
        return UNKNOWN
    found = simplified(text)
    return next(
        (str(one) for one in options if found in (simplified(one), simplified(getattr(one, "label", one)))), None
    )


def weekday(text: str) -> bool:
    """Tell whether a text is the name of a day of the week, or of some: "Maandag", "ma t/m vr"."""
    found = when(text)
    return isinstance(found, list) and "elke" in found[0] and found[0]["van"] == UNKNOWN


def items(text: str) -> list[str]:
    """Return a list that somebody typed on one line: "Turks, Arabisch en Engels"."""
    return [part for part in _COMPILED["lijst"].split(text.strip()) if part]


def number(text: str) -> str | None:
    """Return a whole number as it is written, "18" for "18 jaar" too; None where it cannot be read."""
    found = _COMPILED["getal"].fullmatch(simplified(text))
    return found[1] if found else UNKNOWN if is_unknown(text) else None


def day(text: str) -> str | None:
    """Return one day as 2026-12-24; None where it cannot be read, or does not exist."""
    found = _COMPILED["datum"].fullmatch(simplified(text))
    return None if found is None or found["hours"] else _day_of(found)


def day_of_source(text: str) -> str | None:
    """Return the day, the month or the year of a source ("2026-12-24", "2026-12", "2026"), or onbekend; None where it cannot be read."""
    if is_unknown(text):
        return UNKNOWN
    found = _COMPILED["maand"].fullmatch(simplified(text))
    if found is None:
        return day(text)
    if found["iso"]:
        return found["iso"] if _is_month(found["iso"][5:] or "1") else None
    month = _month(found["m"])
    return f"{found['y']}-{month:02}" if _is_month(str(month)) else None


def _is_month(text: str) -> bool:
    return 1 <= int(text) <= len(MONTHS)


def time(text: str, *, end: bool = False) -> str | None:
    """Return a time as 19.30; None where it cannot be read. Only where something ends it may be 24.00, which is 0.00."""
    found = _COMPILED["tijd"].fullmatch(simplified(text))
    return _time(found[1], end=end) if found else None


def when(text: str) -> str | list[Moment]:
    """Return ``wanneer`` of an entry: onbekend, or its moments. What no rule can say stays as it was typed (``tekst``)."""
    if is_unknown(text):
        return UNKNOWN
    if simplified(text).rstrip(".") in ALWAYS:
        return [{"altijd": "ja"}]
    if simplified(text).rstrip(".") in BY_APPOINTMENT:
        return [{"op_afspraak": "ja"}]
    moments: list[Moment] = []
    for part in _COMPILED["delen"].split(text.strip().lower()):
        found = _moment(simplified(part))
        if found is None:
            return [{"tekst": " ".join(text.split())}]
        moments.append(found)
    return moments


def _moment(text: str) -> Moment | None:
    single = _COMPILED["datum"].fullmatch(text)
    if single:
        day_, hours = _day_of(single), _hours(single["hours"])
        return None if day_ is None or hours is None else {"datum": day_} | hours
    span = _COMPILED["reeksen"].fullmatch(text)
    if span:
        hours = _hours(span["hours"])
        found = [DAYS[day] for day in SPANS[span["span"]]]
        return None if hours is None else {"elke": found} | hours | _skipped(span["off"])
    return _repeated(text)


def _repeated(text: str) -> Moment | None:
    """Return a day of the week that comes back."""
    match = _COMPILED["moment"].fullmatch(text)
    if not match:
        return None
    days = list(dict.fromkeys(_days(match["days"])))
    if not days:
        return None
    found: Moment = {"elke": DAYS[days[0]] if len(days) == 1 else [DAYS[day] for day in sorted(days)]}
    if match["nth"]:
        found["week_van_de_maand"] = [NTH[word] for word in _COMPILED["en"].split(match["nth"])]
    elif match["month"]:
        return None  # "dinsdag van de maand" says not which
    hours = _hours(match["hours"])
    if hours is None or not _fits(match["part"], days, hours["van"]):
        return None
    return found | hours | _skipped(match["off"])


def _fits(part: str | None, days: list[int], start: str) -> bool:
    """Tell whether what is typed behind a day ("dinsdagavond") is what its hours say: then nothing is lost without it."""
    if not part:
        return True
    first, last = PARTS[part]
    return len(days) == 1 and start != UNKNOWN and first <= int(start.partition(".")[0]) < last


def _skipped(text: str | None) -> Moment:
    """Return ``niet_in`` and ``behalve`` for "juli, augustus en de schoolvakanties"."""
    found: Moment = {}
    for part in _COMPILED["en"].split(text or ""):
        word = _COMPILED["vrij"].sub("", part).rstrip(".")
        if word in MONTH_WORDS:
            found.setdefault("niet_in", []).append(MONTHS[MONTH_WORDS[word] - 1])
        elif word:
            found.setdefault("behalve", []).append("feestdagen" if word.startswith("feest") else "schoolvakanties")
    return {name: list(dict.fromkeys(words)) for name, words in found.items()}


def months(text: str) -> list[str] | None:
    """Return the months in "juli en augustus" by their names; None where one of them is no month."""
    parts = [part.rstrip(".") for part in _COMPILED["en"].split(simplified(text)) if part]
    known = all(part in MONTH_WORDS for part in parts)
    return [MONTHS[MONTH_WORDS[part] - 1] for part in parts] if parts and known else None


def _day_of(match: re.Match[str]) -> str | None:
    try:
        if match["iso"]:
            found = date.fromisoformat(match["iso"])
        else:
            found = date(int(match["y"]), _month(match["m"]), int(match["d"]))
    except ValueError:
        return None
    agrees = not match["w"] or DAY_WORDS[match["w"]] == found.weekday()
    return found.isoformat() if agrees else None  # a Monday that is a Thursday is not certain


def _month(text: str) -> int:
    return MONTH_WORDS.get(text.rstrip(".")) or int(text)


def _days(text: str) -> Iterator[int]:
    """Yield the numbers of days in "ma, wo en vr" or "ma t/m vr"; none where it is not certain which: "di-do" may be two or three."""
    span = _COMPILED["reeks"].fullmatch(text)
    if span:
        first, last = DAY_WORDS[span[1]], DAY_WORDS[span[2]]
        certain = "-" not in text or last == first + 1 or (first == 0 and last in LAST_OF_WEEK)
        yield from range(first, last + 1) if certain else ()
        return
    if _COMPILED["van_tot"].search(text):
        return  # a span among others: not certain what is meant
    for word in _COMPILED["en"].split(text):
        if word:
            yield DAY_WORDS[word]


def _hours(text: str | None) -> Moment | None:
    """Return ``van`` and ``tot``, both onbekend where nothing was typed; None where the hours cannot be."""
    if not text or not text.strip():
        return {"van": UNKNOWN, "tot": UNKNOWN}
    match = _COMPILED["uren"].fullmatch(text.strip())
    if not match:
        return None
    first, last = match[1] or match[3], match[2] or match[4]
    start = _time(first, end=False)
    end = _time(last, end=True) if last else UNKNOWN
    if start is None or end is None or not _plausible(first, start, end):
        return None
    return {"van": start, "tot": end}


def _plausible(typed: str, start: str, end: str) -> bool:
    """Tell whether hours are certain: "2-4" may be in the afternoon, and "10-1" ends at noon."""
    hour = int(start.partition(".")[0])
    if hour < EARLIEST or (hour <= EARLIEST + 1 and typed.isdigit() and len(typed) <= len("06")):
        return False
    last = hour if end == UNKNOWN else int(end.partition(".")[0])
    return last >= hour or last == 0 or hour >= EVENING


def _time(text: str, *, end: bool) -> str | None:
    digits = re.sub(r"\D", "", text)
    parted = re.split(r"\D", text)
    if len(parted) > 1:
        hour, minute = parted
    else:
        hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if (int(hour), int(minute)) == (24, 0) and end:
        return "0.00"
    return f"{int(hour)}.{minute}" if int(hour) <= 23 else None


def price(text: str) -> str | dict[str, str] | list[dict[str, str]]:
    """Return ``kosten`` of an entry: gratis (with what belongs to it), a voluntary contribution, onbekend or its prices.

    What no price can say stays as it was typed (``tekst``): also an amount of which nobody says what it buys, "€ 40". What stands behind
    "gratis" and is no price is kept beside it.
    """
    plain = simplified(text)
    if plain in UNKNOWN_WORDS | PRO_MEMORIE:
        return UNKNOWN
    if plain in FREE:
        return GRATIS
    found = _free(text, plain)
    if found:
        return found
    read = prices(text)
    if read and [one["bedrag_euro"] for one in read] == ["0"]:
        return GRATIS
    if read and all("per" in one for one in read):
        return read
    bare = _COMPILED["kaal"].fullmatch(plain)
    return {"tekst": f"€ {_amount(bare[1]).replace('.', ',')}" if bare else " ".join(text.split())}


def prices(text: str) -> list[dict[str, str]] | None:
    """Return the amounts in "€ 4 per keer of € 30 per kwartaal", without ``per`` where that is not said; None where it cannot be read."""
    found = []
    for part in _COMPILED["prijzen"].split(text.strip().lower()):
        match = _COMPILED["prijs"].fullmatch(simplified(part))
        if not match:
            return None
        per = match[2] or match[3]
        found.append({"bedrag_euro": _amount(match[1]), **({"per": PER[per]} if per else {})})
    return found


def _free(text: str, plain: str) -> dict[str, str] | list[dict[str, str]] | None:
    """Return what is voluntary, or free with something beside it; None for what is neither. ``plain`` is the text simplified."""
    if plain.rstrip(".") in VOLUNTARY:
        return {"vrijwillig": "ja"}
    voluntary = _COMPILED["vrijwillig_en"].fullmatch(plain)
    if voluntary:
        return {"vrijwillig": "ja", "toelichting": _as_typed(text, voluntary[1])}
    free = _COMPILED["gratis_en"].fullmatch(plain)
    if not free:
        return None
    paid = _COMPILED["prijs_van"].fullmatch(free[1])
    if not paid and re.search(CONDITION, free[1]):
        return None  # "gratis, niet-leden € 3" is not free
    if not paid:
        return {"gratis": "ja", "toelichting": _as_typed(text, free[1])}
    return [
        {"bedrag_euro": "0", "per": "keer", "voor": "meedoen"},
        {"bedrag_euro": _amount(paid[2]), "per": "keer", "voor": paid[1]},
    ]


def _as_typed(text: str, rest: str) -> str:
    """Return the end of a text of which ``rest`` is the simplified form, with its capitals and as a sentence."""
    spelled = " ".join(text.split())
    found = spelled[-len(rest) :]
    return capital(found if found.lower() == rest else rest)


def address(text: str) -> str:
    """Return an address as a file has it: people leave out its beginning."""
    return f"https://{text}" if _COMPILED["adres"].fullmatch(text) else text


# What may be a number, a mail address or a web address in a cell with more in it.
_PARTS: dict[str, tuple[str, Callable[[str], Fault | None]]] = {
    "telefoon": (r"\+?\(?\d[\d\s().-]{5,}\d", phone_fault),
    "email": (r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", mail_fault),
    "website": (r"(?<![@\w.-])(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/[^\s;,)]*)?", web_fault),
}


def reach(kind: str, text: str) -> str:
    """Return the number or address in a cell of ``telefoon``, ``email`` or ``website``: the first that is right; nothing where none is.

    "0522-24 64 15 (Jan)" gives the number, "Jan <info@koor.example>" the address; what is left over is for the caller to tell.
    """
    pattern, fault = _PARTS[kind]
    whole = address(text) if kind == "website" else text
    if not fault(whole):
        return whole
    found = (address(part) if kind == "website" else part.strip() for part in re.findall(pattern, text))
    return next((part for part in found if not fault(part)), "")


def reach_fault(kind: str, text: str) -> str:
    """Return what is wrong with a number or an address, with the remedy."""
    return " ".join(_PARTS[kind][1](text) or ())


def is_address(text: str) -> bool:
    """Tell whether a source is an address of a page, and not words for something else: "www.voorbeeld.nl", and not "een folder"."""
    return not re.search(r"\s", text) and bool(re.search(r"[./:@]", text))


def _amount(text: str) -> str:
    whole, _, cents = text.replace(",-", "").replace(",", ".").partition(".")
    return f"{whole}.{cents.ljust(2, '0')}" if cents and int(cents) else whole
