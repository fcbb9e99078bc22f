"""The QR codes of activities, for the paper that a page becomes. Worked out once for each address, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from generator.cache import Cache, digest
from generator.catalogue import Catalogue
from generator.exports import qr
from generator.spread import spread


@dataclass(frozen=True)
class Codes:
    """Knows the code of each activity's page; none where the site's address (``url``) is not known."""

    catalogue: Catalogue
    url: str
    cache: Cache
    jobs: int = 1

    @cached_property
    def all(self) -> Mapping[str, bytes]:
        """Return the modules of each code, packed, by the id of the activity."""
        if not self.url:
            return {}
        ids = list(self.catalogue.activities)
        base = digest("qr", version("segno"), str(qr.MASK), self.url)
        keys = [f"{base}{id_}" for id_ in ids]
        found = [self.cache.get(key) for key in keys]
        new = [index for index, bits in enumerate(found) if bits is None]
        made = spread(lambda at: qr.modules(f"{self.url}{ids[new[at]]}/"), len(new), self.jobs)
        for index, bits in zip(new, made, strict=True):
            found[index] = bits
            self.cache.put(keys[index], bits)
        return dict(zip(ids, found, strict=True))
