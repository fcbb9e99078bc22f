"""What the form on the site must know to judge as ``check`` does: the JSON Schemas, the codes, and the words and patterns of the rules.

Nothing of it is written for the form: it is taken from where ``check`` has it. What the form does with it, and what it leaves to
``check``, stands in docs/adr/0010-formulier.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import groupby, takewhile
from typing import Any

from generator.give.json_schema import schema
from generator.model import addresses
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.facts import FACTS, On, company, costs, signing_up, when, where
from generator.model.files import ADDED
from generator.model.forges import FORGES, base
from generator.model.questions import QUESTIONS
from generator.model.schema import Activity, Municipality, Organisation, Settings, Soort
from generator.model.schema.values import Aanmelden, Per, WeekVanDeMaand

# What may be missing on a card, by the name that the form's script has for it.
GAPS = {
    "dag": when.DAY,
    "tijd": when.TIME,
    "eindtijd": when.END,
    "plek": where.LOCATION,
    "start": where.START,
    "kosten": costs.COSTS,
    "aanmelden": signing_up.SIGN_UP,
    "alleen": company.ALONE,
}
PIECE = 40  # entries in a file, so that who mends one does not fetch a whole city
MOST_NAMES = 150  # organisations and locations in a file of those in all municipalities
FOR_PEOPLE = frozenset(["description", "examples", "$schema"])


def form_rules(catalogue: Catalogue, judged: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is the same for every municipality; ``judged`` is what the rules know (see ``judged_in_browser``)."""
    settings = catalogue.settings.model
    names, beginning = addresses.names_in_municipality()
    return {
        "schemas": {folder: _bare(schema(model)) for folder, model in ADDED.items()},
        **judged,
        "vragen": [{"naam": one.name, "hoe": str(one.how), "map": one.folder, "pad": one.path} for one in QUESTIONS],
        "feiten": {fact.id: {"label": fact.label, "icon": fact.icon} for fact in FACTS if fact.on & On.CARD},
        "gaten": {name: gap.name for name, gap in GAPS.items()},
        "themas": [
            {"id": entry.id, "naam": entry.model.naam, "kleur": entry.model.kleur, "pictogram": entry.model.pictogram}
            for entry in catalogue.ordered_domains
        ],
        "soorten": {id_: (kind.naam, kind.domein) for id_, kind in _by_name(catalogue)},
        "gemeenten": {entry.id: entry.model.naam for entry in catalogue.named_municipalities},
        "vaste_namen": sorted({*names, *catalogue.domains}),
        "vast_begin": beginning,
        "labels": {
            "aanmelden": {str(one): one.label for one in Aanmelden},
            "per": {str(one): one.label for one in Per},
            "week": {str(one): one.label for one in WeekVanDeMaand},
        },
        "site": of_site(settings),
    }


def of_site(settings: Settings) -> dict[str, Any]:
    """Return where something can be sent to."""
    return {"mail": settings.mail, "repository": base(settings), "forge": asdict(FORGES[settings.forge])}


def _by_name(catalogue: Catalogue) -> list[tuple[str, Soort]]:
    return sorted(catalogue.kind_of.items(), key=lambda one: one[1].naam.casefold())


def place_rules(catalogue: Catalogue, place: Entry[Municipality]) -> dict[str, Any]:
    """Return what is known in a municipality: who organises, which places there are, and the names of its activities."""
    entries = catalogue.by_municipality[place.id]
    organisations = sorted({entry.model.organisatie for entry in entries})
    return {
        "organisaties": {id_: entry_data(catalogue.organisations[id_].model) for id_ in organisations},
        "plekken": data_of(catalogue.locations_in[place.id]),
        "namen": [entry.slug for entry in entries],
        "per_bestand": PIECE,
    }


@dataclass(slots=True)
class Elsewhere:
    """What there is in all municipalities of which the name begins in one way.

    That are organisations, where each has something to do, and locations; and how the names begin for which there is another file.
    """

    organisations: list[str] = field(default_factory=list)
    towns: dict[str, list[str]] = field(default_factory=dict)
    locations: list[str] = field(default_factory=list)
    further: list[str] = field(default_factory=list)


def name_of(organisation: Organisation) -> str:
    """Return the name under which an organisation is found."""
    return slug(organisation.naam)


def by_beginning(
    names: Mapping[str, str], busy: Mapping[str, Iterable[str]], locations: Iterable[str]
) -> dict[str, Elsewhere]:
    """Return what there is by how its name begins: somebody may name one that is not known in the municipality.

    ``names`` has that of each organisation, ``busy`` the organisations with something to do in each municipality. A letter with more than
    :data:`MOST_NAMES` leads to longer beginnings.
    """
    towns: dict[str, list[str]] = defaultdict(list)
    for place, organisations in sorted(busy.items()):
        for id_ in organisations:
            towns[id_].append(place)
    found: dict[str, Elsewhere] = {}
    everything = sorted(
        [*((name, id_, True) for id_, name in names.items()), *((id_, id_, False) for id_ in locations)]
    )
    for letter, some in groupby(everything, key=lambda one: one[0][:1]):
        _divide(letter, list(some), towns, found)
    return dict(sorted(found.items()))


def _divide(
    beginning: str, some: list[tuple[str, str, bool]], towns: Mapping[str, list[str]], found: dict[str, Elsewhere]
) -> None:
    """Put what begins in one way in a file, and what is too much for it in files for longer beginnings."""
    here = found[beginning] = Elsewhere()
    whole = some
    if len(some) > MOST_NAMES:
        pairs = zip(
            some[0][0], some[-1][0], strict=False
        )  # in order of their names, so that all between begin alike too
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        whole = [one for one in some if len(one[0]) == alike]
        for longer, rest in groupby(some[len(whole) :], key=lambda one: one[0][: alike + 1]):
            here.further.append(longer)
            _divide(longer, list(rest), towns, found)
    here.organisations = sorted(id_ for _, id_, organises in whole if organises)
    here.towns = {id_: towns[id_] for id_ in here.organisations}
    here.locations = [id_ for _, id_, organises in whole if not organises]


def elsewhere(catalogue: Catalogue, one: Elsewhere) -> dict[str, Any]:
    """Return what there is in one file, as the form reads it."""
    entries = (catalogue.organisations[id_] for id_ in one.organisations)
    return {
        "organisaties": data_of(entries),
        "waar": one.towns,
        "plekken": one.locations,
        **({"verder": one.further} if one.further else {}),
    }


def data_of(entries: Iterable[Entry[Any]]) -> dict[str, Any]:
    """Return entries as they were written, by their ids."""
    return {entry.id: entry_data(entry.model) for entry in entries}


def pieces(catalogue: Catalogue, place: Entry[Municipality]) -> Iterator[list[Entry[Activity]]]:
    """Yield the activities of a municipality in the order of their names, at most ``PIECE`` at a time."""
    entries = [*catalogue.by_municipality[place.id]]
    for start in range(0, len(entries), PIECE):
        yield entries[start : start + PIECE]


def piece(entries: Iterable[Entry[Activity]]) -> dict[str, Any]:
    """Return the entries of a piece as they were written, by their names."""
    return {entry.slug: entry_data(entry.model) for entry in entries}


def _bare(part: Any) -> Any:
    """Return a schema without what only people read."""
    if isinstance(part, list):
        return [_bare(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {key: _bare(value) for key, value in part.items() if key not in FOR_PEOPLE or isinstance(value, dict)}
