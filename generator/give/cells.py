"""Tables as CSV: the only writer of them. No cell can be taken for a formula by the program that opens it."""

import csv
import io
import unicodedata
from collections.abc import Iterable

# How a cell begins that a spreadsheet works out, also in letters of double width.
WORKED_OUT = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")


def table(rows: Iterable[Iterable[str | int]], *, for_people: bool = False) -> str:
    """Return rows as CSV with lines as RFC 4180 has them.

    ``for_people`` writes it as a Dutch Excel expects it: with semicolons, and a mark of its letters in front.
    """
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";" if for_people else ",")
    writer.writerows([cell(value) for value in row] for row in rows)
    return ("\ufeff" if for_people else "") + target.getvalue()


def cell(value: str | int) -> str | int:
    """Return a value that a spreadsheet shows and never works out; a number stays a number."""
    if isinstance(value, int) or not value or value[:1].isalnum():
        return value
    # Whatever nobody sees may be passed over before a program looks at how a cell begins.
    at = next((at for at, char in enumerate(value) if unicodedata.category(char)[0] not in "CZ"), len(value))
    begins = value[at:]
    return f"'{value}" if begins.startswith(WORKED_OUT) or value.startswith(("\t", "\r", "\n")) else value
