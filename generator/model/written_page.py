"""A page that somebody writes, and what the site fills in on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FIELDS = ("naam", "uitgever", "mail", "gemeenten", "bewaard")
FILLED = re.compile(r"\{(" + "|".join(FIELDS) + r")\}")
FILLED_LATER = re.compile("qzveld(" + "|".join(FIELDS) + ")qz")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A written page in parts: its title, its description, its Markdown, and the line on which that begins."""

    title: str
    description: str
    body: str
    line: int


def worded(body: str) -> str:
    """Return Markdown in which ``{uitgever}`` and the like are plain words, which Markdown leaves alone (:func:`filled`)."""
    return FILLED.sub(r"qzveld\1qz", body)


def filled(page: str, values: Mapping[str, str]) -> str:
    """Return the HTML of a page with what the site knows (HTML, by name) for the words of :func:`worded`.

    A paragraph or item of a list whose value is not known is left out, so that a page says nothing of who publishes the site, or of
    which municipalities, but what is known. Nothing is filled in inside a tag: what was judged is what comes out.
    """
    for name in FIELDS:
        if not values.get(name):
            page = re.sub(rf"<(p|li)>(?:(?!</\1>).)*?qzveld{name}qz.*?</\1>\n?", "", page, flags=re.DOTALL)
    parts = re.split(r"(<[^>]*>)", page)
    return "".join(
        part if part.startswith("<") else FILLED_LATER.sub(lambda found: values.get(found[1], ""), part)
        for part in parts
    )
