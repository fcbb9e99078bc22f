"""Views to HTML: one environment, escaping always on, and nothing undefined left standing."""

import base64
import os
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.dutch.sentences import two_sentences
from generator.give import jsonld, qr
from generator.model import addresses
from generator.model.icons import icon_drawing
from generator.model.schema import Settings
from generator.show.looks import motif
from generator.show.policy import POLICY
from generator.show.sources import MODULES_ABROAD, STYLES_ABROAD, TEMPLATES
from generator.views.abroad.frame import words
from generator.views.abroad.referral import FlyerAbroad
from generator.views.abroad.tongue import Bit, Language, Line
from generator.views.activity.answers import pictograms
from generator.views.activity.card import Card
from generator.views.activity.take_home import TakeHome
from generator.views.agenda.week import WeekSheet
from generator.views.head import Head
from generator.views.referral.handout import Handout, shown
from generator.views.referral.news import News
from generator.views.volunteers.import_report import ImportReport
from generator.views.volunteers.report import report

# What is filled in above the content of a page in another language.
TITLE, PATH, DUTCH, LEADS = "QZTITLEQZ", "QZPATHQZ", "QZDUTCHQZ", "QZLEADSQZ"
SPRITE = "QZSPRITEQZ"  # stands where the pictograms of such a page come
ICON_USE = re.compile(r'href="#i-([a-z0-9-]+)"')


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of one build has in common. ``url`` ends in a slash, or is empty where it is not known.

    ``images`` gives the picture for sharing by theme id, with the site's own under the empty id.
    """

    settings: Settings
    url: str
    images: dict[str, str]


class _Environment(Environment):
    """Jinja's, where what all templates know is a plain dictionary: to look through a chain of them for each page costs a tenth of it."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **d} if d else self.globals


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment of all templates."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.globals |= {
        "icon": icon,
        "drawn": drawn,
        "bit": bit,
        "line": line,
        "told_by_pictograms": pictograms(),
        "colour_icon": colour_icon,
        "paper_icon": paper_icon,
        "paper_motif": paper_motif,
        "screen_motif": screen_motif,
        "drawing": drawing,
        "qr_data": lru_cache(maxsize=64)(qr.qr_data),
        "shown": shown,
        "two_sentences": two_sentences,
    }
    return made


def _compiled() -> FileSystemBytecodeCache | None:
    """Return where Jinja keeps templates as it compiled them, which takes longer than filling in a few pages.

    They are programs, so they stand where Python's own compiled modules stand, with the code, and never beside a site.
    """
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


@lru_cache(maxsize=512)
def icon(name: str) -> Markup:
    """Return a pictogram of Material by its name; what is drawn stands once a page, in its ``sprite``."""
    return Markup('<svg class="icon" aria-hidden="true" focusable="false"><use {}></use></svg>').format(
        Markup(icon_use(name))  # noqa: S704 - a name from the theme's own files
    )


def drawn(card: Callable[..., str], it: Card, *how: Any) -> str:
    """Return a card as HTML, drawn once for each way in which it is shown; ``card`` draws it."""
    found = it.drawn.get(how)
    if found is None:
        found = it.drawn[how] = card(it, *how)
    return found


@lru_cache(maxsize=4096)  # a page of a language has dozens, and most of them are on every page
def bit(it: Bit) -> Markup:
    """Return a piece of text: in the language of the page, or in Dutch and marked so."""
    return Markup('<span lang="nl" dir="ltr">{}</span>').format(it.text) if it.dutch else escape(it.text)


@lru_cache(maxsize=4096)
def line(bits: Line, comma: str) -> Markup:
    """Return pieces of text in a row, with what this language writes between them."""
    return escape(comma).join(map(bit, bits))


def drawing(name: str) -> Markup:
    """Return what is drawn in a pictogram, to stand inside another drawing of 24 by 24."""
    return Markup(icon_drawing(name))  # noqa: S704 - a file of the theme


def colour_icon(name: str, colour: str) -> Markup:
    """Return a pictogram on a round of a theme's colour, for a screen."""
    return Markup('<span class="blob blob--small theme-{}">{}</span>').format(colour, icon(name))


@lru_cache(maxsize=64)
def paper_icon(name: str, colour: str) -> Markup:
    """Return a pictogram on a round of a theme's colour, for paper."""
    return _background("pictogram", motif.disc(colour, name))


@lru_cache(maxsize=8)
def paper_motif(themes: tuple[tuple[str, str], ...]) -> Markup:
    """Return the ring of the themes, for paper; ``themes`` are colours and pictograms."""
    return _background("motif", motif.motif(themes))


def _background(name: str, svg: str) -> Markup:
    """Return a drawing as a background, which nobody reads aloud."""
    data = base64.b64encode(svg.encode()).decode()
    return Markup('<span class="{}" style="background-image:url(data:image/svg+xml;base64,{})"></span>').format(
        name, data
    )


@lru_cache(maxsize=8)
def screen_motif(themes: tuple[tuple[str, str], ...]) -> Markup:
    """Return the ring of the themes, for a page."""
    return Markup(motif.motif(themes))  # noqa: S704 - drawn by ourselves


def sheet(template: str, it: Handout | WeekSheet | News | FlyerAbroad) -> str:
    """Return a sheet of paper as a whole document: ``paper/<template>.html`` filled with ``it``."""
    return environment().get_template(f"paper/{template}.html").render(it=it)


def leaf(id_: str, it: TakeHome, root: str) -> str:
    """Return the leaf of one activity by its address, as it stands among others."""
    return environment().get_template("leaf.html").render(id=id_, it=it, base=root)


def leaves(found: Iterable[str], amount: int) -> bytes:
    """Return leaves (of :func:`leaf`) as a document, which the page of the list takes them from.

    ``amount`` is in how many such documents those of the municipality stand.
    """
    safe = [Markup(one) for one in found]  # noqa: S704 - rendered above
    return environment().get_template("leaves.html").render(leaves=safe, amount=amount).encode()


def body(template: str, page: Any, root: str, code: bytes = b"") -> str:
    """Return the content of a page: ``pages/<template>.html`` filled with the view ``page``.

    ``root`` is the way from the page to the site's root; ``code`` the modules of its QR code, for paper.
    """
    return environment().get_template(f"pages/{template}.html").render(page=page, base=root, code=_paper_code(code))


def _paper_code(code: bytes) -> Markup:
    if not code:
        return Markup()
    size, path = qr.path(code)
    return Markup(
        '<svg class="code print-only" viewBox="0 0 {0} {0}" role="img" aria-label="QR-code van deze pagina">'
        '<path d="{1}" stroke="#000"></path></svg>'
    ).format(size, path)


def root_of(address: str) -> str:
    """Return the way to the site's root from an address that ends in a slash: ``../`` once for each folder."""
    return "../" * address.count("/") or "./"


def sharing_links(head: Head, site: Site, codes: Iterable[str] = ()) -> str:
    """Return the canonical and sharing links, and those to the page in other languages; without the site's own address there are none."""
    if not site.url:
        return ""
    here = escape(site.url + head.address)
    drawn = site.images.get(head.theme) or site.images.get("")
    image = f'<meta property="og:image" content="{escape(site.url + drawn)}">' if drawn else ""
    others = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{escape(site.url + addresses.abroad(code, head.abroad or ""))}">'
        for code in (codes if head.abroad == head.address else ())
    )
    return f'{others}<link rel="canonical" href="{here}"><meta property="og:url" content="{here}">{image}'


def data_block(data: dict[str, Any] | None) -> str:
    """Return JSON-LD as a data block, or nothing."""
    text = jsonld.script(data)
    return f'<script type="application/ld+json">{text}</script>' if text else ""


def styles(root: str, sheets: Iterable[str]) -> str:
    """Return the tags of the style sheets that only some pages have."""
    return "".join(f'<link rel="stylesheet" href="{root}{escape(path)}">' for path in sheets)


def early(root: str, path: str) -> str:
    """Return the tag of the script that runs before anything is drawn."""
    return f'<script src="{root}{escape(path)}"></script>'


def scripts(root: str, modules: Iterable[str], plain: Iterable[str] = ()) -> str:
    """Return the tags of the scripts that only some pages have: ``modules``, and ``plain`` ones that are none."""
    tags = [f'<script type="module" src="{root}{escape(path)}"></script>' for path in modules]
    return "".join([*tags, *(f'<script src="{root}{escape(path)}" defer></script>' for path in plain)])


def refresh(address: str) -> str:
    """Return the tag that leads a visitor on at once, also without a script (WCAG technique H76)."""
    return f'<meta http-equiv="refresh" content="0; url={escape(address)}">'


@lru_cache(maxsize=2048)
def frame(name: str, *values: Any) -> str:
    """Return a block of the frame around a page, by the name of its macro in ``components/frame.html``."""
    module = environment().get_template("components/frame.html").module
    return str(getattr(module, name)(*values)).strip()


def report_block(site: Site, title: str, address: str, root: str, mend: str = "") -> str:
    """Return "Klopt er iets niet?" for a page.

    ``root`` is the way to the site's root, ``mend`` where a script finds the form that mends what the page is about.
    """
    return frame("report", report(site.settings, title, site.url + address or "/") or f"{root}{addresses.JOIN}", mend)


def abroad(template: str, page: Any, root: str, names: Mapping[str, str], site: Site) -> bytes:
    """Return a page in another language as a whole document: ``abroad/<template>.html`` filled with the view ``page``."""
    made = environment().get_template(f"abroad/{template}.html")
    uses = ("styles", "abroad_style", "aloud_style", *STYLES_ABROAD.get(template, ()))
    loads = styles(root, (names[use] for use in uses))
    loads += scripts(root, (names[use] for use in MODULES_ABROAD.get(template, ())))
    frame = page.frame
    top = _top(
        Top(
            frame.language,
            frame.others,
            frame.same,
            root,
            Markup(loads),  # noqa: S704 - of our own making
            names["favicon"],
            site.settings.naam,
            site.url,
            site.images.get("", ""),
        )
    )
    fills = {TITLE: frame.title, PATH: frame.path, DUTCH: frame.dutch}
    for mark, value in fills.items():
        top = top.replace(mark, escape(value))
    foot = _foot(frame.language.code, root)
    around = {"frame": frame, "language": frame.language, "words": frame.words, "foot": foot}
    html = made.render(page=page, base=root, top=top.split(LEADS), name=site.settings.naam, **around)
    return html.replace(SPRITE, sprite(html)).encode()


@dataclass(frozen=True, slots=True)
class Top:
    """What is above the content of pages in another language that lie as deep; what differs has a mark that is filled in."""

    language: Language
    others: tuple[Language, ...]
    same: bool
    root: str
    loads: Markup
    favicon: str
    name: str
    url: str
    image: str
    title: str = TITLE
    path: str = PATH
    dutch: str = DUTCH
    policy: str = POLICY


@lru_cache(maxsize=256)
def _top(it: Top) -> Markup:
    """Return what is above the content, with its marks."""
    made = environment().get_template("abroad/top.html").render(it=it, words=words(it.language.code))
    return Markup(made)  # noqa: S704 - rendered with escapes


@lru_cache(maxsize=64)
def _foot(code: str, root: str) -> Markup:
    """Return what stands at the foot of every page of a language that lies as deep."""
    made = environment().get_template("abroad/foot.html").render(words=words(code), code=code, base=root)
    return Markup(made)  # noqa: S704 - rendered with escapes


def sprite(html: str) -> str:
    """Return one hidden drawing with the pictograms that ``html`` uses, each once."""
    names = sorted(set(ICON_USE.findall(html)))
    if not names:
        return ""
    symbols = "".join(_symbol(name) for name in names)
    return f'<svg class="sprite" aria-hidden="true" width="0" height="0">{symbols}</svg>'


def icon_use(name: str) -> str:
    """Return the mark by which ``sprite`` knows that a page uses a pictogram."""
    return f'href="#i-{name}"'


@lru_cache(maxsize=512)
def _symbol(name: str) -> str:
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{icon_drawing(name)}</symbol>'


def import_report(page: ImportReport) -> str:
    """Return the report of a table as a page that stands by itself."""
    return environment().get_template("import_report.html").render(page=page)
