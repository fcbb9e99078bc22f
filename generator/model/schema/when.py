"""The forms of ``wanneer``: a repeating day, one date, always, by appointment, or words where no rule can say it."""

import re
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag

from generator.model.schema.base import (
    Datum,
    Ja,
    Model,
    OmDeWeken,
    TijdOfOnbekend,
    Zin,
    choice,
    one_of,
    one_or_more,
    parse_date,
)
from generator.model.schema.notation import DATE, FAULT, UNKNOWN, Onbekend, OneOrMore, WithoutDoubles, read_by, wrong
from generator.model.schema.values import Dag, Maand, Vrij, WeekVanDeMaand


def _days(value: Any) -> Any:
    if isinstance(value, str) and (value == "dag" or re.search(r",|/| en | t/m ", value)):
        raise wrong("dagen_los", gegeven=value)
    return one_or_more(value)


def _except(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in "0123456789":
        return parse_date(value)
    return choice(Vrij)(value)


def _week(value: Any) -> WeekVanDeMaand:
    if value == "5":
        raise wrong("vijfde_week")
    return choice(WeekVanDeMaand)(value)


WEEKS = tuple(str(week) for week in WeekVanDeMaand)
Dagen: TypeAlias = Annotated[
    tuple[Annotated[Dag, one_of(Dag)], ...],
    BeforeValidator(_days),
    Field(min_length=1, max_length=7),
    WithoutDoubles(),
    OneOrMore(),
]
Weken: TypeAlias = Annotated[
    tuple[
        Annotated[WeekVanDeMaand, read_by(_week, {"enum": [*WEEKS, *(int(week) for week in WEEKS if week.isdigit())]})],
        ...,
    ],
    BeforeValidator(one_or_more),
    Field(min_length=1, max_length=4),
    WithoutDoubles(),
    OneOrMore(),
]
Maanden: TypeAlias = Annotated[
    tuple[Annotated[Maand, one_of(Maand)], ...],
    BeforeValidator(one_or_more),
    Field(min_length=1, max_length=11),
    WithoutDoubles(),
    OneOrMore(),
]
Behalve: TypeAlias = Annotated[
    tuple[Annotated[Any, read_by(_except, {"anyOf": [{"enum": [str(one) for one in Vrij]}, DATE]})], ...],
    BeforeValidator(one_or_more),
    Field(min_length=1, max_length=60),
    WithoutDoubles(),
    OneOrMore(),
]


class Tijden(Model):
    """From when till when on a day; an end before six in the morning is past midnight."""

    van: TijdOfOnbekend = Field(UNKNOWN, description="Begintijd, of onbekend.", examples=["19.30"], title="from (time)")
    tot: TijdOfOnbekend = Field(UNKNOWN, description="Eindtijd, of onbekend.", examples=["21.00"], title="until")


class Herhaald(Tijden):
    """A day (or days) of the week that repeats."""

    elke: Dagen = Field(
        description="De dag of dagen van de week.", examples=["donderdag"], title="every (day of the week)"
    )
    week_van_de_maand: Weken | None = Field(
        None, description="Alleen in deze weken: 1, 2, 3, 4 of laatste.", title="week of the month"
    )
    om_de_weken: OmDeWeken | None = Field(
        None, description="Om de hoeveel weken; dan is ook vanaf nodig.", title="every so many weeks"
    )
    vanaf: Datum | None = Field(None, description="De eerste dag.", examples=["2026-09-01"], title="from (date)")
    t_m: Datum | None = Field(
        None, description="De laatste dag, tot en met.", examples=["2027-06-29"], title="up to and including"
    )
    behalve: Behalve | None = Field(None, description="Wanneer het niet doorgaat.", title="except")
    niet_in: Maanden | None = Field(
        None, description="In welke maanden het er niet is.", examples=["juli"], title="not in (months)"
    )


class Eenmalig(Tijden):
    """One date."""

    datum: Datum = Field(description="De dag.", examples=["2026-12-24"], title="date")


class Altijd(Model):
    """Open all the time: a path, a garden."""

    altijd: Ja = Field(description="Altijd ja.", title="always open")


class OpAfspraak(Model):
    """Whenever a visitor and those who organise it agree: known, and there is no day to ask for."""

    op_afspraak: Ja = Field(description="Op afspraak: ja.", title="by appointment")


class InWoorden(Model):
    """What no rule can say."""

    tekst: Zin = Field(description="Wanneer het is, in een zin.", title="text")


def _form(value: Any) -> str | None:
    if isinstance(value, Model):
        return f"<{type(value).__name__}>"
    if not isinstance(value, dict):
        return "<geen>"
    for key, tag in (
        ("elke", "<Herhaald>"),
        ("datum", "<Eenmalig>"),
        ("altijd", "<Altijd>"),
        ("op_afspraak", "<OpAfspraak>"),
        ("tekst", "<InWoorden>"),
    ):
        if key in value:
            return tag
    return None


Moment: TypeAlias = Annotated[
    Annotated[Herhaald, Tag("<Herhaald>")]
    | Annotated[Eenmalig, Tag("<Eenmalig>")]
    | Annotated[Altijd, Tag("<Altijd>")]
    | Annotated[OpAfspraak, Tag("<OpAfspraak>")]
    | Annotated[InWoorden, Tag("<InWoorden>")],
    Discriminator(_form, custom_error_type="wanneer_vorm", custom_error_message="wanneer_vorm"),
    Field(json_schema_extra={FAULT: "wanneer_vorm"}),
]


def _word_or_list(value: Any) -> str:
    """Tell a single word (``onbekend``) from a list, so that an error speaks of the right one."""
    return "<woord>" if isinstance(value, str) else "<lijst>"


def known_word(value: Any) -> str:
    """Read ``onbekend``."""
    if value != UNKNOWN:
        raise wrong("wanneer_vorm")
    return UNKNOWN


Wanneer: TypeAlias = Annotated[
    Annotated[Onbekend, read_by(known_word, {"const": UNKNOWN, FAULT: "wanneer_vorm"}), Tag("<woord>")]
    | Annotated[tuple[Moment, ...], Field(min_length=1, max_length=20), Tag("<lijst>")],
    Discriminator(_word_or_list),
]
