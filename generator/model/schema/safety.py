"""What the site says to who needs help that is no activity (``content/safety.yml``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import (
    TALEN,
    Adres,
    AndereTalen,
    DatumOfOnbekend,
    Kreten,
    Model,
    Regel,
    Soortnamen,
    Zin,
    one_of,
)
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.values import Blok


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
    zelfde: dict[Annotated[str, Field(pattern=rf"^({'|'.join(('nl', *TALEN))})$")], tuple[Kreten, ...]] = Field(
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
