"""Open data: which files there are of a municipality and of everything, and what is in each.

None of them says on which day it was made, so that what did not change stays as it was; the index does.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator.give import changes, dcat, open_data, openactive
from generator.give.cells import table
from generator.give.open_data import Stuk
from generator.give.oruk import Oruk, package
from generator.model import addresses
from generator.model.catalogue import Entry, is_stopped
from generator.model.resolved import joined
from generator.model.schema import Activity
from generator.read.table_out import table_of
from generator.work.cache import digest, of
from generator.write.plan import Cell, Plan

SPLIT = 1000  # activities in a file of JSON
Piece = tuple[str, tuple[Entry[Activity], ...]]  # the name of a file, and what is in it


def entries(plan: Plan) -> list[Entry[Activity]]:
    """Return the activities of a plan."""
    return list(plan.catalogue.activities.values())


def pieces(plan: Plan) -> Iterator[Piece]:
    """Yield the files of JSON, each with at most a thousand activities; one, where there are none."""
    found = tuple(plan.catalogue.activities.values())
    for number, start in enumerate(range(0, len(found) or 1, SPLIT), 1):
        yield addresses.data_piece(number), found[start : start + SPLIT]


def content(plan: Plan, piece: Piece) -> bytes:
    """Return one of those files, made once."""
    name, found = piece
    if name not in plan.data:
        plan.data[name] = open_data.many(_record_line(plan, entry) for entry in found)
    return plan.data[name]


def _record_line(plan: Plan, entry: Entry[Activity]) -> str:
    known = ("record line", plan.today, plan.site.url)
    return joined(plan.catalogue, entry).once(known, lambda _it: open_data.line(plan.record_of(entry)))


def listed(plan: Plan, key: str) -> tuple[Stuk, ...]:
    """Return those files as the index names them; of a municipality, or of everything. ``key`` changes with what they say."""
    folder = addresses.data_of(plan.place.id if plan.place else "")
    kept = plan.cache.get(digest("stukken", plan.frame.base, folder, key), of(tuple[Stuk, ...]))
    if kept is None:
        kept = tuple(
            Stuk(folder + one[0], len(one[1]), hashlib.sha256(content(plan, one)).hexdigest()) for one in pieces(plan)
        )
        plan.cache.put(digest("stukken", plan.frame.base, folder, key), kept)
    return kept


def one_record(plan: Plan, entry: Entry[Activity]) -> bytes:
    """Return the file of one activity in our own words."""
    return open_data.one(plan.record_of(entry))


def one_service(plan: Plan, entry: Entry[Activity]) -> bytes:
    """Return the file of one activity as a service of Open Referral UK."""
    return f"{Oruk(plan.catalogue, plan.today, plan.site.url).line(entry)}\n".encode()


def csv(plan: Plan) -> bytes:
    """Return activities as a table for Excel, in the columns that ``import`` reads; what has stopped is no row."""
    running = [entry for entry in entries(plan) if not is_stopped(entry.model)]
    return table(table_of(plan.catalogue, running), for_people=True).encode()


def services(plan: Plan) -> bytes:
    """Return activities as services of Open Referral UK."""
    oruk = Oruk(plan.catalogue, plan.today, plan.site.url)
    return package(oruk.line(entry) for entry in entries(plan))


def sessions(plan: Plan) -> bytes:
    """Return what is exercise as session series of OpenActive."""
    found = (openactive.session_series(plan.catalogue, one, plan.today, plan.site.url) for one in entries(plan))
    return openactive.package(one for one in found if one)


def changed(plan: Plan, path: str, theme: str = "") -> bytes:
    """Return what is new, asked again and stopped, of all activities of a plan or those of a theme."""
    own = [entry for entry in entries(plan) if not theme or theme in entry.model.domeinen]
    place = plan.place.model.naam if plan.place else plan.site.settings.naam
    about = f"{plan.catalogue.domains[theme].model.naam}, {place}" if theme else place
    found = changes.changes(own, plan.today)
    return changes.feed(plan.catalogue, about, path, found, plan.today, plan.site.url)


def index(plan: Plan, cells: Mapping[str, Cell], key: str) -> bytes:
    """Return what there is; ``key`` changes with what the data of everything say."""
    places = {id_: _place(plan, id_, cell) for id_, cell in sorted(cells.items())}
    whole = listed(plan, key) if whole_too(plan) else ()
    settings = plan.site.settings
    return open_data.index(
        settings.naam, plan.site.url, plan.today, whole, places, alone=plan.catalogue.own_data, themes=themes(plan)
    )


def _place(plan: Plan, id_: str, cell: Cell) -> dict[str, Any]:
    folder = addresses.data_of(id_)
    model = plan.catalogue.municipalities[id_].model
    return {
        "naam": model.naam,
        "cbs_code": model.cbs_code,
        "activiteiten": sum(piece.activiteiten for piece in cell.data),
        "json": [asdict(piece) for piece in cell.data],
        "csv": folder + addresses.DATA_CSV,
        "oruk": folder + addresses.DATA_ORUK,
        "openactive": folder + addresses.DATA_OPENACTIVE,
        "atom": folder + addresses.DATA_CHANGES,
    }


def themes(plan: Plan) -> tuple[str, ...]:
    """Return the themes of which changes are told; on a large site those of a municipality will do."""
    return tuple(theme.id for theme in plan.catalogue.ordered_domains) if whole_too(plan) else ()


def whole_too(plan: Plan) -> bool:
    """Tell whether there are files of everything: not where that is too much for one, and the municipalities together are all of it."""
    return plan.catalogue.known is None


def catalogue_of_data(plan: Plan) -> dict[str, Any] | None:
    """Return the catalogue of data of the site; None where its own address is not known."""
    if not plan.site.url:
        return None
    return dcat.catalogue_tree(plan.catalogue, plan.site.url, plan.today, there(plan))


def there(plan: Plan) -> Iterable[str]:
    """Return the files of everything that a catalogue of data names."""
    names = ["index.json"]
    if whole_too(plan):
        names += [addresses.DATA_CSV, addresses.DATA_ORUK, addresses.DATA_OPENACTIVE, addresses.DATA_CHANGES]
    return [addresses.DATA + name for name in names]
