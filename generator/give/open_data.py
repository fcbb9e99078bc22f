"""Open data of version 1 as JSON, with the JSON Schema of each file: what other programs read, and may rely on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from generator.give.json_schema import DIALECT
from generator.model import addresses
from generator.views.data.record import LICENCE, VERSION, Activiteit


@dataclass(frozen=True, slots=True)
class Stuk:
    """A file with activities: where it lies, how many are in it, and the SHA-256 of its bytes."""

    bestand: str
    activiteiten: int
    sha256: str


def one(record: Activiteit) -> bytes:
    """Return one activity as a file."""
    return compact({"versie": VERSION, "licentie": LICENCE, **_fields(record)})


def many(records: Iterable[str]) -> bytes:
    """Return activities (each as :func:`line` gives it) as a file, a line each so that a change is a line."""
    lines = ",\n".join(records)
    head = json.dumps({"versie": VERSION, "licentie": LICENCE})[:-1]
    return f'{head}, "activiteiten": [\n{lines}\n]}}\n'.encode()


def index(
    name: str,
    url: str,
    day: date,
    whole: Sequence[Stuk],
    places: Mapping[str, Mapping[str, Any]],
    *,
    alone: bool,
    themes: Iterable[str],
) -> bytes:
    """Return what there is: the files of everything (where there is not too much) and those of each municipality.

    Every path is from the root of the site. ``alone`` tells whether each activity has files of its own too.
    """
    return as_json(
        {
            "versie": VERSION,
            "licentie": LICENCE,
            "naam": name,
            "adres": url or None,
            "dag": day.isoformat(),
            "activiteiten": sum(place["activiteiten"] for place in places.values()),
            "schema": addresses.DATA_SCHEMA,
            "per_activiteit": addresses.DATA_OF_ONE if alone else None,
            "alles": {
                "json": [asdict(piece) for piece in whole],
                "csv": addresses.DATA + addresses.DATA_CSV,
                "oruk": addresses.DATA + addresses.DATA_ORUK,
                "openactive": addresses.DATA + addresses.DATA_OPENACTIVE,
                "atom": addresses.DATA + addresses.DATA_CHANGES,
                "atom_per_thema": {theme: addresses.changes_of_theme(theme) for theme in themes},
            }
            if whole
            else None,
            "gemeenten": [{"id": id_, **place} for id_, place in places.items()],
        }
    )


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema of one activity, also as it stands in a file of many."""
    made = TypeAdapter(Activiteit).json_schema(mode="serialization", schema_generator=GenerateJsonSchema)
    found: dict[str, Any] = _without_english(made)
    return {"$schema": DIALECT, "title": "Activiteit, versie 1", **found}


def schema_file() -> bytes:
    """Return that schema as a file."""
    return as_json(record_schema())


def _without_english(part: Any) -> Any:
    """Leave out what pydantic makes of names and docstrings of the program."""
    if isinstance(part, list):
        return [_without_english(item) for item in part]
    if not isinstance(part, dict):
        return part
    out = {"title", "description"}
    return {
        key: {name: _without_english(value) for name, value in item.items()}
        if key in ("properties", "$defs")
        else _without_english(item)
        for key, item in part.items()
        if key not in out or not isinstance(item, str)
    }


def compact(data: Any) -> bytes:
    """Return data as a file of JSON on one line, which is made ten times as fast."""
    return line(data).encode() + b"\n"


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields).encode


def as_json(data: Any) -> bytes:
    """Return data as a file of JSON, readable for a person too."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
