"""The municipalities of a province, where a site has too many for one list: of all that there is, of a theme, of agendas or overviews."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.schema import Provincie
from generator.views.head import Crumb, Head
from generator.views.lists.finder import Finder
from generator.views.lists.listing import Places, many_places, places, provinces_here
from generator.views.referral.practice_pages import PRACTICES, practice_places

AGENDA = addresses.AGENDA.rstrip("/")
OVERVIEW = addresses.OVERVIEW.rstrip("/")


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """A province with its municipalities; ``search`` finds in which of them something is, on the page of all that there is."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: str
    places: Places
    search: Finder | None


def province_pages(catalogue: Catalogue) -> Iterator[tuple[Provincie, str]]:
    """Yield each page: its province, and what it is of (all, under an empty name). None on a site of which one list has all municipalities."""
    if many_places(catalogue):
        for province in provinces_here(catalogue):
            for part in ("", *(domain.id for domain in catalogue.ordered_domains), AGENDA, OVERVIEW, PRACTICES):
                yield province, part


def province_page(
    catalogue: Catalogue, province: Provincie, part: str, today: date, search: Finder | None = None
) -> ProvincePage:
    """Return one of them."""
    name = province.label
    above = {
        "": (f"Te doen in {name}", Crumb("Alle activiteiten", addresses.SEARCH)),
        AGENDA: (f"Agenda van {name}", Crumb("Agenda", addresses.AGENDA)),
        PRACTICES: (f"Huisartsenpraktijken in {name}", Crumb("Huisartsenpraktijken", addresses.PRACTICES)),
        OVERVIEW: (f"Wat er is en mist in {name}", Crumb("Overzicht", addresses.OVERVIEW)),
    }
    if part in catalogue.domains:
        theme = catalogue.domains[part].model.naam
        above[part] = (f"{theme} in {name}", Crumb(theme, addresses.page(part)))
    title, way = above[part]
    return ProvincePage(
        head=Head(
            address=addresses.province(str(province), part),
            title=title,
            description=f"{title}: kies uw gemeente.",
            theme=part if part in catalogue.domains else "",
        ),
        crumbs=(Crumb("Home", ""), way),
        title=title,
        places=practice_places(catalogue, province) if part == PRACTICES else places(catalogue, today, part, province),
        search=search,
    )
