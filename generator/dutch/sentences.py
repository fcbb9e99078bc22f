"""Dates, times, money, lists and plurals as Dutch words. Knows nothing of activities."""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
NUMBERS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
ABBREVIATED = frozenset(["bijv.", "bv.", "o.a.", "e.o.", "enz.", "mgr.", "dr.", "st.", "nr.", "tel.", "ca.", "t/m."])


def day_month(day: date) -> str:
    """Return "24 december"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def full_date(day: date) -> str:
    """Return "24 december 2026"."""
    return f"{day_month(day)} {day.year}"


def weekday_date(day: date) -> str:
    """Return "donderdag 24 december"."""
    return f"{DAYS[day.weekday()]} {day_month(day)}"


def clock(moment: time) -> str:
    """Return "19.30" or "9.00": hours without a leading zero, as a Dutch reader writes them."""
    return f"{moment.hour}.{moment.minute:02d}"


def hours(start: time | None, end: time | None) -> str:
    """Return "van 10.00 tot 12.00 uur", "vanaf 10.00 uur", "tot 12.00 uur" or nothing; the last space does not break."""
    if start and end:
        return f"van {clock(start)} tot {clock(end)}\u00a0uur"
    if start:
        return f"vanaf {clock(start)}\u00a0uur"
    return f"tot {clock(end)}\u00a0uur" if end else ""


def euro(amount: Decimal) -> str:
    """Return "€ 2,50" or "€ 3": a space after the sign, cents only where there are any."""
    whole, cents = divmod(int(amount * 100), 100)
    return f"€\u00a0{whole},{cents:02d}" if cents else f"€\u00a0{whole}"


def listing(words: Sequence[str], last: str = "en") -> str:
    """Return "a", "a en b" or "a, b en c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, one: str, many: str) -> str:
    """Return "1 activiteit" or "12 activiteiten"; a thousand gets its point."""
    return f"{f'{number:,}'.replace(',', '.')} {one if number == 1 else many}"


def number_word(number: int) -> str:
    """Return a number up to twelve as a word, else in digits."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def capital(text: str) -> str:
    """Return the text with a capital first letter, and the rest as it was."""
    return text[:1].upper() + text[1:]


def sentences(text: str) -> tuple[str, ...]:
    """Split plain text into sentences; a point inside a number, a time or a usual abbreviation ends none."""
    found: list[str] = []
    current: list[str] = []
    for word in text.split():
        current.append(word)
        ends = word.rstrip("\"')»”").endswith((".", "!", "?"))
        if ends and word.lower() not in ABBREVIATED:
            found.append(" ".join(current))
            current = []
    if current:
        found.append(" ".join(current))
    return tuple(found)


def two_sentences(text: str) -> tuple[str, str]:
    """Return the first two sentences of a text, and the rest."""
    sentences = re.split(r"(?<=[.!?]) +", text.strip())
    return " ".join(sentences[:2]), " ".join(sentences[2:])


def paragraphs(text: str) -> tuple[str, ...]:
    """Split plain text at blank lines; single line ends become spaces."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return tuple(" ".join(block.split()) for block in blocks if block.strip())
