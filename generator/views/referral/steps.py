"""The one picture of the referral: its steps along a winding path, for a narrow screen as well as a wide one."""

import itertools
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.schema import Stap

WIDTH = 360
STEP = 88  # units between two steps
TOP = 44
LEFT, RIGHT = 60, 300
LETTERS = 15  # a line beside a step


@dataclass(frozen=True, slots=True)
class Station:
    """A step in the picture: where its mark stands, where its words begin, and to which side they go."""

    number: int
    icon: str
    x: int
    y: int
    text_x: int
    anchor: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in its own units: its size, the path, the stations along it, and the same in words."""

    width: int
    height: int
    path: str
    stations: tuple[Station, ...]
    words: str


def picture(steps: Sequence[Stap]) -> Picture:
    """Return the picture of the steps, from top to bottom, left and right in turn."""
    points = [(LEFT if index % 2 == 0 else RIGHT, TOP + STEP * index) for index in range(len(steps))]
    path = f"M{points[0][0]} {points[0][1]}"
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        middle = (y0 + y1) // 2
        path += f" C{x0} {middle + STEP // 4} {x1} {middle - STEP // 4} {x1} {y1}"
    stations = tuple(
        _station(number, step, *point) for number, (step, point) in enumerate(zip(steps, points, strict=True), 1)
    )
    words = " ".join(f"{number}. {step.kort.rstrip('.?')}." for number, step in enumerate(steps, 1))
    return Picture(WIDTH, TOP * 2 + STEP * (len(steps) - 1), path, stations, words)


def _station(number: int, step: Stap, x: int, y: int) -> Station:
    lines = textwrap.wrap(step.kort, LETTERS) or [step.kort]
    first = y + 6 - 10 * (len(lines) - 1)
    left = x == LEFT
    placed = tuple((first + 20 * index, line) for index, line in enumerate(lines))
    return Station(number, step.pictogram, x, y, x + 44 if left else x - 44, "start" if left else "end", placed)
