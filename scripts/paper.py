"""Draws all paper of a site small on one sheet, so that one look judges it; and each kind of paper by itself, for docs/papier.md.

usage: python -m scripts.paper [--content DIR] [--out DIR]

``out`` (docs/beeld) gets ``papier.png``, which has every sheet of every practice, and one picture for each kind of sheet. Needs
pdftoppm, of poppler.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PIL import Image, ImageOps

from generator.work.cache import Cache
from generator.write.build import Builder, Options

PROJECT = Path(__file__).parent.parent
ADDRESS = "https://www.voorbeeld.nl/"
SMALL, LARGE = 22, 60  # dots per inch: on the sheet of all, and by itself
ROW = 1800  # how wide the sheet of all is, in dots
COLOURS = 64
KINDS = ("flyer", "poster", "kaartjes", "deze-week")


def main() -> None:
    """Draw what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=PROJECT / "content")
    parser.add_argument("--out", type=Path, default=PROJECT / "docs/beeld")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        Builder(Cache()).build(Options(asked.content, site, date.today(), ADDRESS))  # noqa: DTZ011 - a picture of today
        papers = sorted(site.rglob("*.pdf"), key=lambda path: (KINDS.index(path.stem.removesuffix("-a3")), path))
        _save(_together([side for path in papers for side in drawn(path, SMALL)]), asked.out / "papier.png")
        for kind in KINDS:
            one = next((path for path in papers if path.stem == kind), None)
            if one:
                _save(_beside(drawn(one, LARGE)), asked.out / f"{kind}.png")


def drawn(path: Path, dpi: int) -> list[Image.Image]:
    """Return the sides of a PDF as pictures with a thin edge."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(dpi), "-png", str(path), f"{folder}/side"]
        subprocess.run(command, check=True)  # noqa: S603 - of poppler, and no words of anybody else
        return [ImageOps.expand(Image.open(side).convert("RGB"), 1, "#999") for side in sorted(Path(folder).iterdir())]


def _beside(sides: Iterable[Image.Image], gap: int = 8) -> Image.Image:
    all_ = list(sides)
    made = Image.new("RGB", (sum(one.width + gap for one in all_) - gap, max(one.height for one in all_)), "#e9e5dc")
    left = 0
    for one in all_:
        made.paste(one, (left, 0))
        left += one.width + gap
    return made


def _together(sides: list[Image.Image], gap: int = 10) -> Image.Image:
    """Return pictures in rows, as words on a page."""
    rows: list[list[Image.Image]] = [[]]
    for one in sides:
        if sum(other.width + gap for other in rows[-1]) + one.width > ROW:
            rows.append([])
        rows[-1].append(one)
    beside = [_beside(row, gap) for row in rows if row]
    made = Image.new("RGB", (ROW, sum(row.height + gap for row in beside)), "#e9e5dc")
    top = 0
    for row in beside:
        made.paste(row, (0, top))
        top += row.height + gap
    return made


def _save(picture: Image.Image, path: Path) -> None:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
