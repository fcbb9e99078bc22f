"""The page for people about the open data: what there is, how to use it, and whom to tell."""

from dataclasses import dataclass

from generator.dutch.sentences import count
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.forges import view_address
from generator.model.outgoing import mailto
from generator.model.schema import UNKNOWN
from generator.views.data.record import LICENCE
from generator.views.head import Crumb, Head


@dataclass(frozen=True, slots=True)
class OfPlace:
    """The files of one municipality, from the site's root."""

    name: str
    csv: str
    json: str
    changes: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """The page. ``whole`` tells whether there are files of everything; ``url`` is the site's own address, or its root where that is not known."""

    head: Head
    crumbs: tuple[Crumb, ...]
    amount: str
    licence: str
    whole: bool
    places: tuple[OfPlace, ...]
    url: str
    index: str
    schema: str
    folder: str
    fields: str
    mapping: str
    mail: str
    mail_link: str
    catalogue: str


def data_page(catalogue: Catalogue, url: str, amount: int) -> DataPage:
    """Return the page; ``amount`` is how many activities there are."""
    settings = catalogue.settings.model
    mail = "" if settings.mail == UNKNOWN else settings.mail
    return DataPage(
        head=Head(
            address=addresses.DATA_PAGE,
            title="Open data",
            description="Alle activiteiten om zelf te gebruiken: als tabel voor Excel, of voor een programma.",
            status="De gegevens zijn van de mensen die ze invullen. Bij elke activiteit staat hoe zeker zij is.",
        ),
        crumbs=(Crumb("Home", ""),),
        amount=count(amount, "activiteit", "activiteiten"),
        licence=LICENCE,
        whole=catalogue.known is None,
        places=tuple(
            OfPlace(
                place.model.naam,
                addresses.data_of(place.id) + addresses.DATA_CSV,
                addresses.data_of(place.id) + addresses.data_piece(1),
                addresses.data_of(place.id) + addresses.DATA_CHANGES,
            )
            for place in catalogue.named_municipalities
        ),
        url=url or "https://UW-SITE/",
        index=addresses.DATA_INDEX,
        schema=addresses.DATA_SCHEMA,
        folder=addresses.DATA,
        fields=view_address(settings, "docs/data.md"),
        mapping=view_address(settings, "docs/oruk.md"),
        mail=mail,
        mail_link=mailto(mail, "Open data") if mail else "",
        catalogue=f"{addresses.DATA}catalog.jsonld" if url else "",
    )
