"""What there is and what is missing, as a page: of the whole site, and of each municipality."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Municipality
from generator.model.summary import Summary
from generator.views.activity.status import status_of
from generator.views.head import Crumb, Head
from generator.views.lists.listing import amount, many_places, provinces_here
from generator.views.lists.shelf import shelf
from generator.views.lists.summary import country, summaries
from generator.views.referral.coach import coaches
from generator.views.volunteers.overview import Table, amounts_of, by_place, gaps, quarters, tables

MOST_ORGANISATIONS = 300
FEW_ORGANISATIONS = 12  # of a country: the rest stands with its municipality


@dataclass(frozen=True, slots=True)
class Freshness:
    """An organisation: how much it has, how much of that was checked lately, and when for the last time."""

    name: str
    total: int
    fresh: int
    last: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The tables, what is missing in words, and how fresh each organisation is; ``numbers`` is the CSV beside it.

    Of a country the tables by theme are ``folded``.
    """

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
    folded: bool


def overview_page(catalogue: Catalogue, today: date) -> OverviewPage:
    """Return the overview of all municipalities; what is missing in each stands on its own page."""
    known = summaries(catalogue, today)
    places = catalogue.named_municipalities
    empty = [place for place in places if not known[place.id].amount]
    if many_places(catalogue):
        where = by_place(catalogue, dict(_by_province(catalogue, known)), "Provincie")
        missing = [f"Van {len(empty)} gemeenten weten wij nog niets: kijk bij de provincies."] if empty else []
    else:
        named = {place.model.naam: (addresses.overview_of(place.id), known[place.id].listed) for place in places}
        where = by_place(catalogue, named, "Gemeente")
        missing = [f"In {place.model.naam} weten wij nog niets." for place in empty]
    return _page(catalogue, country(catalogue, today), today, "", "Wat er is, en wat er mist", missing, where, None)


def _by_province(
    catalogue: Catalogue, known: Mapping[str, Summary]
) -> Iterator[tuple[str, tuple[str, Mapping[str, int]]]]:
    """Yield each province by its name: where its overviews are listed, and how much there is, in all and by theme."""
    part = addresses.OVERVIEW.rstrip("/")
    for province in provinces_here(catalogue):
        amounts: Counter[str] = Counter()
        for place in catalogue.municipalities.values():
            if place.model.provincie is province:
                amounts.update(known[place.id].listed)
        yield province.label, (addresses.province(str(province), part), amounts)


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
    most = FEW_ORGANISATIONS if place is None and many_places(catalogue) else MOST_ORGANISATIONS
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
        freshness=fresh[:most],
        more_organisations=max(0, len(fresh) - most),
        numbers=f"{folder}{addresses.OVERVIEW}{addresses.NUMBERS}",
        form=addresses.form_for(place.id) if place else addresses.FORM,
        folded=place is None and many_places(catalogue),
    )


def _freshness(catalogue: Catalogue, found: Summary) -> tuple[Freshness, ...]:
    """Return every organisation, those that were asked longest ago first."""
    rows = []
    for id_, (total, fresh, last) in found.organisations.items():
        name = catalogue.organisations[id_].model.naam
        day = full_date(date.fromisoformat(last)) if last else "nog nooit"
        rows.append((last, -total, name.casefold(), Freshness(name, total, fresh, day)))
    return tuple(row for *_, row in sorted(rows, key=lambda one: one[:3]))
