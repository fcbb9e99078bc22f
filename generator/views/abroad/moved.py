"""What stands in another language at an address that an activity or a municipality had before."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.views.abroad.frame import Frame, frame
from generator.views.abroad.tongue import tongue


@dataclass(frozen=True, slots=True)
class MovedAbroad:
    """The way to where something is now; ``frame`` is that of the page there. ``name`` is what is found there, in Dutch."""

    frame: Frame
    name: str
    address: str


def moved_abroad(catalogue: Catalogue, code: str, codes: Sequence[str], path: str, name: str) -> MovedAbroad:
    """Return the page that leads to ``path``."""
    t = tongue(code)
    told = t.say("Deze bladzijde staat nu op een ander adres").text
    return MovedAbroad(frame(catalogue, t, told, path, codes), name, addresses.abroad(code, path))
