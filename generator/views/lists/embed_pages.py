"""The activities in another site: the page that makes the code, and the pages that may stand in a frame."""

from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import TypeVar

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Municipality
from generator.views.head import Crumb, Head
from generator.views.lists.finder import Finder
from generator.views.lists.home_page import EverythingPage, everything_page
from generator.views.lists.municipality_page import MunicipalityPage, municipality_page
from generator.views.lists.snippets import button, link

P = TypeVar("P", MunicipalityPage, EverythingPage)
TITLE = "Alle activiteiten"
HEIGHT = 800  # pixels of a frame that cannot grow
MOST_IN_FRAME = 60


@dataclass(frozen=True, slots=True)
class Snippet:
    """A way to show the activities elsewhere: its name, what it is, and the code for it (empty without an address)."""

    id: str
    name: str
    what: str
    code: str


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """The page that makes the code; without ``everywhere`` a municipality has to be chosen. ``address``, ``frame`` and ``text`` are what changes in a code when a choice is made."""

    head: Head
    crumbs: tuple[Crumb, ...]
    snippets: tuple[Snippet, ...]
    address: str
    frame: str
    text: str
    everywhere: bool
    places: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]


def embed_page(catalogue: Catalogue, url: str, *, everywhere: bool) -> EmbedPage:
    """Return the page that makes the code; ``url`` is the site's own address, or empty.

    ``everywhere`` tells whether the search knows all municipalities at once, which a large site leaves to each of them.
    """
    address, frame = f"{url}{addresses.SEARCH}", f"{url}{addresses.EMBED_ALL}"
    return EmbedPage(
        head=Head(
            address=addresses.EMBED,
            title="Op uw eigen website",
            description="Zet de activiteiten op de website van uw praktijk of organisatie: een link, een knop of een kader.",
            status="Wat u op uw website zet, verandert vanzelf mee met deze site.",
        ),
        crumbs=(Crumb("Home", ""),),
        snippets=tuple(_snippets(url, address, frame)),
        address=address if url else "",
        frame=frame if url else "",
        text=TITLE,
        everywhere=everywhere,
        places=tuple((place.id, place.model.naam) for place in catalogue.named_municipalities),
        themes=tuple((domain.id, domain.model.naam) for domain in catalogue.ordered_domains),
    )


def _snippets(url: str, address: str, frame: str) -> list[Snippet]:
    plain = link(address, TITLE)
    codes = {
        "link": plain,
        "knop": button(address, TITLE),
        "kader": f'<iframe src="{frame}" title="{escape(TITLE)}" width="100%" height="{HEIGHT}" style="border:0"></iframe>',
        "onderdeel": f'<activiteiten-wijzer>{plain}</activiteiten-wijzer>\n<script src="{url}{addresses.EMBED_SCRIPT}" defer></script>',
    }
    names = {
        "link": ("Een link", "Het eenvoudigst. Werkt overal, ook in een mail."),
        "knop": ("Een knop", "Een link die opvalt."),
        "kader": ("Een kader", "De activiteiten staan in uw eigen pagina. Het kader heeft een vaste hoogte."),
        "onderdeel": (
            "Een kader dat meegroeit",
            "Past zich aan. Houdt uw website kaders of scripts tegen? Dan ziet een bezoeker de link.",
        ),
    }
    return [Snippet(id_, *names[id_], code if url else "") for id_, code in codes.items()]


def framed_municipality(
    catalogue: Catalogue, entry: Entry[Municipality], today: date, search: Finder | None
) -> MunicipalityPage:
    """Return the catalogue of a municipality for a frame: the same page, without the way back up.

    A frame has few cards; where there are more, ``more`` leads to the whole list, and the search gets them from there.
    """
    page = municipality_page(catalogue, entry, today, 1, search, MOST_IN_FRAME)
    return replace(
        _framed(page, addresses.embed_of(entry.id)),
        pages=(),
        days="",
        form="",
        kept="",
        more=f"{entry.id}/" if page.pages else "",
    )


def framed_everything(catalogue: Catalogue, today: date, search: Finder | None) -> EverythingPage:
    """Return the catalogue over all municipalities for a frame."""
    return _framed(everything_page(catalogue, today, search), addresses.EMBED_ALL)


def _framed(page: P, address: str) -> P:
    return replace(page, crumbs=(), head=replace(page.head, address=address))
