"""Numbers of people in public: one under five could tell who somebody is, and so could what is left when the others are taken off a total.

A table is a total with its parts. A part stands as it is, as fewer than five, or as left out: one that is not small, but would tell one that
is. Of a part that is fewer than five nobody can work out more than that: zero to four are all possible.
"""

from collections.abc import Mapping, Sequence

from generator.model.schema import FEW, FEWEST, LEFT_OUT

Told = int | str


def told(number: int) -> Told:
    """Return a number as it may be told."""
    return number if number >= FEWEST else FEW


def leaks(total: Told, parts: Sequence[Told]) -> bool:
    """Tell whether a table gives away a number under five; ``total`` and ``parts`` are numbers, ``minder-dan-5`` or ``weggelaten``."""
    few, out = parts.count(FEW), parts.count(LEFT_OUT)
    if not isinstance(total, int):
        # What is known of another table would do for the total.
        return total == LEFT_OUT and few + out > 0
    rest = total - sum(part for part in parts if isinstance(part, int))
    if not few + out:
        return 0 < rest < FEWEST
    if rest < FEWEST:
        return True
    if not few:
        return False
    most = FEWEST - 1
    return rest < FEWEST * out + most if out else rest > most * (few - 1)


def protected(parts: Mapping[str, int]) -> dict[str, Told] | None:
    """Return the parts as they may be told beside their sum; None where none of them may."""
    if sum(parts.values()) < FEWEST:
        return dict.fromkeys(parts, FEW)
    found = {name: told(number) for name, number in parts.items()}
    # The smallest that stands there goes first, until nothing can be worked out.
    to_go = sorted((number, name) for name, number in parts.items() if number >= FEWEST)
    total = sum(parts.values())
    for _, name in to_go:
        if not leaks(total, list(found.values())):
            return found
        found[name] = LEFT_OUT
    return None if leaks(total, list(found.values())) else found
