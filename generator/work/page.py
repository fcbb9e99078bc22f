"""One file of the site, before it is made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: where it goes, what it was made from, and how to make it.

    ``key`` changes whenever anything changes that the bytes depend on; equal keys mean equal bytes.
    """

    path: str
    key: str
    make: Callable[[], bytes]
