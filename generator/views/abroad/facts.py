"""What is known of an activity, in another language: out of what the file says, and never out of a sentence that somebody wrote.

Such a sentence stands there in Dutch, marked as Dutch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from generator.model.evidence import Sure
from generator.model.facts import FACTS
from generator.model.outgoing import mailto, tel, web
from generator.model.resolved import Resolved
from generator.model.schema import (
    GRATIS,
    ONLINE,
    WISSELEND,
    Aanmelden,
    Activity,
    Altijd,
    Eenmalig,
    Gestopt,
    GratisMaar,
    Herhaald,
    InWoorden,
    JaNee,
    KostenInWoorden,
    Moment,
    OpAfspraak,
    Pauze,
    Per,
    Prijs,
    Toegankelijkheid,
    Vrij,
    Vrijwillig,
    WeekVanDeMaand,
)
from generator.views.abroad.tongue import Bit, Line, Tongue, spoken
from generator.views.activity.answers import pictograms
from generator.views.activity.status import how_sure

MOST_DATES = 5
ICONS = {fact.id: fact.icon for fact in FACTS} | {fact.kind: fact.icon for fact in pictograms()}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a visitor wants to know: its label and pictogram, and a line for each thing that is known; without lines nobody knows."""

    id: str
    label: Bit
    icon: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A date on which it is held: for a program, and in words."""

    date: str
    words: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: what it is, the address behind it, and what is shown."""

    label: Bit
    address: str
    shown: str


def when_lines(t: Tongue, model: Activity) -> tuple[Line, ...]:
    """Return when it is, a line a moment."""
    if isinstance(model.wanneer, str):
        return ()
    return tuple(_moment(t, one) for one in model.wanneer)


def _moment(t: Tongue, moment: Moment) -> Line:
    if isinstance(moment, Altijd):
        return (t.say("Altijd open"),)
    if isinstance(moment, OpAfspraak):
        return (t.say("Op afspraak"),)
    if isinstance(moment, InWoorden):
        return (Bit(moment.tekst, dutch=True),)
    first = [Bit(t.day(moment.datum))] if isinstance(moment, Eenmalig) else list(_days(t, moment))
    hours = _hours(t, moment)
    rest = list(_except(t, moment)) if isinstance(moment, Herhaald) else []
    return (*first, *([hours] if hours else []), *rest)


def _days(t: Tongue, rule: Herhaald) -> Iterator[Bit]:
    ordered = sorted(rule.elke, key=lambda day: day.nummer)
    days = t.listing(t.weekday(day.nummer) for day in ordered)
    if rule.week_van_de_maand:
        for nth in rule.week_van_de_maand:
            yield _nth(t, nth, days)
    elif rule.om_de_weken:
        yield t.many("Elke {n} week: {dagen}", "Elke {n} weken: {dagen}", rule.om_de_weken, dagen=days)
    elif len(ordered) == 7:
        yield t.say("Elke dag")
    else:
        yield t.say("Elke week: {dagen}", dagen=days)


def _nth(t: Tongue, week: WeekVanDeMaand, days: str) -> Bit:
    if week is WeekVanDeMaand.EERSTE:
        return t.say("Eerste keer in de maand: {dagen}", dagen=days)
    if week is WeekVanDeMaand.TWEEDE:
        return t.say("Tweede keer in de maand: {dagen}", dagen=days)
    if week is WeekVanDeMaand.DERDE:
        return t.say("Derde keer in de maand: {dagen}", dagen=days)
    if week is WeekVanDeMaand.VIERDE:
        return t.say("Vierde keer in de maand: {dagen}", dagen=days)
    return t.say("Laatste keer in de maand: {dagen}", dagen=days)


def _hours(t: Tongue, moment: Herhaald | Eenmalig) -> Bit | None:
    start = t.time(moment.van) if isinstance(moment.van, time) else ""
    end = t.time(moment.tot) if isinstance(moment.tot, time) else ""
    if start and end:
        return t.say("van {van} tot {tot}", van=start, tot=end)
    if start:
        return t.say("vanaf {van}", van=start)
    return t.say("tot {tot}", tot=end) if end else None


def _except(t: Tongue, rule: Herhaald) -> Iterator[Bit]:
    if rule.vanaf:
        yield t.say("begint op {dag}", dag=t.short_day(rule.vanaf))
    if rule.t_m:
        yield t.say("laatste dag: {dag}", dag=t.short_day(rule.t_m))
    if rule.niet_in:
        months = sorted(month.nummer for month in rule.niet_in)
        yield t.say("niet in: {maanden}", maanden=t.listing(t.month(month) for month in months))
    skipped = rule.behalve or ()
    if Vrij.SCHOOLVAKANTIES in skipped:
        yield t.say("niet in de schoolvakanties")
    if Vrij.FEESTDAGEN in skipped:
        yield t.say("niet op feestdagen")
    days = sorted(one for one in skipped if isinstance(one, date))
    if days:
        yield t.say("niet op: {dagen}", dagen=t.listing(t.short_day(day) for day in days))


def dates(t: Tongue, it: Resolved, today: date) -> tuple[When, ...]:
    """Return the dates to come, where what we have is recent enough for dates; not those that may not go on."""
    if it.is_stopped or not how_sure(it, today).dated:
        return ()
    found = []
    for one in it.coming(today):
        if one.holiday:
            continue
        hours = ""
        if one.start and one.end:
            hours = t.say("van {van} tot {tot}", van=t.time(one.start), tot=t.time(one.end)).text
        elif one.start:
            hours = t.say("vanaf {van}", van=t.time(one.start)).text
        found.append(When((one.start or one.day).isoformat(), ", ".join(filter(None, (t.day(one.day), hours)))))
    return tuple(found[:MOST_DATES])


def cost_lines(t: Tongue, model: Activity) -> tuple[Line, ...]:
    """Return what it costs, a line a price."""
    costs = model.kosten
    if isinstance(costs, str):
        return ((t.say("Gratis"),),) if costs == GRATIS else ()
    if isinstance(costs, KostenInWoorden):
        return ((Bit(costs.tekst, dutch=True),),)
    if isinstance(costs, GratisMaar | Vrijwillig):
        first = t.say("Gratis") if isinstance(costs, GratisMaar) else t.say("U geeft wat u kunt missen")
        return ((first, *_dutch(costs.toelichting)),)
    return tuple(_price(t, price) for price in costs)


def _price(t: Tongue, price: Prijs) -> Line:
    per = {
        Per.KEER: t.say("per keer"),
        Per.MAAND: t.say("per maand"),
        Per.KWARTAAL: t.say("per drie maanden"),
        Per.JAAR: t.say("per jaar"),
        Per.SEIZOEN: t.say("per seizoen"),
        Per.CURSUS: t.say("voor de hele cursus"),
    }[price.per]
    amount = t.say("Gratis") if price.bedrag_euro == 0 else Bit(f"{t.euro(price.bedrag_euro)} {per.text}", per.dutch)
    whom = f"voor {price.voor}" if price.voor else ""
    return (amount, *_dutch(whom), *_dutch(price.toelichting))


def _dutch(text: str | None) -> Line:
    return (Bit(text, dutch=True),) if text else ()


def facts(t: Tongue, it: Resolved) -> tuple[Fact, ...]:
    """Return what is known, in the order in which a card says it."""
    return tuple(_facts(t, it))


def _facts(t: Tongue, it: Resolved) -> Iterator[Fact]:
    model = it.model
    yield Fact("wanneer", t.say("Wanneer"), ICONS["wanneer"], when_lines(t, model))
    yield Fact("waar", t.say("Waar"), ICONS["waar"], tuple(_where(t, it)))
    yield Fact("kosten", t.say("Kosten"), ICONS["kosten"], cost_lines(t, model))
    yield Fact("aanmelden", t.say("Aanmelden"), ICONS["aanmelden"], tuple(_sign_up(t, model)))
    yield Fact("alleen", t.say("De eerste keer"), ICONS["alleen"], tuple(_first(t, model)))
    yield Fact("toegang", t.say("Toegankelijk"), ICONS["toegang"], tuple(_access(t, it.access)))
    if model.talen:
        yield Fact("talen", t.say("Taal die u hier hoort"), ICONS["talen"], (tuple(_languages(t, model.talen)),))


def labels(t: Tongue) -> tuple[tuple[str, Bit], ...]:
    """Return what the pictograms stand for."""
    said = (
        ("wanneer", t.say("Wanneer")),
        ("waar", t.say("Waar")),
        ("kosten", t.say("Kosten")),
        ("aanmelden", t.say("Aanmelden")),
        ("alleen", t.say("De eerste keer")),
        ("toegang", t.say("Toegankelijk")),
    )
    return tuple((ICONS[name], label) for name, label in said)


def _where(t: Tongue, it: Resolved) -> Iterator[Line]:
    location = it.location
    if location:
        street = ", ".join(filter(None, (location.naam, location.adres, location.plaats)))
        yield (Bit(street, dutch=True),)
    elif it.model.locatie == ONLINE:
        yield (t.say("Op internet"),)
    elif it.model.locatie == WISSELEND:
        yield (t.say("Steeds op een andere plek"), *_dutch(it.model.waar_vertrekt))


def _sign_up(t: Tongue, model: Activity) -> Iterator[Line]:
    said = {
        Aanmelden.NIET_NODIG: t.say("U kunt zo gaan"),
        Aanmelden.NODIG: t.say("Meld u eerst aan"),
        Aanmelden.EERSTE_KEER: t.say("Meld u de eerste keer aan"),
    }.get(model.aanmelden)
    if said:
        yield (said, *_dutch(model.aanmelden_hoe))


def _first(t: Tongue, model: Activity) -> Iterator[Line]:
    first = model.eerste_keer
    if first is None:
        return
    if first.alleen_komen is JaNee.JA:
        yield (t.say("U kunt goed alleen komen"),)
    elif first.alleen_komen is JaNee.NEE:
        yield (t.say("Kom liever niet alleen"),)
    if first.iemand_gaat_mee is JaNee.JA:
        yield (t.say("Er kan iemand met u meegaan"),)
    elif first.iemand_gaat_mee is JaNee.NEE:
        yield (t.say("Er kan niemand met u meegaan"),)


def _access(t: Tongue, access: Toegankelijkheid) -> Iterator[Line]:
    names = {
        "rolstoel": t.say("Met een rolstoel naar binnen"),
        "rollator": t.say("Met een rollator naar binnen"),
        "ringleiding": t.say("Ringleiding voor een hoortoestel"),
        "toilet": t.say("Toilet voor een rolstoel"),
        "rustig": t.say("Rustig, weinig drukte"),
        "zittend": t.say("Zittend meedoen"),
        "assistentiehond": t.say("Hulphond mag mee"),
        "begeleider_gratis": t.say("Begeleider gratis mee"),
    }
    answers = {JaNee.JA: t.say("ja"), JaNee.NEE: t.say("nee")}
    for name, label in names.items():
        answer = answers.get(getattr(access, name))
        if answer:
            yield (Bit(f"{label.text}: {answer.text}", label.dutch or answer.dutch),)


def _languages(t: Tongue, names: tuple[str, ...]) -> Iterator[Bit]:
    for name in names:
        found = spoken(name, t.language.code)
        yield Bit(found or name, dutch=not found)


def sure(t: Tongue, it: Resolved, today: date) -> Bit:
    """Return how sure we are, or that it has stopped or pauses."""
    runs = it.model.loopt
    if isinstance(runs, Gestopt | Pauze):
        return _not_now(t, runs)
    found = it.evidence(today)
    when = t.source_day(found.day) if found.day else ""
    if found.sure is Sure.ASKED:
        return t.say("Wij vroegen dit na op {dag}", dag=when)
    if found.sure is Sure.SOURCE:
        return t.say("Volgens een bericht van {dag}. Bel even voor u gaat.", dag=when)
    if found.sure is Sure.OLDER:
        return (
            t.say("Ouder bericht van {dag}. Bel eerst.", dag=when)
            if when
            else t.say("Ouder bericht zonder datum. Bel eerst.")
        )
    return t.say("Oud bericht. Misschien is het er niet meer.")


def _not_now(t: Tongue, runs: Gestopt | Pauze) -> Bit:
    if isinstance(runs, Gestopt):
        return t.say("Deze activiteit is gestopt")
    if isinstance(runs.tot, date):
        return t.say("Deze activiteit is er even niet, tot {dag}", dag=t.short_day(runs.tot))
    return t.say("Deze activiteit is er even niet")


def ways(t: Tongue, it: Resolved) -> tuple[Way, ...]:
    """Return how to reach somebody; of what has stopped nobody."""
    contact = it.whom.contact
    if it.is_stopped:
        return ()
    found = []
    if contact.telefoon:
        found.append(Way(t.say("Bel"), tel(contact.telefoon), contact.telefoon))
    if contact.email:
        found.append(Way(t.say("Mail"), mailto(contact.email), contact.email))
    if contact.website:
        found.append(Way(t.say("Website"), web(contact.website), web(contact.website).partition("://")[2].rstrip("/")))
    return tuple(found)


def unknown(t: Tongue, found: tuple[Fact, ...]) -> Bit | None:
    """Return in one line what nobody knows; None where all is known."""
    names = [fact.label.text for fact in found if not fact.lines]
    return t.say("Nog niet bekend: {wat}. Vraag het.", wat=t.listing(names)) if names else None
