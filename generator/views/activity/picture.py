"""What an activity looks like: its photograph or that of its location, and else the pictogram of its kind."""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.resolved import Resolved
from generator.model.schema import Foto


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph with its maker and licence; ``file`` is the name of what it was made from, for paper."""

    address: str
    alt: str
    credit: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of activity it is: a pictogram, and its name (empty where only the theme is known)."""

    icon: str
    name: str


def photo_of(it: Resolved) -> Photo | None:
    """Return the photograph of an activity; None where there is none."""
    return portrait(it.photo) if it.photo else None


def portrait(photo: Foto) -> Photo:
    """Return a photograph for a reader."""
    return Photo(
        addresses.photograph(photo.bestand), photo.alt, f"Foto: {photo.maker}, {photo.licentie}", photo.bestand
    )


def kind_of(it: Resolved) -> Kind:
    """Return the first kind of an activity; of one without kinds its theme."""
    kinds = it.catalogue.kind_of
    found = next((kinds[id_] for id_ in it.model.soorten or () if id_ in kinds), None)
    if found:
        return Kind(found.pictogram, found.naam)
    return Kind(it.catalogue.domains[it.model.domeinen[0]].model.pictogram, "")
