"""What a region registers, as an empty table and as JSON Schema (2020-12) of one line of it."""

import json
from typing import Any

from generator.give.cells import table
from generator.give.json_schema import DIALECT
from generator.model.catalogue import Catalogue
from generator.model.schema import Agreements, Veld, VeldSoort


def empty_table(agreements: Agreements) -> bytes:
    """Return a table with the names of the columns and nothing else."""
    return table([[one.veld for one in agreements.velden]], for_people=True).encode()


def line_schema(catalogue: Catalogue, agreements: Agreements) -> bytes:
    """Return the schema of one line, in which an empty text may stand for what is not known."""
    made = {
        "$schema": DIALECT,
        "title": "Een verwijzing",
        "type": "object",
        "properties": {one.veld: _field(catalogue, one) for one in agreements.velden},
        "required": [one.veld for one in agreements.velden if one.nodig],
        "additionalProperties": False,
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"


def _field(catalogue: Catalogue, one: Veld) -> dict[str, Any]:
    kinds: dict[VeldSoort, dict[str, Any]] = {
        VeldSoort.DATUM: {"type": "string", "format": "date"},
        VeldSoort.KEUZE: {"oneOf": [{"const": code.code, "title": code.betekenis} for code in one.codes]},
        VeldSoort.THEMA: {
            "oneOf": [{"const": theme.id, "title": theme.model.naam} for theme in catalogue.ordered_domains]
        },
        VeldSoort.TEKST: {"type": "string", "maxLength": 200},
        VeldSoort.PRAKTIJK: {"type": "string", "minLength": 1},
    }
    found = kinds[one.soort]
    allowed = found if one.nodig else {"anyOf": [found, {"const": ""}]}
    return {"title": one.naam, "description": one.betekenis, **allowed}
