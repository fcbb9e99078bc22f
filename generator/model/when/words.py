"""The author's ``wanneer`` as Dutch sentences."""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from generator.dutch.sentences import capital, full_date, hours, listing, number_word, weekday_date
from generator.model.schema import Altijd, Eenmalig, Herhaald, InWoorden, Moment, OpAfspraak, Vrij


def phrases(moments: Iterable[Moment] | str) -> tuple[str, ...]:
    """Return one phrase a moment, without a full stop: "Elke donderdag vanaf 19.30 uur". Unknown gives none."""
    if isinstance(moments, str):
        return ()
    return _phrases(tuple(moments))


@lru_cache(maxsize=4096)
def _phrases(moments: tuple[Moment, ...]) -> tuple[str, ...]:
    return tuple(_phrase(moment) for moment in moments)


def _phrase(moment: Moment) -> str:
    if isinstance(moment, Altijd):
        return "Altijd open"
    if isinstance(moment, OpAfspraak):
        return "Op afspraak"
    if isinstance(moment, InWoorden):
        return moment.tekst.rstrip(".")
    at = _hours(moment)
    if isinstance(moment, Eenmalig):
        return capital(" ".join(filter(None, (f"{weekday_date(moment.datum)} {moment.datum.year}", at))))
    parts = " ".join(filter(None, (_days(moment), at)))
    return ", ".join(filter(None, (capital(parts), _period(moment), _except(moment))))


def _hours(moment: Herhaald | Eenmalig) -> str:
    van = moment.van if isinstance(moment.van, time) else None
    tot = moment.tot if isinstance(moment.tot, time) else None
    return hours(van, tot)


def _days(rule: Herhaald) -> str:
    ordered = tuple(sorted(rule.elke, key=lambda day: day.nummer))
    if rule.week_van_de_maand:
        which = listing([week.label for week in rule.week_van_de_maand])
        return f"elke {which} {listing(ordered)} van de maand"
    if rule.om_de_weken == 2:
        return f"om de week op {listing(ordered)}"
    if rule.om_de_weken:
        return f"een keer per {number_word(rule.om_de_weken)} weken op {listing(ordered)}"
    if len(ordered) == 7:
        return "elke dag"
    run = tuple(range(ordered[0].nummer, ordered[-1].nummer + 1))
    if len(ordered) > 2 and tuple(day.nummer for day in ordered) == run:
        return f"{ordered[0]} tot en met {ordered[-1]}"
    return f"elke {listing(ordered)}"


def _period(rule: Herhaald) -> str:
    begins = f"vanaf {full_date(rule.vanaf)}" if rule.vanaf else ""
    ends = f"tot en met {full_date(rule.t_m)}" if rule.t_m else ""
    return " ".join(filter(None, (begins, ends)))


def _except(rule: Herhaald) -> str:
    skipped = rule.behalve or ()
    words = []
    if rule.niet_in:
        words.append(f"in {listing([month.label for month in sorted(rule.niet_in, key=lambda one: one.nummer)])}")
    if Vrij.SCHOOLVAKANTIES in skipped:
        words.append("in de schoolvakanties")
    if Vrij.FEESTDAGEN in skipped:
        words.append("op feestdagen")
    dates = [full_date(day) for day in sorted(item for item in skipped if isinstance(item, date))]
    if dates:
        words.append(f"op {listing(dates)}")
    return f"niet {listing(words)}" if words else ""
