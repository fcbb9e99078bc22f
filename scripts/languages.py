"""The catalogues of the other languages (``python -m scripts.languages``): every text that the pages say, with what is said of it already.

What is new is empty; what is no longer said goes. Whoever speaks a language fills in its ``.po`` file, with any editor for these files.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.model.schema.base import CATALOGUES, TALEN
from generator.read.general import FOLDER as GENERAL
from generator.views.abroad.activity import CALL
from generator.views.abroad.tongue import SOUND, locale

KEYWORDS = {"say": None, "many": (1, 2)}
CODE = Path(__file__).parents[1] / "generator" / "views" / "abroad"
GP = "Uw huisarts"  # the one name among the numbers that is no name
COMMENTS = {
    ", ": "What stands between the words of a row; with the space.",
    "{dagen}": "{dagen}: days of the week, with what this language writes between them.",
    "{n}": "{n}: a number; every form that this language has for numbers is needed.",
    "{dag}": "{dag}: a day, with month and year.",
    "{van}": "{van} and {tot}: times.",
    "{wat}": "{wat}: names of what nobody knows, such as When and Costs.",
    "{plaats}": "{plaats}: the name of a municipality, which stays as it is.",
    "{maanden}": "{maanden}: names of months.",
}


def read(path: Path) -> Any:
    """Return a file of the general texts; everything in it is text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text


def referral(words: Any) -> Iterator[str]:
    """Yield the texts about the referral; a step has a short text too, for the drawing, which stays Dutch."""
    yield from (words[name] for name in ("titel", "samenvatting", "inleiding", "verloop", "medicijnen"))
    for block in (one for one in words.values() if isinstance(one, dict)):
        yield from (block["kop"], block["tekst"])
    yield from (step["tekst"] for step in words["stappen"])


def general() -> Iterator[str]:
    """Yield what the pages say out of the files that all sites share: the names of the themes, the referral, and what is said to who needs help."""
    for path in sorted((GENERAL / "domains").glob("*.yml")):
        yield read(path)["naam"]
    yield from referral(read(GENERAL / "referral.yml"))
    for sign in read(GENERAL / "safety.yml")["wegwijzers"]:
        yield sign["titel"]
        yield sign["tekst"]
        for number in sign.get("nummers", ()):
            if number["naam"] == GP:
                yield GP
            if "wanneer" in number:
                yield number["wanneer"]


def template() -> Catalog:
    """Return every text of the pages in other languages, without where it stands: that would change with every line of code."""
    made = Catalog(project="Activiteitenwijzer", copyright_holder="the Activiteitenwijzer's authors")
    for _, _, text, _, _ in extract_from_dir(CODE, [("**.py", "python")], keywords=KEYWORDS):
        one = text[0] if isinstance(text, tuple) else text
        comments = [said for mark, said in COMMENTS.items() if mark == one or ("{" in mark and mark in one)] or [
            "Stands on a page by itself, for a visitor; say u politely."
        ]
        made.add(text, auto_comments=comments)
    for text in general():
        made.add(
            text,
            auto_comments=["Out of the texts that all sites share (themes, signposts, the referral); say u politely."],
        )
    made.add(
        CALL,
        context=SOUND,
        auto_comments=["How this Dutch sentence sounds, in the letters of the language: no translation."],
    )
    return made


def updated(code: str) -> bytes:
    """Return the catalogue of a language with the texts of today; ``code`` is that of the language."""
    path = CATALOGUES / f"{code}.po"
    found = template()
    if path.is_file():
        with path.open("rb") as file:
            before = read_po(file, locale=locale(code))
    else:
        before = Catalog(locale=code)
    made = Catalog(
        locale=locale(code) if path.is_file() else code,
        project="Activiteitenwijzer",
        copyright_holder="the Activiteitenwijzer's authors",
    )
    for message in found:
        if message.id:
            old = before.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            string = old.string if old and not old.fuzzy else None
            made.add(message.id, string, auto_comments=message.auto_comments, context=message.context)
    target = io.BytesIO()
    write_po(target, made, width=120, omit_header=False, sort_output=True, include_lineno=False)
    lines = [
        line
        for line in target.getvalue().decode().split("\n")
        if not line.startswith(
            (
                '"POT-Creation-Date',
                '"PO-Revision-Date',
                '"Generated-By',
                '"Last-Translator',
                '"Report-Msgid',
                "# FIRST AUTHOR",
            )
        )
    ]
    return "\n".join(lines).encode()


def main() -> int:
    """Write the catalogue of every language, and of those whose codes are given: the empty ones of new languages."""
    for code in sorted({*TALEN, *sys.argv[1:]}):
        (CATALOGUES / f"{code}.po").write_bytes(updated(code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
