"""The page of an activity in another language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import joined
from generator.model.schema import Activity
from generator.views.abroad.facts import Fact, Way, When, dates, facts, sure, unknown, ways, when_lines
from generator.views.abroad.frame import Frame, frame, kind_abroad, theme_abroad
from generator.views.abroad.tongue import Bit, Tongue, tongue
from generator.views.activity.picture import Photo, photo_of

CALL = "Goedendag. Ik spreek een beetje Nederlands. Mag ik een keer komen kijken?"


@dataclass(frozen=True, slots=True)
class ActivityAbroad:
    """An activity: what it is, everything that is known, how sure that is, and what to say in Dutch on the telephone."""

    frame: Frame
    kind: Bit
    icon: str
    theme: Bit
    colour: str
    title: str
    summary: str
    photo: Photo | None
    facts: tuple[Fact, ...]
    unknown: Bit | None
    dates: tuple[When, ...]
    sure: Bit
    ways: tuple[Way, ...]
    phone: bool
    call: str
    sound: str
    instead: tuple[tuple[str, str], ...]


def activity_abroad(
    catalogue: Catalogue, entry: Entry[Activity], code: str, codes: Sequence[str], today: date
) -> ActivityAbroad:
    """Return an activity, as it stands on the day ``today``."""
    t = tongue(code)
    it = joined(catalogue, entry)
    model = entry.model
    domain = catalogue.domains[model.domeinen[0]]
    kind, icon = kind_abroad(catalogue, t, model)
    found = facts(t, it)
    reached = ways(t, it)
    place = it.municipality.naam
    runs = getattr(model.loopt, "in_plaats_daarvan", ())
    return ActivityAbroad(
        frame=frame(
            catalogue,
            t,
            _title(t, (kind, theme_abroad(t, domain)), model, place),
            addresses.page(entry.id),
            codes,
            [
                (t.language.name, addresses.abroad(code, "")),
                (place, addresses.abroad(code, addresses.page(model.gemeente))),
            ],
        ),
        kind=kind,
        icon=icon,
        theme=theme_abroad(t, domain),
        colour=str(domain.model.kleur),
        title=model.titel,
        summary=model.samenvatting,
        photo=photo_of(it),
        facts=() if it.is_stopped else tuple(fact for fact in found if fact.lines),
        unknown=None if it.is_stopped else unknown(t, found),
        dates=dates(t, it, today),
        sure=sure(t, it, today),
        ways=reached,
        phone=bool(reached and it.whom.contact.telefoon),
        call=CALL,
        sound=t.sound(CALL),
        instead=tuple(
            (catalogue.activities[id_].model.titel, addresses.abroad(code, addresses.page(id_))) for id_ in runs
        ),
    )


def _title(t: Tongue, names: tuple[Bit, ...], model: Activity, place: str) -> str:
    """Return the title of a page: in a title nothing can be marked as Dutch, so it has no name that somebody gave: the kind, or else the theme."""
    when = [bit.text for line in when_lines(t, model)[:1] for bit in line if not bit.dutch]
    what = [bit.text for bit in names if not bit.dutch][:1]
    return t.comma.join((*what, *when, place))
