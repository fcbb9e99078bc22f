"""The models as JSON Schema (2020-12): for the editor in which somebody writes an entry, and for the form on the site.

What a schema cannot say (that an organisation exists, that a date is real, that a text is plain) only ``check`` says: ADR 10.
"""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.model.files import FOLDERS, SINGLES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMS = {  # the word for each form in Dutch, where an editor shows one
    "Herhaald": "Een dag die terugkomt.",
    "Eenmalig": "Een datum.",
    "Altijd": "Altijd open.",
    "InWoorden": "In woorden, als geen regel past.",
    "KostenInWoorden": "In woorden, als het geen bedrag per keer, maand of jaar is.",
    "Pauze": "Even niet.",
    "Gestopt": "Gestopt.",
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file, by the name of its folder or file ("activities", "site")."""
    models = {kind.name: kind.model for kind in (*FOLDERS, *SINGLES)}
    return {name: schema(model) for name, model in sorted(models.items())}


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a model, without English, without titles, and without null: nobody can write that."""
    made = model.model_json_schema(mode="validation", schema_generator=GenerateJsonSchema)
    return {"$schema": DIALECT, **_plain(made)}


def as_file(found: dict[str, Any]) -> str:
    """Return a schema as a file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _plain(part: Any, name: str = "") -> Any:
    """Leave out what no author needs, at every depth. ``name`` is that of a definition."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    if "properties" in part:
        description = FORMS.get(name)
        part = {key: value for key, value in part.items() if key not in ("title", "description")}
        if description:
            part["description"] = description
        part["properties"] = {field: _field(value) for field, value in part["properties"].items()}
        rest = {key: _plain(value) for key, value in part.items() if key not in ("properties", "$defs")}
        rest["properties"] = part["properties"]
        if "$defs" in part:
            rest["$defs"] = {key: _plain(value, key) for key, value in part["$defs"].items()}
        return rest
    found = {key: _plain(value) for key, value in part.items() if key != "title"}
    if found.get("type") == "string" and "maxLength" in found:
        found["type"] = ["string", "number"]  # an editor takes a telephone number or a year for a number
        found["pattern"] = r"\S"
    return found


def _field(field: dict[str, Any]) -> Any:
    found = {key: value for key, value in field.items() if key not in ("title", "default")}
    ways = [way for way in found.get("anyOf", ()) if way != {"type": "null"}]
    if "anyOf" in found and len(ways) == 1:
        del found["anyOf"]
        found = {**ways[0], **found}
    elif ways:
        found["anyOf"] = ways
    return _plain(found)
