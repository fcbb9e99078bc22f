"""What stands at an address that an activity had before."""

from dataclasses import dataclass

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.views.head import Head


@dataclass(frozen=True, slots=True)
class MovedPage:
    """The way to where an activity is now. ``head`` has the new address: this page is no page of its own."""

    head: Head
    title: str
    address: str


def moved_page(catalogue: Catalogue, entry: Entry[Activity]) -> MovedPage:
    """Return the page that leads to an activity."""
    title = entry.model.titel
    return MovedPage(
        head=Head(
            address=f"{entry.id}/",
            title=f"Verhuisd: {title}",
            description="Deze activiteit staat nu op een andere pagina.",
            status="Deze activiteit staat nu op een andere pagina. Oude links blijven werken.",
            place=catalogue.municipalities[entry.model.gemeente].model.naam,
        ),
        title=title,
        address=f"{entry.id}/",
    )
