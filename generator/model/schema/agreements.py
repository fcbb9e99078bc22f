"""What a region registers of a referral, in the same words everywhere (``content/agreements.yml``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import DatumOfOnbekend, Ja, Model, Regel, VeldNaam, Zin, one_of
from generator.model.schema.evidence import Bron
from generator.model.schema.notation import UNKNOWN
from generator.model.schema.values import Telling, VeldSoort


class Code(Model):
    """One value of a field, with the one meaning that it has in the region."""

    code: VeldNaam = Field(description="De waarde, in kleine letters.", examples=["verhuisd"], title="code")
    betekenis: Zin = Field(description="Wat de waarde betekent.", title="meaning of a term")


class Veld(Model):
    """One field that everybody registers in the same way."""

    veld: VeldNaam = Field(
        description="De naam van de kolom, in kleine letters.", examples=["gesproken_op"], title="field"
    )
    naam: Regel = Field(description="Hoe het veld heet voor mensen.", examples=["Gesproken op"], title="name")
    soort: Annotated[VeldSoort, one_of(VeldSoort)] = Field(
        description="Wat er in het veld staat.", title="kind of field"
    )
    betekenis: Zin = Field(
        description="Wat het veld betekent, en wanneer iemand het invult.", title="meaning of a term"
    )
    nodig: Ja | None = Field(None, description="ja als het altijd ingevuld is.", title="whether it is always there")
    codes: Annotated[tuple[Code, ...], Field(max_length=20)] = Field(
        (), description="De waarden waaruit iemand kiest.", title="codes"
    )
    telt: Annotated[Telling, one_of(Telling)] | None = Field(
        None, description="Wat er in de resultaten een hoger wordt als hier een dag staat.", title="what it counts for"
    )
    bericht: Zin | None = Field(
        None,
        description="De vraag in het bericht voor de huisarts na een gesprek. Zonder vraag staat het er niet in.",
        title="question in the message for the GP",
    )


class Agreements(Model):
    """What a region registers. ``vastgesteld_op`` stays unknown until a region has agreed to it."""

    vastgesteld_op: DatumOfOnbekend = Field(
        UNKNOWN, description="De dag waarop een regio dit heeft vastgesteld.", title="day on which it was agreed to"
    )
    vastgesteld_door: Regel | None = Field(
        None, description="Wie het heeft vastgesteld: een groep, geen naam.", title="who agreed to it"
    )
    inleiding: Zin = Field(description="De eerste regel onder de titel.", title="first line under the title")
    velden: Annotated[tuple[Veld, ...], Field(min_length=1, max_length=30)] = Field(
        description="De velden, op volgorde.", title="fields"
    )
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar dit is gevonden.", title="source"
    )
