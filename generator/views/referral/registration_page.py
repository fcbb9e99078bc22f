"""What a region registers of a referral, in the same words: to read, as a table to fill in, and for another program."""

from dataclasses import dataclass

from generator.dutch.sentences import capital, full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.schema import UNKNOWN, Agreements, VeldSoort
from generator.views.head import Crumb, Head


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, what stands in it, what it means, and the codes with their meanings."""

    id: str
    name: str
    kind: str
    meaning: str
    needed: bool
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RegistrationPage:
    """The fields, with where the table and the schema lie."""

    head: Head
    crumbs: tuple[Crumb, ...]
    lead: str
    fields: tuple[Field, ...]
    template: str
    schema: str


def registration_page(catalogue: Catalogue, agreements: Agreements) -> RegistrationPage:
    """Return the page."""
    agreed = agreements.vastgesteld_op
    return RegistrationPage(
        head=Head(
            address=addresses.REGISTRATION,
            title="Wat wij opschrijven",
            description="Dezelfde velden, codes en betekenissen voor iedereen die een verwijzing registreert.",
            status="Nog navragen: geen regio heeft dit vastgesteld."
            if agreed == UNKNOWN
            else f"{capital(agreements.vastgesteld_door or 'de regio')} heeft dit vastgesteld op {full_date(agreed)}.",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Voor verwijzers", addresses.REFERRERS)),
        lead=agreements.inleiding,
        fields=tuple(
            Field(
                one.veld,
                one.naam,
                one.soort.label,
                one.betekenis,
                bool(one.nodig),
                tuple((code.code, code.betekenis) for code in one.codes)
                or (
                    tuple((theme.id, theme.model.naam) for theme in catalogue.ordered_domains)
                    if one.soort is VeldSoort.THEMA
                    else ()
                ),
            )
            for one in agreements.velden
        ),
        template=addresses.REGISTRATION + addresses.REGISTRATION_TABLE,
        schema=addresses.REGISTRATION + addresses.REGISTRATION_SCHEMA,
    )
