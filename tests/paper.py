"""Reads PDFs as others do: pikepdf for their structure, poppler for their words and pixels, zbar for their codes."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pikepdf


@dataclass(frozen=True)
class Tag:
    """A piece of structure: its kind, its alternative text, its own dictionary, and what is in it."""

    kind: str
    alt: str
    raw: pikepdf.Dictionary
    kids: tuple["Tag", ...]

    def all(self, *kinds: str) -> list["Tag"]:
        """Return every tag of some kinds, itself included, in the order in which they are read."""
        found = [self] if self.kind in kinds else []
        return [*found, *(tag for kid in self.kids for tag in kid.all(*kinds))]


def structure(pdf: pikepdf.Pdf) -> Tag:
    """Return the tags of a document."""
    return _tag(pdf.Root.StructTreeRoot.K[0])


def _tag(raw: pikepdf.Dictionary) -> Tag:
    kids: Any = raw.get("/K", [])
    inner = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    below = tuple(_tag(kid) for kid in inner if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)
    return Tag(str(raw.S)[1:], str(raw.get("/Alt", "")), raw, below)


def annotations(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return every link of a document."""
    return [cast("pikepdf.Dictionary", one) for page in pdf.pages for one in page.get("/Annots", [])]


def words(path: Path) -> list[tuple[int, float, float, float, float, str]]:
    """Return every word with its page (from 0) and its box, in points from the top left."""
    text = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    pattern = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<')
    return [
        (number, float(match[1]), float(match[2]), float(match[3]), float(match[4]), match[5])
        for number, page in enumerate(text.split("<page ")[1:])
        for match in pattern.finditer(page)
    ]


def said(path: Path) -> str:
    """Return the words of a document on one line."""
    return " ".join(word[-1] for word in words(path))


def codes(path: Path, folder: Path, dpi: int = 150) -> list[str]:
    """Return what the QR codes in a PDF or picture say, printed in black and white."""
    pictures = [path]
    if path.suffix == ".pdf":
        subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-png", str(path), str(folder / path.stem)], check=True)
        pictures = sorted(folder.glob(f"{path.stem}-*.png"))
    found = []
    for picture in pictures:
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)],
            capture_output=True,
            text=True,
            check=False,
        )
        found += done.stdout.split()
    return found
