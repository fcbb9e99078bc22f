"""How a value is written, as JSON Schema (2020-12): beside each reader of ``base`` stands what an author may write for it.

``x-fout`` names the sentence of ``messages`` that says what is wrong; the form on the site reads it, an editor leaves it alone.
"""

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

T = TypeVar("T")
Onbekend: TypeAlias = Literal["onbekend"]
UNKNOWN: Onbekend = "onbekend"
FAULT = "x-fout"


def wrong(kind: str, **context: str | tuple[str, ...]) -> PydanticCustomError:
    """Return the error that ``messages`` turns into a Dutch sentence; ``kind`` is its key there."""
    return PydanticCustomError(kind, "{kind}", {"kind": kind, **context})


def read_by(parse: Callable[[Any], Any], schema: dict[str, Any]) -> PlainValidator:
    """Return a reader with the JSON Schema of what an author may write for it (see ``json_schema``)."""
    return PlainValidator(parse, json_schema_input_type=Annotated[Any, WithJsonSchema(schema)])


class OneOrMore:
    """Tells the JSON Schema of a list that a single value may stand for it (see ``one_or_more``)."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema of the list, or of one of its items."""
        names = {"minLength": "minItems", "maxLength": "maxItems"}  # pydantic does not see that this is a list
        found = {names.get(key, key): value for key, value in handler(core).items()}
        return {"anyOf": [found["items"], found]}


class WithoutDoubles:
    """Refuses a list in which a value stands twice."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """Return the reader of the list, and after it this check."""
        return core_schema.no_info_after_validator_function(_without_doubles, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """Return the schema of the list, in which each value stands once."""
        return handler(core) | {"uniqueItems": True}


def _without_doubles(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) != len(values):
        raise wrong("dubbel")
    return values


def number(low: int, high: int) -> dict[str, Any]:
    """Return the schema of a whole number from ``low`` (at least 0) to ``high``."""
    tens = (range(max(low, ten), min(high, ten + 9) + 1) for ten in range(low - low % 10, high + 1, 10))
    written = "|".join(f"{ten[0] // 10 or ''}[{ten[0] % 10}-{ten[-1] % 10}]" for ten in tens)
    digits = {"type": "string", "pattern": rf"^(?=\d{{1,6}}$)0*({written})$"}
    return {"anyOf": [{"type": "integer", "minimum": low, "maximum": high}, digits], FAULT: "getal"}


def unknown_or(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which ``onbekend`` may stand too."""
    fault = {FAULT: schema[FAULT]} if FAULT in schema else {}
    return {"anyOf": [{"const": UNKNOWN}, *schema.get("anyOf", [schema])], **fault}


# An editor reads YAML with numbers in it, where this program reads only texts: 19.30 is a number there.
DATE = {
    "type": "string",
    "allOf": [
        {"pattern": r"^\d{4}-\d{2}-\d{2}$", FAULT: "datum_vorm"},
        {"format": "date", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", FAULT: "datum_bestaat_niet"},
    ],
}
PARTIAL_DATE = {
    "anyOf": [
        {
            "type": "string",
            "allOf": [
                {"pattern": r"^(19|20)\d{2}(-\d{2})?$", FAULT: "brondatum"},
                {"pattern": r"^\d{4}(-(0[1-9]|1[0-2]))?$", FAULT: "datum_bestaat_niet"},
            ],
        },
        {
            "type": "string",
            "pattern": r"^(19|20)\d{2}-\d{2}-\d{2}$",
            "allOf": [
                {"format": "date", "pattern": r"-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", FAULT: "datum_bestaat_niet"}
            ],
        },
        {"type": "integer", "minimum": 1900, "maximum": 2099},
    ]
}
TIME = {
    "anyOf": [
        {
            "type": "string",
            "allOf": [
                {"pattern": r"^\d{1,2}\.\d{2}$", FAULT: "tijd_vorm"},
                {"pattern": r"^([01]?\d|2[0-3])\.[0-5]\d$", FAULT: "tijd_bestaat_niet"},
            ],
        },
        {"type": "number", "minimum": 0, "maximum": 23.59},
    ]
}
EURO = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{1,4}([.,]\d{2})?$", FAULT: "bedrag"},
        {"type": "number", "minimum": 0, "maximum": 9999.99},
    ]
}
POSTCODE = {"type": "string", "pattern": r"^[1-9]\d{3} ?(?![Ss][AaDdSs])[A-Za-z]{2}$", FAULT: "postcode"}
