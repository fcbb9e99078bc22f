"""The GP practices that refer: all of them, and a page for each."""

from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.dutch import listing
from generator.schema import Practice
from generator.views.address import web_address
from generator.views.coach import Coach, coach_view, coaches
from generator.views.head import Crumb, Head
from generator.views.listing import Place

NOT_ASKED = "Nog navragen: niemand heeft dit bij de praktijk nagevraagd."


@dataclass(frozen=True, slots=True)
class PracticesPage:
    """All practices, by municipality."""

    head: Head
    crumbs: tuple[Crumb, ...]
    groups: tuple[tuple[str, tuple[Place, ...]], ...]


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One practice: who its coach is, when, and how it begins."""

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    place: str
    place_address: str
    website: str
    coach: Coach | None
    days: str


def practices_page(catalogue: Catalogue) -> PracticesPage:
    """Return the list of practices."""
    groups = []
    for place in catalogue.named_municipalities:
        here = catalogue.practices_in(place.id)
        if here:
            links = tuple(Place(entry.model.naam, f"praktijken/{entry.id}/", "") for entry in here)
            groups.append((place.model.naam, links))
    return PracticesPage(
        head=Head(
            address="praktijken/",
            title="Huisartsenpraktijken",
            description="De huisartsenpraktijken die werken met Welzijn op Recept.",
            status=NOT_ASKED,
        ),
        crumbs=(Crumb("Home", ""),),
        groups=tuple(groups),
    )


def practice_page(catalogue: Catalogue, entry: Entry[Practice], today: date) -> PracticePage:
    """Return the page of one practice."""
    practice = entry.model
    place = catalogue.municipalities[practice.gemeente]
    return PracticePage(
        head=Head(
            address=f"praktijken/{entry.id}/",
            title=f"Welzijn op Recept bij {practice.naam}",
            description=f"Hoe u via {practice.naam} bij de welzijnscoach komt.",
            status=NOT_ASKED,
            place=place.model.naam,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), Crumb("Huisartsenpraktijken", "praktijken/")),
        name=practice.naam,
        place=place.model.naam,
        place_address=f"{place.id}/",
        website=web_address(practice.website),
        coach=coach_view(practice.welzijnscoach, today) if practice.welzijnscoach else None,
        days=listing([str(day) for day in practice.aanwezig or ()]),
    )
