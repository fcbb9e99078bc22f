"""The base of all models, and the plain types that authors' strings become.

Every value arrives as a string, a tuple or a mapping. The types here turn strings into dates, times and money, and
raise :class:`pydantic_core.PydanticCustomError` with a type that ``messages`` knows; no model sees the clock.
"""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints

from generator.model.schema.notation import (
    DATE,
    EURO,
    FAULT,
    PARTIAL_DATE,
    POSTCODE,
    TIME,
    UNKNOWN,
    Onbekend,
    WithoutDoubles,
    number,
    read_by,
    unknown_or,
    wrong,
)

NOTHING = frozenset({"~", "null", "Null", "NULL"})  # how YAML writes that nothing stands there
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Model(BaseModel):
    """What an author may write: strict, frozen, no field that is not known. A field's ``title`` is what it means in English."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("geen_tekst")
    text = value.strip()
    if not text or text in NOTHING:
        raise wrong("leeg")
    return text


def parse_date(value: Any) -> date:
    """Read ``2026-12-24``; the error names the last day of the month for 30 February."""
    text = _text(value)
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    if not match:
        raise wrong("datum_vorm", gegeven=text)
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise wrong("datum_bestaat_niet", gegeven=text) from None


def parse_partial_date(value: Any) -> str:
    """Read the date of a source as far as it is known: ``2025-01-15``, ``2025-01`` or ``2025``."""
    text = _text(value)
    match = re.fullmatch(r"(19|20)\d{2}(-\d{2}){0,2}", text, re.ASCII)
    if not match:
        raise wrong("brondatum", gegeven=text)
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        raise wrong("datum_bestaat_niet", gegeven=text) from None
    return text


def parse_time(value: Any) -> time:
    """Read ``19.30`` or ``9.30``, hours 0 to 23; ``19:30`` is refused so that there is one way to write a time."""
    text = _text(value)
    match = re.fullmatch(r"(\d{1,2})\.(\d{2})", text, re.ASCII)
    if not match:
        raise wrong("tijd_vorm", gegeven=text)
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise wrong("tijd_bestaat_niet", gegeven=text)
    return time(hour, minute)


def parse_euro(value: Any) -> Decimal:
    """Read an amount in euros: ``3``, ``2.50`` or ``2,50``; from 0 to 9999.99."""
    text = _text(value).replace(",", ".")
    if not re.fullmatch(r"\d{1,4}(\.\d{2})?", text, re.ASCII):
        raise wrong("bedrag", gegeven=_text(value))
    return Decimal(text)


def whole(low: int, high: int) -> Callable[[Any], int]:
    """Return a reader of whole numbers from ``low`` to ``high``."""

    def parse(value: Any) -> int:
        text = _text(value)
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not low <= int(text) <= high:
            raise wrong("getal", gegeven=text, laag=str(low), hoog=str(high))
        return int(text)

    return parse


FEWEST: Final = 5  # people: a number below it could tell who somebody is
FEW: Final = "minder-dan-5"
LEFT_OUT: Final = "weggelaten"  # what would tell a number below it


def parse_amount(value: Any) -> int | str:
    """Read a number of people: from five on, or that it is fewer, or that it was left out."""
    text = _text(value)
    if text in (FEW, LEFT_OUT):
        return text
    if re.fullmatch(r"\d{1,6}", text, re.ASCII) and int(text) < FEWEST:
        raise wrong("klein_getal", gegeven=text)
    return whole(FEWEST, 999999)(text)


def degrees(low: int, high: int) -> Callable[[Any], float]:
    """Return a reader of a coordinate in degrees (WGS 84) from ``low`` to ``high``."""

    def parse(value: Any) -> float:
        text = _text(value)
        if not re.fullmatch(r"-?\d{1,3}\.\d{3,8}", text, re.ASCII) or not low <= float(text) <= high:
            raise wrong("graden", gegeven=text, laag=str(low), hoog=str(high))
        return float(text)

    return parse


def or_unknown(parse: Callable[[Any], T]) -> Callable[[Any], T | str]:
    """Let ``onbekend`` stand where ``parse`` reads a value."""

    def read(value: Any) -> T | str:
        return UNKNOWN if value == UNKNOWN else parse(value)

    return read


def choice(options: type[E], *, by_label: bool = False) -> Callable[[Any], E]:
    """Return a reader of one value of a value list; its error carries what could have been written.

    ``by_label`` also takes the label, for names that everybody writes with a capital.
    """
    by_value = {str(option): option for option in options}
    labels = {option.label: option for option in options} if by_label else {}  # type: ignore[attr-defined]

    def parse(value: Any) -> E:
        text = _text(value)
        if text in labels:
            return labels[text]
        if text not in by_value:
            raise wrong("keuze", gegeven=text, mogelijk=tuple(by_value))
        return by_value[text]

    return parse


def one_or_more(value: Any) -> Any:
    """Let a single value stand for a list of one: ``elke: donderdag``."""
    return (value,) if isinstance(value, str) else value


def one_of(options: type[E], *, by_label: bool = False) -> PlainValidator:
    """Return a reader of one value of a value list."""
    values = [str(option) for option in options]
    labels = [option.label for option in options] if by_label else []  # type: ignore[attr-defined]
    return read_by(choice(options, by_label=by_label), {"enum": [*dict.fromkeys([*values, *labels])]})


Datum: TypeAlias = Annotated[date, read_by(parse_date, DATE)]
BronDatum: TypeAlias = Annotated[str, read_by(or_unknown(parse_partial_date), unknown_or(PARTIAL_DATE))]
DatumOfOnbekend: TypeAlias = Annotated[date | Onbekend, read_by(or_unknown(parse_date), unknown_or(DATE))]
TijdOfOnbekend: TypeAlias = Annotated[time | Onbekend, read_by(or_unknown(parse_time), unknown_or(TIME))]
Euro: TypeAlias = Annotated[Decimal, read_by(parse_euro, EURO)]
Leeftijd: TypeAlias = Annotated[int, read_by(whole(0, 120), number(0, 120))]
Regel: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=120)]
Zin: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=300)]
Tekst: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=4000)]
# What stands on paper has to fit there, whatever a volunteer makes of it.
Kort: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=28)]
Kop: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=50)]
Blokzin: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=110)]
Bloktekst: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=220)]
Gesprek: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=600)]
Id: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=120)]
Adres: TypeAlias = Annotated[str, BeforeValidator(_text), StringConstraints(max_length=600)]
Ja: TypeAlias = Literal["ja"]


def _postcode(value: Any) -> str:
    text = _text(value).upper()
    match = re.fullmatch(r"([1-9]\d{3}) ?([A-Z]{2})", text, re.ASCII)
    if not match or match[2] in {"SA", "SD", "SS"}:
        raise wrong("postcode", gegeven=_text(value))
    return f"{match[1]} {match[2]}"


def _pattern(regex: str, kind: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        text = _text(value)
        if not re.fullmatch(regex, text, re.ASCII):
            raise wrong(kind, gegeven=text)
        return text

    return parse


def _matching(regex: str, kind: str) -> PlainValidator:
    return read_by(_pattern(regex, kind), {"type": "string", "pattern": f"^{regex}$", FAULT: kind})


def _degrees(low: int, high: int) -> PlainValidator:
    return read_by(degrees(low, high), {"type": ["number", "string"], "minimum": low, "maximum": high})


Aantal: TypeAlias = Annotated[
    int | str,
    read_by(
        parse_amount,
        {
            "anyOf": [
                {"type": "integer", "minimum": FEWEST, "maximum": 999999},
                {"type": "string", "pattern": rf"^({FEW}|{LEFT_OUT}|[5-9]|[1-9]\d{{1,5}})$"},
            ]
        },
    ),
]
Zoveel: TypeAlias = Annotated[int, read_by(whole(1, 9999), number(1, 9999))]
Kwartaal: TypeAlias = Annotated[str, _matching(r"20\d{2}-k[1-4]", "kwartaal")]
VeldNaam: TypeAlias = Annotated[str, _matching(r"[a-z][a-z0-9_]{1,40}", "veldnaam")]
Postcode: TypeAlias = Annotated[str, read_by(_postcode, POSTCODE)]
CbsCode: TypeAlias = Annotated[str, _matching(r"GM\d{4}", "cbs_code")]
Pictogram: TypeAlias = Annotated[str, _matching(r"[a-z0-9]+(-[a-z0-9]+)*", "pictogram")]
Volgorde: TypeAlias = Annotated[int, read_by(whole(1, 5), number(1, 5))]
OmDeWeken: TypeAlias = Annotated[int, read_by(whole(2, 26), number(2, 26))]
Breedte: TypeAlias = Annotated[float, _degrees(50, 54)]
Lengte: TypeAlias = Annotated[float, _degrees(3, 8)]
# Lists of words and names, in the files that the search reads.
Woorden: TypeAlias = Annotated[tuple[Regel, ...], Field(max_length=80), WithoutDoubles()]
# A language in which the site can be, beside Dutch, is a file; the order is that of the codes.
CATALOGUES = Path(__file__).parents[1] / "po"
TALEN = tuple(sorted(path.stem for path in CATALOGUES.glob("*.po")))
Taal: TypeAlias = Annotated[str, Field(pattern=rf"^({'|'.join(TALEN)})$")]
AndereTalen: TypeAlias = dict[Taal, Annotated[tuple[Regel, ...], Field(max_length=200), WithoutDoubles()]]
Kreten: TypeAlias = Annotated[tuple[Regel, ...], Field(max_length=800), WithoutDoubles()]
Soortnamen: TypeAlias = Annotated[tuple[Id, ...], Field(max_length=40), WithoutDoubles()]
