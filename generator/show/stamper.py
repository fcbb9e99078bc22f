"""One page from data: a view through its template, stamped into the shell with all that stands around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import escape

from generator.give import jsonld
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.show import render
from generator.show.looks.assets import Assets
from generator.show.policy import EMBED_POLICY, POLICY
from generator.show.render import Site
from generator.show.shell import Shell, Stamp
from generator.show.sources import EARLY, MODULES, STYLES, assets_of, template_digest
from generator.views.abroad.tongue import language
from generator.views.activity.card import Card
from generator.views.activity.moved_page import MovedPage
from generator.views.head import Head
from generator.views.lists.listing import Tile, tiles
from generator.work.cache import digest
from generator.work.page import Page

HERE = ' aria-current="page"'
PLAIN = {"embed": (addresses.EMBED_SCRIPT,)}


@dataclass(frozen=True)
class Stamper:
    """Makes the pages of one build. ``base`` is a digest of what every page depends on; ``codes`` are for paper."""

    catalogue: Catalogue
    today: date
    site: Site
    shell: Shell
    assets: Assets
    base: str
    codes: Mapping[str, bytes]

    def page(
        self, address: str, template: str, view: Callable[[], Any], key: str, entry: Entry[Activity] | None = None
    ) -> Page:
        """Return the page at ``address``, made of what ``view`` gives; ``key`` changes with all that goes into that."""
        full_key = digest(self.base, self.made_with(template), template, address, key)
        return Page(addresses.file_of(address), full_key, lambda: self._made(address, template, view(), entry))

    def made_with(self, template: str) -> str:
        """Return a digest of the templates of a kind of page, and of the names of what it loads."""
        names = self.assets.names
        return digest(template_digest(f"pages/{template}.html"), *(names.get(use, "") for use in assets_of(template)))

    def _made(self, address: str, template: str, view: Any, entry: Entry[Activity] | None) -> bytes:
        root = render.root_of(address)
        if entry:
            data = jsonld.activity(self.catalogue, entry, self.today, self.site.url)
        elif addresses.is_frame(address):
            data = None  # a page in a frame is for no search engine
        else:
            data = jsonld.item_list(view.head.title, _cards(view), self.site.url)
        search = getattr(view, "search", None)
        modules = [self.assets.names[use] for use in MODULES.get(template, ())]
        modules += [search.files.script] if search else []
        block = render.early(root, self.assets.names["early"]) if template in EARLY else ""
        block += render.styles(root, (self.assets.names[use] for use in STYLES.get(template, ())))
        block += render.data_block(data) + render.scripts(root, modules, PLAIN.get(template, ()))
        if isinstance(view, MovedPage):
            block = render.refresh(root + view.address) + render.scripts(root, modules)
        code = self.codes.get(address, b"")
        mend = f"{root}{addresses.form_for(entry.id)}" if entry else ""
        stamp = self._stamp(view.head, render.body(template, view, root, code), root, block, mend)
        return self.shell.stamp(stamp, bare=addresses.is_frame(address))

    def _stamp(self, head: Head, content: str, root: str, data: str, mend: str = "") -> Stamp:
        coach = render.frame("coach", head.coaches, head.place, self._practices(head), root)
        status = render.frame("status", head.status) if head.status else ""
        framed = addresses.is_frame(head.address)
        codes = self.catalogue.tongues if head.abroad is not None and not framed else ()
        if codes:
            status += render.frame("tongues", tuple(language(code) for code in codes), head.abroad, root)
        report = render.report_block(self.site, head.title, head.address, root, mend)
        return Stamp(
            root=root,
            policy=EMBED_POLICY if head.address.startswith(addresses.EMBED) else POLICY,
            title=str(escape(head.title)),
            description=str(escape(head.description)),
            address="" if addresses.is_frame(head.address) else render.sharing_links(head, self.site, codes),
            data=data,
            here=HERE if head.address == addresses.SEARCH else "",
            here_referral=HERE if head.address == addresses.REFERRAL else "",
            here_agenda=HERE if head.address == addresses.AGENDA else "",
            here_list=HERE if head.address == addresses.LIST else "",
            content=content,
            coach=coach,
            status=status,
            report=report,
            printed=f": {escape(self.site.url + head.address)}" if self.site.url else "",
            icons=render.sprite(content + coach + status + report),
        )

    def _practices(self, head: Head) -> str:
        """Return where to find the practices of the place that a page is about: only where there are any."""
        if not head.place:
            return addresses.PRACTICES
        names = head.address.removeprefix(addresses.EMBED).removeprefix(addresses.PRACTICES).split("/")
        return addresses.practice(names[0]) if names[0] in self._with_practices else ""

    @cached_property
    def _with_practices(self) -> frozenset[str]:
        return frozenset(entry.model.gemeente for entry in self.catalogue.practices.values())

    def not_found(self) -> Page:
        """Return the page for an address that does not exist; it may be shown at any depth, so its root is fixed."""
        root = "/" + self.site.url.partition("://")[2].partition("/")[2]
        head = Head(
            addresses.NOT_FOUND, "Deze pagina is er niet", "Deze pagina is er niet.", "Deze pagina bestaat niet."
        )
        view = NotFound(head, tiles(self.catalogue, ""))

        def make() -> bytes:
            return self.shell.stamp(
                self._stamp(
                    head,
                    render.body("not_found", view, root),
                    root,
                    render.scripts(root, [self.assets.names[use] for use in MODULES["not_found"]]),
                )
            )

        return Page(addresses.NOT_FOUND, digest(self.base, self.made_with("not_found"), root), make)


@dataclass(frozen=True, slots=True)
class NotFound:
    """What the page for a wrong address offers instead."""

    head: Head
    tiles: tuple[Tile, ...]


def _cards(view: Any) -> tuple[Card, ...]:
    lists = getattr(view, "lists", None)
    return tuple(card for group in lists.all for card in group.cards) if lists else ()
