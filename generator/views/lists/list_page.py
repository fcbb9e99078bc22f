"""The page of a visitor's own list. It is the same for everybody: what is on it comes from the address."""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.schema import Agreements
from generator.views.head import Crumb, Head

MOST = 12  # as in site_overrides/assets/list/address.js; a test compares them

CHOSEN = "gekozen"  # the field of what somebody chose


@dataclass(frozen=True, slots=True)
class ListPage:
    """The page of the list. ``code`` is the path of the script that draws codes, or empty where there is none."""

    head: Head
    crumbs: tuple[Crumb, ...]
    most: int
    code: str
    chosen: str


def list_page(code: str, agreements: Agreements | None) -> ListPage:
    """Return the page of the list; its text says "chosen" as the ``agreements`` of a region do."""
    names = {one.veld: one.naam for one in agreements.velden} if agreements else {}
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
        chosen=names.get(CHOSEN, ""),
    )
