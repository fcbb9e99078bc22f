"""The kinds of activity, and the words with which people look for them (``content/kinds.yml``)."""

from typing import Literal

from pydantic import Field

from generator.model.schema.base import AndereTalen, Id, Ja, Model, Pictogram, Regel, Soortnamen, Woorden


class Soort(Model):
    """A kind of activity, and the words with which people look for it (``content/kinds.yml``)."""

    naam: Regel = Field(description="Hoe de soort heet, voor bezoekers.", examples=["Wandelen"], title="name")
    domein: Id = Field(
        description="Het thema waar de soort bij hoort.", examples=["bewegen-en-plezier"], title="theme of a kind"
    )
    pictogram: Pictogram = Field(
        description="De naam van een pictogram van Material.", examples=["walk"], title="pictogram"
    )
    woorden: Woorden = Field(
        (), description="Woorden waarmee mensen dit zoeken.", examples=["ommetje"], title="words people type"
    )
    streektaal: Woorden = Field(
        (), description="Woorden uit de streektaal.", examples=["wandele"], title="dialect words"
    )
    andere_talen: AndereTalen = Field(
        {}, description="Woorden in andere talen.", examples=["en: [walking]"], title="words in other languages"
    )
    hoort_bij: Soortnamen = Field(
        (), description="Ruimere soorten waar deze onder valt.", examples=["bewegen"], title="broader kinds"
    )
    lijkt_op: Soortnamen = Field(
        (), description="Soorten die u daarna wilt laten zien.", examples=["fietsen"], title="kinds that come after"
    )
    plek: Literal["ja"] | None = Field(
        None, description="ja als het woord vaak alleen zegt waar iets is.", title="a word for a place"
    )
    voor_een_ander: Ja | None = Field(
        None,
        description="ja als iemand dan iets doet voor een ander; het geldt ook voor soorten die hieronder vallen.",
        title="doing something for others",
    )
    openactive: Id | None = Field(
        None,
        description="Het nummer in de lijst van OpenActive, als het daarin staat.",
        title="id in OpenActive's activity list",
    )
    openactive_naam: Regel | None = Field(
        None, description="Hoe het in die lijst heet, in het Engels.", examples=["Walking"], title="name in that list"
    )


class Kinds(Model):
    """The file with all kinds."""

    soorten: dict[str, Soort] = Field(description="De soorten, elk onder een korte naam.", title="kinds")
