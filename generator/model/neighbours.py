"""Which municipalities lie near each other, and about how much there is to do in each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dutch.places import kilometres, middles_of_towns
from generator.model.catalogue import Entry
from generator.model.schema import Municipality

FAR = 25.0  # kilometres, from the middle of one to the middle of the other
MOST = 4
DEGREE = 111.0  # kilometres in a degree of latitude, or a little more
EXACT = 10  # below this a number is said as it is
STEPS = (10, 20, 50, 100, 200, 500, 1000)

Distances = Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality near another: how far its middle is (kilometres in a straight line), and how much there is to do.

    ``amounts`` counts all of it (under an empty name) and each theme, exactly below ten and above that with :func:`roughly`.
    """

    id: str
    name: str
    km: int
    amounts: Mapping[str, int]


def distances(municipalities: Iterable[Entry[Municipality]]) -> Distances:
    """Return for each municipality those that lie near it, the nearest first, with the kilometres in between.

    One that is not on the list of postcodes, which is dated, has none.
    """
    found = [(middles_of_towns().get((entry.model.cbs_code, "")), entry.id) for entry in municipalities]
    known = sorted((point, id_) for point, id_ in found if point)
    lats = [lat for (lat, _), _ in known]
    near: dict[str, tuple[tuple[str, float], ...]] = {id_: () for _, id_ in found}
    for point, id_ in known:
        window = slice(bisect_left(lats, point[0] - FAR / DEGREE), bisect_right(lats, point[0] + FAR / DEGREE))
        away = sorted((kilometres(point, other), name) for other, name in known[window] if name != id_)
        near[id_] = tuple((name, round(km, 3)) for km, name in away if km <= FAR)
    return near


def neighbours(
    near: Iterable[tuple[str, float]], names: Mapping[str, str], amounts: Mapping[str, Mapping[str, int]]
) -> tuple[Neighbour, ...]:
    """Return what there is to do near a municipality: the nearest few where there is anything. ``near`` is what :func:`distances` gives of it."""
    found = (
        Neighbour(id_, names[id_], max(1, round(km)), {theme: roughly(count) for theme, count in amounts[id_].items()})
        for id_, km in near
        if amounts[id_].get("")
    )
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def roughly(number: int) -> int:
    """Return a number that other pages may show without being made again at each change: exact below ten, else the round one below it."""
    return number if number < EXACT else max(step for step in STEPS if step <= number)
