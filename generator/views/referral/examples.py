"""Three things that one can do in each theme, out of the list of a municipality itself: for paper, in a few words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.lists.summary import country, summaries

MOST = 3
NOTHING = "Vraag het de welzijnscoach."


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with what one can do in it, in words; where we know of nothing, whom to ask."""

    theme: ThemeLabel
    examples: str


def theme_lines(catalogue: Catalogue, place: str, today: date) -> tuple[ThemeLine, ...]:
    """Return the themes in their order, with examples out of the list of ``place``, or of all places where that is empty."""
    known = summaries(catalogue, today)[place] if place else country(catalogue, today)
    return tuple(
        ThemeLine(theme_label(theme), _examples(catalogue, known.kinds.get(theme.id, {})) or NOTHING)
        for theme in catalogue.ordered_domains
    )


def _examples(catalogue: Catalogue, weights: Mapping[str, int]) -> str:
    """Return the kinds of which there is most, in the words of the list of kinds."""
    names = [catalogue.kind_of[id_].naam for id_, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0]))]
    return ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:MOST])])
