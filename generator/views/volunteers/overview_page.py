"""What there is and what is missing, as a page: of the whole site, and of each municipality."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Municipality
from generator.model.summary import Summary
from generator.views.activity.status import status_of
from generator.views.head import Crumb, Head
from generator.views.lists.listing import amount
from generator.views.lists.shelf import shelf
from generator.views.lists.summary import country, summaries
from generator.views.referral.coach import coaches
from generator.views.volunteers.overview import Table, amounts_of, by_place, gaps, quarters, tables

MOST_ORGANISATIONS = 300


@dataclass(frozen=True, slots=True)
class Freshness:
    """An organisation: how much it has, how much of that was checked lately, and when for the last time."""

    name: str
    total: int
    fresh: int
    last: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The tables, what is missing in words, and how fresh each organisation is; ``numbers`` is the CSV beside it."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: str
    amount: str
    gaps: tuple[str, ...]
    tables: tuple[Table, ...]
    freshness: tuple[Freshness, ...]
    more_organisations: int
    numbers: str
    form: str


def overview_page(catalogue: Catalogue, today: date) -> OverviewPage:
    """Return the overview of all municipalities; what is missing in each stands on its own page."""
    known = summaries(catalogue, today)
    groups = {
        place.model.naam: (addresses.overview_of(place.id), known[place.id].listed)
        for place in catalogue.named_municipalities
    }
    where = by_place(catalogue, groups, "Gemeente")
    missing = [f"In {name} weten wij nog niets." for name, (_, amounts) in groups.items() if not amounts.get("")]
    return _page(catalogue, country(catalogue, today), today, "", "Wat er is, en wat er mist", missing, where, None)


def overview_in_place(catalogue: Catalogue, place: Entry[Municipality], today: date) -> OverviewPage:
    """Return the overview of a municipality, by quarter and village."""
    listed = shelf(catalogue, today).by_place[place.id]
    name = place.model.naam
    parts = quarters(catalogue, place, listed)
    where = by_place(catalogue, {part: ("", amounts_of(entries)) for part, entries in parts.items()}, "Wijk of dorp")
    missing = list(gaps(catalogue, name, listed, today))
    for part, entries in parts.items():
        if part in place.model.wijken and part != name:
            missing += gaps(catalogue, part, entries, today)
    title = f"Wat er is in {name}, en wat er mist"
    return _page(catalogue, summaries(catalogue, today)[place.id], today, f"{place.id}/", title, missing, where, place)


def _page(
    catalogue: Catalogue,
    found: Summary,
    today: date,
    folder: str,
    title: str,
    missing: Sequence[str],
    where: Table,
    place: Entry[Municipality] | None,
) -> OverviewPage:
    fresh = _freshness(catalogue, found)
    crumbs = [Crumb("Home", "")]
    if place:
        crumbs += [Crumb(place.model.naam, folder), Crumb("Alle gemeenten", addresses.OVERVIEW)]
    return OverviewPage(
        head=Head(
            address=f"{folder}{addresses.OVERVIEW}",
            title=title,
            description="Hoeveel activiteiten er zijn per thema, dag, deel van de dag, prijs en wijk, en wat er nog mist.",
            status=status_of(found.amount, found.fresh.get("", 0)),
            place=place.model.naam if place else "",
            coaches=coaches(catalogue, place.id, today) if place else (),
        ),
        crumbs=tuple(crumbs),
        title=title,
        amount=amount(found.amount),
        gaps=tuple(missing),
        tables=(*tables(catalogue, found.listed, found.values, folder), where),
        freshness=fresh[:MOST_ORGANISATIONS],
        more_organisations=max(0, len(fresh) - MOST_ORGANISATIONS),
        numbers=f"{folder}{addresses.OVERVIEW}{addresses.NUMBERS}",
        form=addresses.form_for(place.id) if place else addresses.FORM,
    )


def _freshness(catalogue: Catalogue, found: Summary) -> tuple[Freshness, ...]:
    """Return every organisation, those that were asked longest ago first."""
    rows = []
    for id_, (total, fresh, last) in found.organisations.items():
        name = catalogue.organisations[id_].model.naam
        day = full_date(date.fromisoformat(last)) if last else "nog nooit"
        rows.append((last, -total, name.casefold(), Freshness(name, total, fresh, day)))
    return tuple(row for *_, row in sorted(rows, key=lambda one: one[:3]))
