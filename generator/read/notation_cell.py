"""A cell in the notation of the files ("[{elke: dinsdag, van: 14.00}]"): what a table that this site gave out says where words would lose something."""

from typing import Any

import yaml

MOST = 2000  # letters: what one activity can need, and far too few to hurt


def notation(text: str) -> Any:
    """Return what a cell says in the notation: a list of fields or fields, every value a text; None where it is no such cell."""
    plain = text.strip()
    if not plain.startswith(("[{", "{")) or len(plain) > MOST:
        return None
    try:
        if any(isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken) for token in yaml.scan(plain)):
            return None
        found = yaml.load(plain, Loader=yaml.CBaseLoader)  # noqa: S506 - reads texts, lists and fields, and makes nothing
    except yaml.YAMLError:
        return None
    items = found if isinstance(found, list) else [found]
    return (
        found
        if items and all(isinstance(one, dict) and one and all(isinstance(name, str) for name in one) for one in items)
        else None
    )


def written(value: Any) -> str:
    """Return a value in the notation, on one line."""
    return yaml.dump(
        value, Dumper=yaml.CSafeDumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    ).strip()
