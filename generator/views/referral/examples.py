"""Three things that one can do in each theme, out of the list of a municipality itself: for paper, in a few words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.resolved import resolved
from generator.model.schema import Activity
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.lists.shelf import shelf

MOST = 3
NOTHING = "Vraag het de welzijnscoach."


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with what one can do in it, in words; where we know of nothing, whom to ask."""

    theme: ThemeLabel
    examples: str


def theme_lines(catalogue: Catalogue, place: str, today: date) -> tuple[ThemeLine, ...]:
    """Return the themes in their order, with examples out of the list of ``place``, or of all places where that is empty."""
    listed = shelf(catalogue, today).by_place[place] if place else shelf(catalogue, today).everything
    return tuple(
        ThemeLine(theme_label(theme), _examples(catalogue, listed, theme.id, today) or NOTHING)
        for theme in catalogue.ordered_domains
    )


def _examples(catalogue: Catalogue, listed: Iterable[Entry[Activity]], theme: str, today: date) -> str:
    """Return the kinds of which there is most, in the words of the list of kinds; first of what is not old."""
    found: Counter[str] = Counter()
    for it in resolved(catalogue, [entry for entry in listed if theme in entry.model.domeinen]):
        weight = 100 if it.evidence(today).sure.rank < Sure.OLDER.rank else 1
        own = [id_ for id_ in it.model.soorten or () if id_ in catalogue.kind_of]
        # Of the kinds of an activity in two themes only those of this one, where there are any.
        found.update(
            dict.fromkeys([id_ for id_ in own if catalogue.kind_of[id_].domein == theme], weight)
            or (dict.fromkeys(own, weight) if it.model.domeinen[0] == theme else {})
        )
    names = [catalogue.kind_of[id_].naam for id_, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))]
    return ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:MOST])])
