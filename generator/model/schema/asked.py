"""What stands beside the type of a field: what is asked about it, and how it is shown where no fact of its own does that.

Questions, columns of a table, the form, the forms of a forge and the guide follow from :class:`Asked`; pages and leaves from :class:`Shown`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The steps in which the questions are asked, in their order."""

    WHAT = "Wat is het?"
    WHERE = "Waar en van wie?"
    WHEN = "Wanneer, en wat kost het?"
    REACH = "Wie kunnen mensen bellen?"
    FIRST = "Wat is goed om te weten?"
    SOURCE = "Hoe weet u dit?"
    STILL = "Klopt het nog?"  # only a person says that something was checked or has stopped: asked in the form alone


class How(StrEnum):
    """How a question is answered. A model's type says it where nothing else does (see ``questions``)."""

    LINE = "regel"
    SENTENCES = "zinnen"  # one paragraph
    TEXT = "tekst"  # paragraphs
    NUMBER = "getal"
    LIST = "lijst"
    YES_NO = "ja-nee"
    CHOICE = "keuze"
    THEMES = "themas"
    KINDS = "soorten"
    MUNICIPALITY = "gemeente"
    ORGANISATION = "organisatie"
    LOCATION = "plek"
    NEW_LOCATION = "nieuwe-plek"  # a line about a location that is not known yet
    CONTACT = "contact"
    SOURCE = "bron"
    MOMENTS = "wanneer"
    PRICES = "kosten"
    RUNNING = "loopt"
    CHECKED = "nagevraagd"


# What is kept as it was answered, at its own place in the entry, whatever the field is about.
PLAIN = frozenset([How.LINE, How.SENTENCES, How.TEXT, How.NUMBER, How.LIST, How.YES_NO, How.CHOICE])


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a field: the words, an example, and in which step.

    ``name`` is the column that it fills, where that is not the name of the field; ``also`` are other names that people give that column.
    ``more`` is help on the form, ``typed`` what else people type (for the guide), ``input`` the type of the HTML field. Within a step questions
    stand in the order of the fields, those with a higher ``late`` after the others.
    """

    ask: str
    example: str
    step: Step
    name: str = ""
    also: tuple[str, ...] = ()
    more: str = ""
    typed: tuple[str, ...] = ()
    how: How | None = None
    input: str = "text"
    needed: bool = False
    late: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """How a field without a fact of its own is shown on page and leaf: its label and pictogram. For a line, a sentence or a list."""

    label: str
    icon: str
