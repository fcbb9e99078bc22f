"""What the pages over all municipalities say of one: enough to write them without its activities."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# How much there is of each value of a facet, by facet.
Values = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Summary:
    """A municipality in numbers, on a day.

    ``listed`` and ``fresh`` count what stands in the lists, and of that what was asked about lately: in all (under an empty name) and by
    theme. ``found`` counts what a search finds. ``values`` and ``kinds`` count by theme: the values of facets, and the weights of kinds.
    ``organisations`` has by id how much each has, how much of that was asked about lately, and the last day of that (or nothing).
    ``soon`` and ``best`` have for each theme the first to go to this week and the best known, as texts that can be put in order and that
    end in a space and the address.
    """

    listed: Mapping[str, int]
    fresh: Mapping[str, int]
    found: int
    values: Mapping[str, Values]
    kinds: Mapping[str, Mapping[str, int]]
    organisations: Mapping[str, tuple[int, int, str]]
    soon: Mapping[str, str]
    best: Mapping[str, str]

    @property
    def amount(self) -> int:
        """Return how much stands in the lists."""
        return self.listed.get("", 0)


def together(summaries: Iterable[Summary]) -> Summary:
    """Return several as one."""
    listed: Counter[str] = Counter()
    fresh: Counter[str] = Counter()
    values: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    organisations: dict[str, tuple[int, int, str]] = {}
    soon: dict[str, str] = {}
    best: dict[str, str] = {}
    found = 0
    for one in summaries:
        listed.update(one.listed)
        fresh.update(one.fresh)
        found += one.found
        for theme, facets in one.values.items():
            for facet, amounts in facets.items():
                values[theme][facet].update(amounts)
        for theme, weights in one.kinds.items():
            kinds[theme].update(weights)
        for id_, (total, asked, last) in one.organisations.items():
            before = organisations.get(id_, (0, 0, ""))
            organisations[id_] = (before[0] + total, before[1] + asked, max(before[2], last))
        for first, others in ((soon, one.soon), (best, one.best)):
            for theme, text in others.items():
                first[theme] = min(first.get(theme, text), text)
    return Summary(listed, fresh, found, values, kinds, organisations, soon, best)
