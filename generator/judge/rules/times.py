"""Times and dates must make sense."""

from collections.abc import Iterator
from datetime import date, time

from generator.dutch.sentences import listing, weekday_date
from generator.judge.rules.base import problem, warning
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.problem import Loc, Problem
from generator.model.schema import Activity, Eenmalig, Gestopt, Herhaald, Pauze
from generator.model.when.dates import past_midnight

CODES = {
    "A040": "De eindtijd ligt na de begintijd; een eind voor zes uur 's ochtends is na middernacht.",
    "A041": "De laatste dag (t_m) ligt niet voor de eerste (vanaf).",
    "A042": "De week van de maand is 1, 2, 3, 4 of laatste; niet elke maand heeft een vijfde.",
    "A043": "Om de zoveel weken heeft een eerste dag (vanaf), anders weet niemand in welke week.",
    "A044": "Om de zoveel weken en een week van de maand gaan niet samen.",
    "A045": "Een datum bij behalve valt op een dag waarop de activiteit is.",
    "A046": "Er komt nog een keer: niet alle data zijn voorbij.",
    "A047": "Een pauze is nog niet voorbij.",
    "A049": "Om de zoveel weken begint op een van zijn eigen dagen.",
    "A048": "Een activiteit is niet gestopt op een dag die nog komt.",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each impossible or outdated time."""
    for entry in catalogue.activities.values():
        yield from _status(entry, today)
        moments = entry.model.wanneer
        if isinstance(moments, str):
            continue
        for index, moment in enumerate(moments):
            loc: Loc = ("wanneer", index)
            if isinstance(moment, Herhaald | Eenmalig):
                yield from _hours(entry, loc, moment)
            if isinstance(moment, Herhaald):
                yield from _rule(entry, loc, moment)
        if not is_stopped(entry.model) and all(_over(moment, today) for moment in moments):
            message = "alle data van deze activiteit zijn voorbij."
            hint = "Zet er nieuwe data bij, of schrijf bij loopt dat de activiteit gestopt is."
            yield warning(entry, ("wanneer",), "A046", message, hint)


def _hours(entry: Entry[Activity], loc: Loc, moment: Herhaald | Eenmalig) -> Iterator[Problem]:
    van, tot = moment.van, moment.tot
    if isinstance(van, time) and isinstance(tot, time) and tot <= van and not past_midnight(van, tot):
        message = "de eindtijd ligt niet na de begintijd."
        yield problem(entry, (*loc, "tot"), "A040", message, "Kijk of van en tot zijn verwisseld.")


def _rule(entry: Entry[Activity], loc: Loc, rule: Herhaald) -> Iterator[Problem]:
    if rule.vanaf and rule.t_m and rule.t_m < rule.vanaf:
        yield problem(
            entry,
            (*loc, "t_m"),
            "A041",
            "de laatste dag ligt voor de eerste.",
            "Verwissel vanaf en t_m of verbeter het jaar.",
        )
    if rule.om_de_weken and not rule.vanaf:
        hint = "Voeg vanaf toe: een dag waarop de activiteit zeker is, zoals vanaf: 2026-09-01."
        yield problem(entry, (*loc, "om_de_weken"), "A043", "de eerste dag ontbreekt bij om_de_weken.", hint)
    if rule.om_de_weken and rule.vanaf and rule.vanaf.weekday() not in {day.nummer for day in rule.elke}:
        message = f"{weekday_date(rule.vanaf)} is geen {listing([str(day) for day in rule.elke])}."
        hint = "Schrijf bij vanaf een dag waarop de activiteit zeker is. Anders weet niemand in welke week zij begint."
        yield warning(entry, (*loc, "vanaf"), "A049", message, hint)
    if rule.om_de_weken and rule.week_van_de_maand:
        hint = "Kies een van de twee, of beschrijf het met tekst."
        yield problem(entry, (*loc, "om_de_weken"), "A044", "om_de_weken en week_van_de_maand gaan niet samen.", hint)
    for index, item in enumerate(rule.behalve or ()):
        if isinstance(item, date) and _never(rule, item):
            message = f"op {item.isoformat()} is deze activiteit toch al niet."
            yield warning(entry, (*loc, "behalve", index), "A045", message, "Verbeter de datum of haal hem weg.")


def _never(rule: Herhaald, day: date) -> bool:
    before = rule.vanaf is not None and day < rule.vanaf
    after = rule.t_m is not None and day > rule.t_m
    return before or after or day.weekday() not in {weekday.nummer for weekday in rule.elke}


def _over(moment: object, today: date) -> bool:
    if isinstance(moment, Eenmalig):
        return moment.datum < today
    return isinstance(moment, Herhaald) and moment.t_m is not None and moment.t_m < today


def _status(entry: Entry[Activity], today: date) -> Iterator[Problem]:
    status = entry.model.loopt
    if isinstance(status, Pauze) and isinstance(status.tot, date) and status.tot < today:
        hint = "Vraag of de activiteit weer loopt, en schrijf dan: loopt: ja."
        yield warning(entry, ("loopt", "tot"), "A047", "deze pauze is voorbij.", hint)
    if isinstance(status, Gestopt) and isinstance(status.sinds, date) and status.sinds > today:
        hint = "Verbeter de datum. Weet u dat het gaat stoppen? Gebruik dan t_m bij wanneer."
        yield problem(entry, ("loopt", "sinds"), "A048", "deze dag moet nog komen.", hint)
