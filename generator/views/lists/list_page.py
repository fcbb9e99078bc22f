"""The page of a visitor's own list. It is the same for everybody: what is on it comes from the address."""

from dataclasses import dataclass

from generator.model import addresses
from generator.views.head import Crumb, Head

MOST = 12  # as in site_overrides/assets/list/address.js; a test compares them


@dataclass(frozen=True, slots=True)
class ListPage:
    """The page of the list. ``code`` is the path of the script that draws codes, or empty where there is none."""

    head: Head
    crumbs: tuple[Crumb, ...]
    most: int
    code: str


def list_page(code: str) -> ListPage:
    """Return the page of the list."""
    return ListPage(
        head=Head(
            address=addresses.LIST,
            title="Mijn lijst",
            description="Uw eigen lijst met activiteiten, om te printen of mee te nemen.",
            status="Wat op uw lijst staat, ziet alleen wie de link van de lijst heeft.",
        ),
        crumbs=(Crumb("Home", ""),),
        most=MOST,
        code=code,
    )
