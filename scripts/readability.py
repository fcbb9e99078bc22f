"""How well the site reads, by a Dutch measure: the pages by kind, and every sentence of ours that is too long (docs/leesbaarheid.md).

The measure is that of Flesch in the form that Douma gave it for Dutch, as textstat works it out: 70 and more reads easily. What
a volunteer wrote counts for a page, and not among our own sentences.

usage: python -m scripts.readability SITE CONTENT
"""

import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import textstat
import yaml

from generator.model.schema.base import TALEN

DOCUMENT = Path(__file__).parent.parent / "docs" / "leesbaarheid.md"
LONGEST = 15  # words in a sentence, and in an item of a list in a sentence
ITEM = 8  # words up to which a piece between commas is an item of a list
FEWEST = 60  # of the measure: below it a text is above B1
SILENT = frozenset({"script", "style", "svg", "pre", "code", "select", "nav", "option", "table"})
EDGE = "\0"  # stands where a tag was
INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "abbr", "time", "small", "q", "wbr", "mark"})
EMPTY = frozenset({"img", "br", "input", "wbr", "hr", "source", "use", "path", "link", "meta"})
# What people write, and not we: folders of the content.
THEIRS = ("activities", "organisations", "locations", "practices", "municipalities", "results")
KINDS = (
    ("home", r"index\.html"),
    ("zoeken", r"zoeken/index\.html"),
    ("thema", r"(?:ontdekken|bewegen|eten|natuur|kunst)-en-[a-z]+/index\.html"),
    ("thema in een gemeente", r"[a-z-]+/(?:ontdekken|bewegen|eten|natuur|kunst)-en-[a-z]+/index\.html"),
    ("agenda", r"(?:[a-z-]+/)?agenda/index\.html"),
    ("deze week", r"[a-z-]+/deze-week/index\.html"),
    ("Welzijn op Recept", r"welzijn-op-recept/(?:flyer/)?index\.html"),
    ("voor verwijzers", r"verwijzers/.*index\.html"),
    ("praktijken", r"praktijken/.*index\.html"),
    ("resultaten en ervaringen", r"(?:resultaten|ervaringen)/.*index\.html"),
    ("meedoen", r"meedoen/.*index\.html"),
    ("overzicht", r"(?:[a-z-]+/)?overzicht/index\.html"),
    ("inbedden en open data", r"(?:inbedden|data)/.*index\.html"),
    ("over, privacy, toegankelijkheid", r"(?:over|privacy|toegankelijkheid)/index\.html"),
    ("gemeente", r"[a-z-]+/index\.html"),
    ("activiteit", r"[a-z-]+/[a-z0-9-]+/index\.html"),
)


@dataclass(frozen=True, slots=True)
class Reads:
    """How a page reads: the measure, how many words its sentences have, and those of ours that are too long."""

    kind: str
    measure: float
    words: float
    long: tuple[str, ...]


class Blocks(HTMLParser):
    """Collects the text between the tags of a page that are no part of a sentence, inside ``main``."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.found = [""]
        self.silent = 0
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a new text where the tag is no part of a sentence."""
        del attrs
        self.inside |= tag == "main"
        self.silent += tag in SILENT
        self.found += [""] if tag not in INLINE else []
        self.found[-1] += EDGE

    def handle_endtag(self, tag: str) -> None:
        """End a text."""
        if tag == "main":
            self.inside = False
        if tag not in EMPTY:
            self.silent -= tag in SILENT
        self.found += [""] if tag not in INLINE else []
        self.found[-1] += EDGE

    def handle_data(self, data: str) -> None:
        """Take text along."""
        if self.inside and not self.silent:
            self.found[-1] += data


def sentences(html: str) -> list[str]:
    """Return the whole sentences of a page: what ends in a sign that ends one, and has three words."""
    blocks = Blocks()
    blocks.feed(html)
    found = []
    # Two words with a tag between them and no space stand apart on the page.
    for block in (one for text in blocks.found for one in re.split(rf"(?<=\w){EDGE}+(?=\w)", text)):
        flat = " ".join(block.replace(EDGE, "").split())
        found += [one for one in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý“\"0-9])", flat) if one[-1:] in {*".!?:"}]
    return [one for one in found if len(counted(one)) > 2]


def counted(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w(?:[\w.@/’'-]*\w)?", text)


def length(sentence: str) -> int:
    """Return how many words one has to hold at once: a list after a colon is read item by item."""
    head, colon, rest = sentence.partition(": ")
    items = [len(counted(one)) for one in re.split(r", | en | of ", rest)]
    if colon and len(items) > 2 and max(items) <= ITEM:
        return max(len(counted(head)), *items)
    return len(counted(sentence))


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a file of the content."""
    if isinstance(value, str):
        yield " ".join(value.split())
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(one)


def written(content: Path) -> str:
    """Return all that people wrote."""
    found: list[str] = []
    for folder in THEIRS:
        for path in sorted((content / folder).rglob("*.yml")):
            found += texts(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - only text
    return "\n".join(found)


def ours(sentence: str, theirs: str) -> bool:
    """Tell whether a sentence is ours: no line of theirs, and none with a name of theirs in it."""
    names = [line for line in theirs.split("\n") if 3 < len(line) < 120]
    return sentence.rstrip(".") not in theirs and not any(name in sentence for name in names if len(counted(name)) > 2)


def read(site: Path, content: Path) -> dict[str, Reads]:
    """Return how each Dutch page of a built site reads, by its path."""
    textstat.set_lang("nl")
    theirs = written(content)
    found = {}
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix()
        said = sentences(path.read_text(encoding="utf-8"))
        kind = next((kind for kind, form in KINDS if re.fullmatch(form, name)), "")
        if name.split("/")[0] in TALEN or not said or not kind:
            continue
        long = tuple(one for one in said if length(one) > LONGEST and ours(one, theirs))
        measure = textstat.flesch_reading_ease(" ".join(said))
        found[name] = Reads(kind, measure, statistics.mean(map(length, said)), long)
    return found


def document(found: dict[str, Reads]) -> str:
    """Return the figures as a page of the documents."""
    lines = [
        "# Hoe de site leest",
        "",
        "De maat is Flesch-Douma: 70 en hoger leest makkelijk, 60 tot 70 is gewoon, en wat eronder komt is te moeilijk (boven B1). Elke",
        "bladzijde is gemeten, met wat vrijwilligers schreven. In onze eigen zinnen staan hoogstens 15 woorden; een opsomming achter een",
        "dubbele punt leest iemand stuk voor stuk. Gemaakt met `python -m scripts.readability`.",
        "",
        "| soort bladzijde | aantal | middelste | laagste | woorden per zin | te lange zinnen van ons |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, _ in KINDS:
        some = [one for one in found.values() if one.kind == kind]
        if some:
            measures = [one.measure for one in some]
            long = len({sentence for one in some for sentence in one.long})
            words = f"{statistics.mean(one.words for one in some):.1f}".replace(".", ",")
            lines.append(
                f"| {kind} | {len(some)} | {statistics.median(measures):.0f} | {min(measures):.0f} | {words} | {long} |"
            )
    return "\n".join([*lines, "", WEIGHED, ""])


WEIGHED = """## Waarom deze maat

| maat | gewogen |
| --- | --- |
| Flesch-Douma met textstat | gekozen: onderhouden, MIT, lettergrepen van pyphen; een grove maat, en daarom met een grens aan elke zin erbij |
| LiNT-II (`lint-ii`) | beter getoetst, maar vraagt een taalmodel van 560 MB dat niet bij de pakketten staat; op een kale machine draait hij niet |
| readability (Van Cranenburgh) | telt lettergrepen ruw, en zegt zelf dat de schaal voor Engels is |

Wat een maat niet ziet, staat in de woorden: die houden wij gewoon. Wie een zin maakt, leest hem hardop."""


def main(site: str, content: str) -> int:
    """Write the document; say which sentences of ours are too long."""
    found = read(Path(site), Path(content))
    DOCUMENT.write_text(document(found), encoding="utf-8")
    long = {sentence: name for name, one in found.items() for sentence in one.long}
    for sentence, name in sorted(long.items(), key=lambda one: one[1]):
        sys.stdout.write(f"{name}: {sentence}\n")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
