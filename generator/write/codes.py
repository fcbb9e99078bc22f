"""The QR codes of pages, for the paper that they become. Worked out once for each address, and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from generator.give import qr
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.work.cache import Cache, digest, of


@dataclass(frozen=True)
class Codes:
    """Knows the code of each of ``pages`` that people print; none where the site's address (``url``) is not known."""

    pages: Sequence[str]
    url: str
    cache: Cache

    @cached_property
    def all(self) -> Mapping[str, bytes]:
        """Return the modules of each code, packed, by the address of the page ("meppel/mannenkoor/")."""
        if not self.url:
            return {}
        base = digest("qr", version("segno"), str(qr.MASK), self.url)
        keys = [f"{base}{address}" for address in self.pages]
        found = [self.cache.get(key, of(bytes)) for key in keys]
        for index, address in enumerate(self.pages):
            if found[index] is None:
                found[index] = bits = qr.modules(f"{self.url}{address}")
                self.cache.put(keys[index], bits)
        return {address: bits for address, bits in zip(self.pages, found, strict=True) if bits}


def of_country(catalogue: Catalogue) -> list[str]:
    """Return the addresses that people print of what is about all municipalities."""
    return [addresses.AGENDA, *(addresses.page(domain) for domain in catalogue.domains)]


def of_place(catalogue: Catalogue, place: str) -> list[str]:
    """Return those of a municipality: its activities, its themes and its agenda."""
    themes = (addresses.theme_in(place, domain) for domain in catalogue.domains)
    own = (addresses.page(id_) for id_ in catalogue.activities)
    return [addresses.page(place), addresses.agenda_of(place), *themes, *own]
