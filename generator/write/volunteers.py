"""The pages for who helps to keep the site true: how to join, the form, what the form must know, and an empty table."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.give import form_rules
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Location, Municipality
from generator.read.table import template
from generator.show.stamper import Stamper
from generator.views.volunteers.form_page import FORM, form_page
from generator.views.volunteers.join_page import JOIN, TABLE, join_page
from generator.work.cache import digest
from generator.write.keys import Keys
from generator.write.tree import Page


class Volunteers:
    """Knows which files these are, and of what each is made."""

    def __init__(self, catalogue: Catalogue, keys: Keys, stamper: Stamper) -> None:
        """Keep what the pages are made of."""
        self._catalogue, self._keys, self._stamper = catalogue, keys, stamper

    def pages(self) -> Iterator[Page]:
        """Yield every page and file, in a fixed order."""
        catalogue = self._catalogue
        named = (*catalogue.domains.values(), *catalogue.named_municipalities, catalogue.settings)
        key = digest(*(entry.digest for entry in named), catalogue.kinds.digest if catalogue.kinds else "")
        yield self._stamper.page(JOIN, "join", lambda: join_page(catalogue.settings.model), key)
        yield self._stamper.page(
            FORM, "form", lambda: form_page(catalogue, self._stamper.assets.names["form_send"]), key
        )
        yield self._json("regels", key, lambda: form_rules.form_rules(catalogue))
        for letter, found in form_rules.organisations_by_letter(catalogue).items():
            key = digest(*(entry.digest for entry in found))
            yield self._json(f"organisaties-{letter}", key, partial(form_rules.data_of, found))
        spots = form_rules.spots_by_place(catalogue)
        for place in catalogue.named_municipalities:
            yield from self._of_place(place, spots.get(place.id, []))
        table = template().encode("utf-8-sig")  # the mark by which Excel knows the letters
        yield Page(TABLE, digest(table), lambda: table)

    def _of_place(self, place: Entry[Municipality], spots: list[Entry[Location]]) -> Iterator[Page]:
        catalogue = self._catalogue
        key = digest(self._keys.places[place.id], *(entry.digest for entry in spots))
        yield self._json(place.id, key, partial(form_rules.place_rules, catalogue, place, spots))
        for number, entries in enumerate(form_rules.pieces(catalogue, place), 1):
            key = digest(*(entry.digest for entry in entries))
            yield self._json(f"{place.id}-{number}", key, partial(form_rules.piece, entries))

    def _json(self, name: str, key: str, make: Any) -> Page:
        path = f"{FORM}{name}.json"
        return Page(
            path,
            digest(self._stamper.base, path, key),
            lambda: json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode(),
        )
