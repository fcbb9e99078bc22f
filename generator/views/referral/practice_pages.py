"""The GP practices that refer: all of them, those of a municipality, and a page for each with what it hands out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import count
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.outgoing import web
from generator.model.schema import Municipality, Practice, Provincie
from generator.views.head import Crumb, Head
from generator.views.lists.listing import Place, Places, by_province, many_places
from generator.views.referral.coach import coaches
from generator.views.referral.handout import File, Handout, Kit, kit, practice_handout
from generator.views.referral.news import LETTER, SHEET
from generator.views.referral.other_help import Help, HelpIn, help_everywhere, help_in
from generator.views.referral.referring import FEEDBACK, Referring, referring

NOT_ASKED = "Nog navragen: niemand heeft dit bij de praktijk nagevraagd."
PRACTICES = addresses.PRACTICES.rstrip("/")
ALL = Crumb("Huisartsenpraktijken", addresses.PRACTICES)


@dataclass(frozen=True, slots=True)
class PracticesPage:
    """All practices, by municipality, and every municipality with the way to refer there."""

    head: Head
    crumbs: tuple[Crumb, ...]
    groups: tuple[tuple[str, tuple[Place, ...]], ...]
    places: Places


@dataclass(frozen=True, slots=True)
class PracticesInPlacePage:
    """The practices of a municipality, how one refers there, and what is for every practice."""

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    address: str
    practices: tuple[Place, ...]
    referring: Referring
    kit: Kit
    everywhere: tuple[Help, ...]
    help: HelpIn


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One practice: who its coach is, when, how it begins, and its own kit."""

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    place: str
    place_address: str
    website: str
    introduction: str
    sheet: Handout
    referring: Referring
    kit: Kit


def practices_page(catalogue: Catalogue) -> PracticesPage:
    """Return the list of practices."""
    groups = tuple(
        (place.model.naam, _links(catalogue, place))
        for place in catalogue.named_municipalities
        if catalogue.practices_in(place.id) and not many_places(catalogue)
    )
    return PracticesPage(
        head=Head(
            address=addresses.PRACTICES,
            title="Huisartsenpraktijken",
            description="De huisartsenpraktijken die werken met Welzijn op Recept.",
            status=NOT_ASKED,
        ),
        crumbs=(Crumb("Home", ""),),
        groups=groups,
        places=practice_places(catalogue),
    )


def practice_places(catalogue: Catalogue, province: Provincie | None = None) -> Places:
    """Return the municipalities with their practices: all of them, or of a province; of many there are the provinces."""
    here = [one for one in catalogue.named_municipalities if province in (None, one.model.provincie)]
    if province is None and many_places(catalogue):
        return by_province(catalogue, PRACTICES, lambda places: _amount(catalogue, places))
    named = (Place(one.model.naam, addresses.practice(one.id), _amount(catalogue, [one.id])) for one in here)
    return Places(tuple(named), ())


def _amount(catalogue: Catalogue, places: Sequence[str]) -> str:
    number = sum(len(catalogue.practices_in(id_)) for id_ in places)
    return count(number, "praktijk", "praktijken") if number else ""


def practices_in_place_page(
    catalogue: Catalogue,
    place: Entry[Municipality],
    today: date,
    url: str,
    *,
    paper: Collection[str],
    news: Collection[str] = (),
) -> PracticesInPlacePage:
    """Return the page of a municipality's practices; ``url`` is the site's own address, or empty; ``news`` has the sheets with news."""
    name = place.model.naam
    return PracticesInPlacePage(
        head=Head(
            address=addresses.practice(place.id),
            title=f"Huisartsenpraktijken in {name}",
            description=f"De huisartsenpraktijken in {name} die werken met Welzijn op Recept, en hoe zij verwijzen.",
            status=NOT_ASKED,
            place=name,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), ALL),
        name=name,
        address=f"{place.id}/",
        practices=_links(catalogue, place),
        referring=referring(catalogue, place),
        kit=kit("", addresses.REFERRAL, url, paper=paper, news=_news(place.id, news)),
        everywhere=help_everywhere(catalogue, today),
        help=help_in(catalogue, place, today),
    )


def practice_page(
    catalogue: Catalogue,
    entry: Entry[Practice],
    today: date,
    url: str,
    *,
    paper: Collection[str],
    news: Collection[str] = (),
) -> PracticePage:
    """Return the page of one practice."""
    practice = entry.model
    place = catalogue.municipalities[practice.gemeente]
    return PracticePage(
        head=Head(
            address=addresses.practice(entry.id),
            title=f"Welzijn op Recept bij {practice.naam}",
            description=f"Hoe u via {practice.naam} bij de welzijnscoach komt.",
            status=NOT_ASKED,
            place=place.model.naam,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), ALL, Crumb(place.model.naam, addresses.practice(place.id))),
        name=practice.naam,
        place=place.model.naam,
        place_address=f"{place.id}/",
        website=web(practice.website),
        introduction=practice.introductie or "",
        sheet=practice_handout(catalogue, entry, today, url),
        referring=referring(catalogue, place, FEEDBACK),
        kit=kit(practice.naam, addresses.practice(entry.id), url, paper=paper, news=_news(place.id, news)),
    )


def _news(place: str, there: Collection[str]) -> tuple[File, ...]:
    """Return the sheets of a municipality that tell what changed."""
    folder = addresses.practice(place)
    files = (
        File(
            "Nieuw en gestopt",
            folder + SHEET,
            "Een A4 voor het overleg: wat er de laatste drie maanden veranderde.",
            talk=True,
        ),
        File(
            "Kwartaalbrief",
            folder + LETTER,
            "Voor verwijzers: wat lukte, wat lastig was, en wat er nieuw is.",
            talk=True,
        ),
    )
    return tuple(file for file in files if file.path.removeprefix(folder) in there)


def _links(catalogue: Catalogue, place: Entry[Municipality]) -> tuple[Place, ...]:
    return tuple(
        Place(entry.model.naam, addresses.practice(entry.id), "") for entry in catalogue.practices_in(place.id)
    )
