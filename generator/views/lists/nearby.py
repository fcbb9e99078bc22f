"""What there is to do next door: for who lives at an edge, and for a list with little in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model import addresses
from generator.model.neighbours import EXACT, Neighbour
from generator.views.lists.listing import amount


@dataclass(frozen=True, slots=True)
class Near:
    """A municipality next door: where its list is, how far it lies, and how much there is (empty where that is not said)."""

    id: str
    name: str
    address: str
    far: str
    amount: str


def nearby(near: Iterable[Neighbour], theme: str = "", address: Callable[[str], str] | None = None) -> tuple[Near, ...]:
    """Return the municipalities next door that have something, of one ``theme`` where that is given. ``address`` is of another page of theirs."""
    to = address or (lambda id_: addresses.theme_in(id_, theme) if theme else addresses.page(id_))
    return tuple(
        Near(one.id, one.name, to(one.id), f"ongeveer {one.km} km", _amount(one.amounts.get(theme, 0)))
        for one in near
        if one.amounts.get(theme)
    )


def _amount(rough: int) -> str:
    return amount(rough) if rough < EXACT else amount(rough).replace(" ", " of meer ", 1)
