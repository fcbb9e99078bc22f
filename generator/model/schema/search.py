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

    naam: Regel = Field(description="Hoe de soort heet, voor bezoekers.", examples=["Wandelen"])
    domein: Id = Field(description="Het thema waar de soort bij hoort.", examples=["bewegen-en-plezier"])
    pictogram: Pictogram = Field(description="De naam van een pictogram van Material.", examples=["walk"])
    woorden: Woorden = Field((), description="Woorden waarmee mensen dit zoeken.", examples=["ommetje"])
    streektaal: Woorden = Field((), description="Woorden uit de streektaal.", examples=["wandele"])
    andere_talen: AndereTalen = Field({}, description="Woorden in andere talen.", examples=["en: [walking]"])
    hoort_bij: Soortnamen = Field((), description="Ruimere soorten waar deze onder valt.", examples=["bewegen"])
    lijkt_op: Soortnamen = Field((), description="Soorten die u daarna wilt laten zien.", examples=["fietsen"])
    plek: Literal["ja"] | None = Field(None, description="ja als het woord vaak alleen zegt waar iets is.")
    openactive: Id | None = Field(None, description="Het nummer in de lijst van OpenActive, als het daarin staat.")


class Kinds(Model):
    """The file with all kinds."""

    soorten: dict[str, Soort] = Field(description="De soorten, elk onder een korte naam.")


class Synoniem(Model):
    """Words that lead somewhere else than to one kind (``content/synonyms.yml``)."""

    zoek: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=60), WithoutDoubles()] = Field(
        description="Wat mensen typen.", examples=["eenzaam"]
    )
    andere_talen: AndereTalen = Field({}, description="Hetzelfde in andere talen.", examples=["en: [lonely]"])
    soorten: Soortnamen = Field((), description="Soorten die het beste passen.", examples=["koffie-drinken"])
    ook: Soortnamen = Field((), description="Soorten die daarna komen.", examples=["samen-eten"])
    doelgroepen: tuple[Annotated[Doelgroep, one_of(Doelgroep)], ...] = Field(
        (), description="Voor wie de bezoeker iets zoekt.", examples=["ouderen"]
    )
    domein: Id | None = Field(None, description="Het thema waar het over gaat.")
    filter: dict[Annotated[Zoekfilter, one_of(Zoekfilter)], Regel] = Field(
        {}, description="Het filter dat het woord aanzet.", examples=["kosten: gratis"]
    )
    behoefte: Literal["ja"] | None = Field(
        None, description="ja als het zegt hoe iemand eraan toe is, en niet wat iemand wil doen."
    )
    vind: Woorden = Field((), description="Andere woorden voor hetzelfde.", examples=["fiets"])


class Synonyms(Model):
    """The file with other words."""

    loos: Kreten = Field((), description="Woorden die in een vraag niets zeggen.", examples=["eigenlijk"])
    personen: Kreten = Field((), description="Woorden voor iemand over wie een ander vertelt.", examples=["buurvrouw"])
    ontkent: Kreten = Field((), description="Woorden die zeggen dat iemand iets niet wil.", examples=["geen"])
    synoniemen: tuple[Synoniem, ...] = Field(description="De lijst.")


class Nummer(Model):
    """A number to call, with when."""

    naam: Regel = Field(description="Wie u dan spreekt.", examples=["113 Zelfmoordpreventie"])
    telefoon: Regel = Field(description="Het nummer.", examples=["0800 0113"])
    wanneer: Zin | None = Field(None, description="Wanneer u dit nummer belt.")


class Wegwijzer(Model):
    """What the site says first to somebody who looks for help that is no activity (``content/safety.yml``)."""

    blok: Annotated[Blok, one_of(Blok)] = Field(description="Wat voor blok het is.")
    woorden: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=800), WithoutDoubles()] = Field(
        description="De woorden die het blok laten zien; bij nood zijn het zinnen, waar een woord tussen mag staan."
    )
    andere_talen: AndereTalen = Field({}, description="Hetzelfde in andere talen.")
    titel: Regel = Field(description="De kop van het blok.")
    tekst: Zin = Field(description="Een of twee korte zinnen.")
    nummers: tuple[Nummer, ...] = Field((), description="Nummers om te bellen.")
    pagina: Adres | None = Field(None, description="De pagina op deze site met meer uitleg.", examples=["verwijzers/"])
    soorten: Soortnamen = Field((), description="Soorten die zacht worden voorgesteld.")


class Safety(Model):
    """The file with signposts. ``bevestigd_op`` stays unknown until somebody has called every number."""

    bevestigd_op: DatumOfOnbekend = Field(UNKNOWN, description="De dag waarop iemand alle nummers heeft nagekeken.")
    zelfde: dict[Annotated[str, Field(pattern=r"^(nl|en|de|pl|tr|ar|uk)$")], tuple[Kreten, ...]] = Field(
        {}, description="Woorden die in een noodkreet hetzelfde zeggen, per taal."
    )
    tussendoor: Kreten = Field((), description="Kleine woorden die overal in een noodkreet mogen staan.")
    geen_nood: Kreten = Field((), description="Zinnen die op een noodkreet lijken en er geen zijn.")
    wegwijzers: tuple[Wegwijzer, ...] = Field(description="De blokken; het eerste dat past, wordt getoond.")


class Vraag(Model):
    """A question that somebody asked, and what must come out (``content/questions.yml``)."""

    vraag: Regel = Field(description="Wat iemand typte.", examples=["iets met muziek"])
    soorten: Soortnamen = Field((), description="Een van deze soorten hoort bovenaan.")
    blok: Annotated[Blok, one_of(Blok)] | Literal["geen"] = Field(
        "geen", description="Het blok dat erboven hoort, of geen."
    )
    filter: dict[Annotated[Zoekfilter, one_of(Zoekfilter)], Regel] = Field(
        {}, description="Het filter dat aan hoort te gaan."
    )
    niets: Literal["ja"] | None = Field(None, description="ja als er terecht niets gevonden wordt.")


class Questions(Model):
    """The file with questions, scored at every test."""

    vragen: tuple[Vraag, ...] = Field(description="De lijst.")
