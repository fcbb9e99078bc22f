"""What the search knows, kept by volunteers: kinds of activity, other words, signposts and questions."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from generator.model.schema.base import Adres, DatumOfOnbekend, Id, Model, Pictogram, Regel, Zin, one_of
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.values import Blok, Doelgroep, Zoekfilter

Woorden: TypeAlias = Annotated[tuple[Regel, ...], Field(max_length=80), WithoutDoubles()]
Taal: TypeAlias = Annotated[str, Field(pattern=r"^(en|de|pl|tr|ar|uk)$")]
AndereTalen: TypeAlias = dict[Taal, Annotated[tuple[Regel, ...], Field(max_length=200), WithoutDoubles()]]
Kreten: TypeAlias = Annotated[tuple[Regel, ...], Field(max_length=800), WithoutDoubles()]
Soortnamen: TypeAlias = Annotated[tuple[Id, ...], Field(max_length=40), WithoutDoubles()]


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
    openactive: Id | None = Field(
        None,
        description="Het nummer in de lijst van OpenActive, als het daarin staat.",
        title="id in OpenActive's activity list",
    )


class Kinds(Model):
    """The file with all kinds."""

    soorten: dict[str, Soort] = Field(description="De soorten, elk onder een korte naam.", title="kinds")


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


class Nummer(Model):
    """A number to call, with when."""

    naam: Regel = Field(description="Wie u dan spreekt.", examples=["113 Zelfmoordpreventie"], title="name")
    telefoon: Regel = Field(description="Het nummer.", examples=["0800 0113"], title="telephone")
    wanneer: Zin | None = Field(None, description="Wanneer u dit nummer belt.", title="when")


class Wegwijzer(Model):
    """What the site says first to somebody who looks for help that is no activity (``content/safety.yml``)."""

    blok: Annotated[Blok, one_of(Blok)] = Field(description="Wat voor blok het is.", title="kind of signpost")
    woorden: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=800), WithoutDoubles()] = Field(
        description="De woorden die het blok laten zien; bij nood zijn het zinnen, waar een woord tussen mag staan.",
        title="words people type",
    )
    andere_talen: AndereTalen = Field({}, description="Hetzelfde in andere talen.", title="words in other languages")
    titel: Regel = Field(description="De kop van het blok.", title="title")
    tekst: Zin = Field(description="Een of twee korte zinnen.", title="text")
    nummers: tuple[Nummer, ...] = Field((), description="Nummers om te bellen.", title="numbers to call")
    pagina: Adres | None = Field(
        None, description="De pagina op deze site met meer uitleg.", examples=["verwijzers/"], title="page of this site"
    )
    soorten: Soortnamen = Field((), description="Soorten die zacht worden voorgesteld.", title="kinds")


class Safety(Model):
    """The file with signposts. ``bevestigd_op`` stays unknown until somebody has called every number."""

    bevestigd_op: DatumOfOnbekend = Field(
        UNKNOWN,
        description="De dag waarop iemand alle nummers heeft nagekeken.",
        title="day on which the numbers were checked",
    )
    zelfde: dict[Annotated[str, Field(pattern=r"^(nl|en|de|pl|tr|ar|uk)$")], tuple[Kreten, ...]] = Field(
        {},
        description="Woorden die in een noodkreet hetzelfde zeggen, per taal.",
        title="words that say the same in a cry",
    )
    tussendoor: Kreten = Field(
        (),
        description="Kleine woorden die overal in een noodkreet mogen staan.",
        title="small words that may stand inside a cry",
    )
    geen_nood: Kreten = Field(
        (),
        description="Zinnen die op een noodkreet lijken en er geen zijn.",
        title="what sounds like a cry for help and is none",
    )
    wegwijzers: tuple[Wegwijzer, ...] = Field(
        description="De blokken; het eerste dat past, wordt getoond.", title="signposts (list)"
    )


class Vraag(Model):
    """A question that somebody asked, and what must come out (``content/questions.yml``)."""

    vraag: Regel = Field(description="Wat iemand typte.", examples=["iets met muziek"], title="question")
    soorten: Soortnamen = Field((), description="Een van deze soorten hoort bovenaan.", title="kinds")
    blok: Annotated[Blok, one_of(Blok)] | Literal["geen"] = Field(
        "geen", description="Het blok dat erboven hoort, of geen.", title="kind of signpost"
    )
    filter: dict[Annotated[Zoekfilter, one_of(Zoekfilter)], Regel] = Field(
        {}, description="Het filter dat aan hoort te gaan.", title="filter that a word switches on"
    )
    niets: Literal["ja"] | None = Field(
        None, description="ja als er terecht niets gevonden wordt.", title="nothing may be found"
    )


class Questions(Model):
    """The file with questions, scored at every test."""

    vragen: tuple[Vraag, ...] = Field(description="De lijst.", title="questions (list)")
