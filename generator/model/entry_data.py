"""An entry as its author wrote it: texts, lists and fields, with nothing in it that nobody wrote."""

from datetime import date, time
from typing import Any

from generator.dutch.sentences import clock
from generator.model.schema import Herhaald, Model
from generator.model.schema.when import Tijden

ALONE = frozenset(["elke", "behalve"])  # lists of which people write a single value without brackets
DAY_FIRST = frozenset(["elke", "datum"])  # people write the day before the hours, which stand first in the model


def entry_data(model: Model) -> dict[str, Any]:
    """Return a model as the data of its file: every value a text, fields in the order of the model.

    Reading it again gives an equal model. A list of one stands as one value where that is how people write it (``elke: dinsdag``).
    """
    written, values = model.model_fields_set, model.__dict__
    names = [name for name in type(model).model_fields if name in written and values[name] is not None]
    if isinstance(model, Tijden):
        names.sort(key=DAY_FIRST.__contains__, reverse=True)
    found = {name: _value(values[name]) for name in names}
    if isinstance(model, Herhaald):
        found = {name: one[0] if name in ALONE and len(one) == 1 else one for name, one in found.items()}
    return found


def _value(value: Any) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, Model):
        return entry_data(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)
