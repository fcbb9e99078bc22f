"""Other words, and where they lead (``content/synonyms.yml``)."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.schema.base import AndereTalen, Id, Kreten, Model, Regel, Soortnamen, Woorden, one_of
from generator.model.schema.notation import WithoutDoubles
from generator.model.schema.values import Doelgroep, Zoekfilter


class Synoniem(Model):
    """Words that lead somewhere else than to one kind (``content/synonyms.yml``)."""

    zoek: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=60), WithoutDoubles()] = Field(
        description="Wat mensen typen.", examples=["eenzaam"], title="what somebody types"
    )
    andere_talen: AndereTalen = Field(
        {}, description="Hetzelfde in andere talen.", examples=["en: [lonely]"], title="words in other languages"
    )
    soorten: Soortnamen = Field(
        (), description="Soorten die het beste passen.", examples=["koffie-drinken"], title="kinds"
    )
    ook: Soortnamen = Field(
        (), description="Soorten die daarna komen.", examples=["samen-eten"], title="kinds that come later"
    )
    doelgroepen: tuple[Annotated[Doelgroep, one_of(Doelgroep)], ...] = Field(
        (), description="Voor wie de bezoeker iets zoekt.", examples=["ouderen"], title="audiences"
    )
    domein: Id | None = Field(None, description="Het thema waar het over gaat.", title="theme of a kind")
    filter: dict[Annotated[Zoekfilter, one_of(Zoekfilter)], Regel] = Field(
        {},
        description="Het filter dat het woord aanzet.",
        examples=["kosten: gratis"],
        title="filter that a word switches on",
    )
    behoefte: Literal["ja"] | None = Field(
        None,
        description="ja als het zegt hoe iemand eraan toe is, en niet wat iemand wil doen.",
        title="says how somebody is, not what somebody wants to do",
    )
    vind: Woorden = Field(
        (), description="Andere woorden voor hetzelfde.", examples=["fiets"], title="words for the same"
    )


class Synonyms(Model):
    """The file with other words."""

    loos: Kreten = Field(
        (),
        description="Woorden die in een vraag niets zeggen.",
        examples=["eigenlijk"],
        title="words that say nothing in a question",
    )
    personen: Kreten = Field(
        (),
        description="Woorden voor iemand over wie een ander vertelt.",
        examples=["buurvrouw"],
        title="words for a person who is talked about",
    )
    ontkent: Kreten = Field(
        (),
        description="Woorden die zeggen dat iemand iets niet wil.",
        examples=["geen"],
        title="words that say what somebody does not want",
    )
    synoniemen: tuple[Synoniem, ...] = Field(description="De lijst.", title="other words (list)")
