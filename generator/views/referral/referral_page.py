"""The referral explained to a patient, and the flyer as a page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.schema import UNKNOWN, Referral, Uitleg
from generator.views.head import Crumb, Head
from generator.views.lists.listing import Tile, tiles
from generator.views.referral.handout import FLYER, Handout, general_handout, unknown_everywhere
from generator.views.referral.steps import Picture, picture


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """The referral in eight blocks, with a picture of the steps."""

    head: Head
    crumbs: tuple[Crumb, ...]
    words: Referral
    picture: Picture
    unknown: str
    tiles: tuple[Tile, ...]
    flyer: str

    @property
    def blocks(self) -> tuple[tuple[str, Uitleg], ...]:
        """Return the blocks beside the steps, each with its name in an address: three before those, the rest after."""
        words = self.words
        return (
            ("herkennen", words.herkennen),
            ("wat", words.wat),
            ("hulp", words.coach),
            ("kosten", words.kosten),
            ("vrijwillig", words.vrijwillig),
            ("weten", words.weten),
            ("beginnen", words.beginnen),
        )


@dataclass(frozen=True, slots=True)
class FlyerPage:
    """The flyer on a screen; ``pdf`` is where it lies for a printer, or empty."""

    head: Head
    crumbs: tuple[Crumb, ...]
    sheet: Handout
    pdf: str


def referral_page(catalogue: Catalogue) -> ReferralPage:
    """Return the page that explains the referral."""
    words = catalogue.referral.model
    return ReferralPage(
        head=Head(
            address=addresses.REFERRAL,
            abroad=addresses.REFERRAL,
            title=words.titel,
            description="Uw huisarts kan u verwijzen naar de welzijnscoach. Samen zoekt u iets om te doen.",
            status=_status(catalogue.referral.model),
        ),
        crumbs=(Crumb("Home", ""),),
        words=words,
        picture=picture(words.stappen),
        unknown=unknown_everywhere(catalogue),
        tiles=tiles(catalogue, ""),
        flyer=addresses.FLYER,
    )


def flyer_page(catalogue: Catalogue, today: date, url: str, *, paper: Collection[str]) -> FlyerPage:
    """Return the flyer for everybody as a page; ``paper`` has the names of the sheets that are there."""
    return FlyerPage(
        head=Head(
            address=addresses.FLYER,
            title=f"Flyer: {catalogue.referral.model.titel}",
            description="De flyer over Welzijn op Recept, om te lezen of te printen.",
            status=_status(catalogue.referral.model),
        ),
        crumbs=(Crumb("Home", ""), Crumb(catalogue.referral.model.titel, addresses.REFERRAL)),
        sheet=general_handout(catalogue, today, url),
        pdf=addresses.REFERRAL + FLYER if FLYER in paper else "",
    )


def _status(words: Referral) -> str:
    if words.nagelezen_op == UNKNOWN:
        return "Nog navragen: de welzijnsorganisatie heeft deze tekst nog niet nagelezen."
    return f"De welzijnsorganisatie heeft deze tekst nagelezen op {full_date(words.nagelezen_op)}."
