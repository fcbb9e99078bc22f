"""Where the time of a build goes, by room of the house: ``python -m bench.profile CONTENT [PROGRAM]``, with py-spy from its package.

A sample counts for the room that works last before packages do: what a template asks of a view counts for the view. ``PROGRAM`` is another
checkout, to stand beside this one.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SPY = "py-spy"
ROOM = re.compile(r"generator/(?:show/(templates)|(\w+))/")
BUILD = ["-m", "generator", "build", "--jobs", "1", "--today", "2026-11-22", "--site-url", "https://w.example/"]


def profile(content: Path, program: Path) -> Counter[str]:
    """Return how many samples each room has in a build from nothing."""
    with tempfile.TemporaryDirectory(prefix="profiel-") as folder:
        raw = Path(folder) / "raw"
        command = [
            SPY,
            "record",
            "--rate",
            "50",
            "--format",
            "raw",
            "--subprocesses",
            "--full-filenames",
            "--output",
            str(raw),
            "--",
        ]
        build = [sys.executable, *BUILD, "--content", str(content.absolute()), "--out", f"{folder}/site"]
        subprocess.run([*command, *build], cwd=program, check=True, capture_output=True)
        return rooms(raw.read_text(encoding="utf-8").splitlines())


def rooms(lines: list[str]) -> Counter[str]:
    """Return samples by room; ``lines`` are stacks, outermost first, each with its number."""
    found: Counter[str] = Counter()
    for line in lines:
        stack, _, number = line.rpartition(" ")
        inside = ROOM.findall(stack)
        found["/".join(filter(None, inside[-1])) if inside else "(laden, MkDocs, hulpprocessen)"] += int(number)
    return found


def main() -> None:
    """Print a table."""
    content, programs = Path(sys.argv[1]), [Path(), *map(Path, sys.argv[2:])]
    found = [profile(content, program) for program in programs]
    for room, _ in found[0].most_common():
        cells = (f"{100 * one[room] / one.total():.0f} % van {one.total() / 50:.0f} s" for one in found)
        print(f"| {room} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
