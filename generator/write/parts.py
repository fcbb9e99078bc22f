"""A site made by several machines: each makes the pages of some municipalities, and one puts them together and makes the rest.

What a machine hands over is a folder with the files of its municipalities and one file more, :data:`NAME`, that says what they are.
docs/schaal.md tells when that is worth it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgpack

from generator.work.cache import of, plain
from generator.work.disk import replace_whole
from generator.write.plan import Cell

NAME = ".deel"
AGAIN = "Maak het deel opnieuw."
Listed = tuple[str, str, int]  # the address of a file, the key that it was made from, and its size


class PartError(Exception):
    """Parts that do not belong together; the message says what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A municipality that another machine made: under which ``key``, what is known of it, what was left out, and its files."""

    key: str
    cell: Cell
    notes: tuple[str, ...]
    files: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What one machine made: which of how many parts, with which numbers of calendars, and each municipality."""

    number: int
    amount: int
    ledger: str
    ready: Mapping[str, Ready]


def share_of(places: Mapping[str, int], number: int, amount: int) -> list[str]:
    """Return the municipalities of part ``number`` of ``amount``, so that all parts have about as much to do.

    ``places`` has how many files each has.
    """
    ordered = sorted(places, key=lambda place: (-places[place], place))
    return sorted(ordered[number - 1 :: amount])


def write_share(folder: Path, share: Share) -> None:
    """Write what a part is beside its files."""
    replace_whole(folder / NAME, [msgpack.packb(share, default=plain)])


def read_shares(folders: Sequence[Path]) -> dict[str, tuple[Path, Ready]]:
    """Return every municipality of all parts with the folder of its files. Raises PartError where they are not all parts of one whole."""
    shares = [(folder, _read(folder)) for folder in folders]
    amounts = {share.amount for _, share in shares}
    if len(amounts) != 1:
        raise PartError(f"Dit zijn delen van verschillende bouwen: van {_listed(amounts)} delen. {AGAIN}")
    amount = amounts.pop()
    missing = sorted(set(range(1, amount + 1)) - {share.number for _, share in shares})
    if missing or len(shares) != amount:
        what = f"Deel {_listed(missing)} ontbreekt" if missing else "Een deel is er twee keer"
        raise PartError(f"{what}: geef elk van de {amount} delen een keer.")
    return {place: (folder, ready) for folder, share in shares for place, ready in share.ready.items()}


def _read(folder: Path) -> Share:
    try:
        share: Share = of(Share)(msgpack.unpackb((folder / NAME).read_bytes(), use_list=False))
    except OSError as error:
        raise PartError(
            f"{folder} is geen deel van een site: {NAME} ontbreekt. Maak het met: build --part 1/4"
        ) from error
    except Exception as error:
        raise PartError(f"{folder}/{NAME} is niet te lezen. {AGAIN}") from error
    for ready in share.ready.values():
        for path, _, size in ready.files:
            try:
                whole = (folder / path).stat().st_size == size
            except OSError:
                whole = False
            if not whole:
                raise PartError(f"{folder}/{path} is niet heel overgekomen. Haal het deel opnieuw op.")
    return share


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
