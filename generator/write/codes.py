"""The QR codes of pages, for the paper that they become. Worked out once for each address, and kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from generator.give import qr
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.work.cache import Cache, digest, of
from generator.work.spread import spread


@dataclass(frozen=True)
class Codes:
    """Knows the code of each page that people print; none where the site's address (``url``) is not known."""

    catalogue: Catalogue
    url: str
    cache: Cache
    jobs: int = 1

    @cached_property
    def all(self) -> Mapping[str, bytes]:
        """Return the modules of each code, packed, by the address of the page ("meppel/mannenkoor/")."""
        if not self.url:
            return {}
        addresses = list(self._addresses())
        base = digest("qr", version("segno"), str(qr.MASK), self.url)
        keys = [f"{base}{address}" for address in addresses]
        found = [self.cache.get(key, of(bytes)) for key in keys]
        new = [index for index, bits in enumerate(found) if bits is None]
        made = spread(lambda at: qr.modules(f"{self.url}{addresses[new[at]]}"), len(new), self.jobs)
        for index, bits in zip(new, made, strict=True):
            found[index] = bits
            self.cache.put(keys[index], bits)
        return {address: bits for address, bits in zip(addresses, found, strict=True) if bits}

    def _addresses(self) -> Iterator[str]:
        """Yield the addresses of activities, municipalities, themes and agendas."""
        catalogue = self.catalogue
        yield addresses.AGENDA
        for domain in catalogue.domains:
            yield addresses.page(domain)
        for place in catalogue.municipalities:
            yield addresses.page(place)
            yield addresses.agenda_of(place)
            for domain in catalogue.domains:
                yield addresses.theme_in(place, domain)
        for id_ in catalogue.activities:
            yield addresses.page(id_)
