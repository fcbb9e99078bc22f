"""How to reach somebody."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import Adres, Model, Regel


class Contact(Model):
    """How to reach an organisation: a general number or address, never a private one."""

    telefoon: Annotated[
        Regel | None,
        Asked(
            "Wat is het nummer van de organisatie?",
            "0522 123 456",
            Step.REACH,
            also=("tel", "tel.", "telefoonnummer", "tel nr", "telefoonnr", "phone"),
            more="Geen nummer van een persoon. Kent de site de organisatie al? Dan staat dit er al.",
            how=How.CONTACT,
            input="tel",
        ),
    ] = Field(None, description="Telefoonnummer van de organisatie.", examples=["0522 123 456"], title="telephone")
    email: Annotated[
        Regel | None,
        Asked(
            "Wat is het mailadres van de organisatie?",
            "info@voorbeeld.nl",
            Step.REACH,
            also=("e-mail", "mail", "mailadres", "e-mailadres", "emailadres"),
            how=How.CONTACT,
            input="email",
        ),
    ] = Field(None, description="Algemeen mailadres van de organisatie.", title="mail address")
    website: Annotated[
        Adres | None,
        Asked(
            "Wat is de website?",
            "https://www.voorbeeld.nl/",
            Step.REACH,
            also=("site", "url", "link", "webadres"),
            how=How.CONTACT,
            input="url",
        ),
    ] = Field(None, description="Webadres, begint met https://.", title="website")
