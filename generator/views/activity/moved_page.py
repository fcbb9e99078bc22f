"""What stands at an address that an activity, a practice or a municipality had before."""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Municipality, Practice
from generator.views.head import Head


@dataclass(frozen=True, slots=True)
class MovedPage:
    """The way to where something is now. ``head`` has the new address: this page is no page of its own. ``told`` says what moved."""

    head: Head
    told: str
    title: str
    address: str


def moved_page(catalogue: Catalogue, entry: Entry[Activity]) -> MovedPage:
    """Return the page that leads to an activity."""
    place = catalogue.municipalities[entry.model.gemeente].model.naam
    return _moved("Deze activiteit", entry.model.titel, f"{entry.id}/", place)


def moved_practice(catalogue: Catalogue, entry: Entry[Practice]) -> MovedPage:
    """Return the page that leads to a practice, from an address that is on its paper."""
    place = catalogue.municipalities[entry.model.gemeente].model.naam
    return _moved("Deze praktijk", entry.model.naam, addresses.practice(entry.id), place)


def former_place(place: Entry[Municipality], address: str) -> MovedPage:
    """Return the page that leads from a municipality that is no more to what there is in its place."""
    name = place.model.naam
    return _moved("Deze gemeente", f"Verder naar {name}", address, name)


def _moved(what: str, title: str, address: str, place: str) -> MovedPage:
    told = f"{what} staat nu op een andere pagina"
    head = Head(
        address=address,
        title=f"Verhuisd: {title}",
        description=f"{told}.",
        status=f"{told}. Oude links blijven werken.",
        place=place,
    )
    return MovedPage(head, told, title, address)
