"""Paper: HTML to PDF with WeasyPrint, tagged as PDF/UA-1, with the same bytes every time.

WeasyPrint draws with Pango, a part of the system that may be missing or old. ``press`` finds out by making a line of PDF, and
everything else of the site goes without. Nothing is fetched: typefaces and pictures stand in the text itself as ``data:``.
"""

import atexit
import contextlib
import ctypes
import io
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
SUBSET = "libharfbuzz-subset0"
VARIANT = "pdf/ua-1"
PRINTED = 4  # the flag of a link that is on paper as well as on a screen (ISO 32000-1, table 165)
LONGEST = 160  # of what WeasyPrint says, in a note
# A text that is longer than anything that a sheet may hold. WeasyPrint goes on for ever over a grid with a cell longer than a page.
ENDLESS = re.compile(r">[^<]{700}")
TOO_LONG = "de tekst is te lang voor het papier. Maak de zinnen of de namen korter."
LINE = '<!doctype html><html lang="nl"><head><title>Proef</title></head><body class="paper"><p>Proef: 19.30 €</p></body></html>'
# The parts of the system that draw, with the function that tells their version.
PARTS = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libpangoft2-1.0.so.0", ""),
    ("libharfbuzz.so.0", "hb_version_string"),
    ("libharfbuzz-subset.so.0", ""),
    ("libfontconfig.so.1", "FcGetVersion"),
)


class PaperError(Exception):
    """A sheet cannot be made; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Press:
    """What this machine can print: ``why_not`` says why nothing, ``less`` what is less than well; in Dutch, with the remedy."""

    why_not: str = ""
    less: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet, and what WeasyPrint had to say of it."""

    content: bytes
    remarks: tuple[str, ...]


def press(style: str) -> Press:
    """Return what this machine can print, found out by printing a line in the site's own style."""
    try:
        with _quiet():
            made = pdf(LINE, style, ONE_PAGE)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a part of the system, the site goes on without paper
        name = (
            "Pango ontbreekt" if isinstance(error, OSError) else f"WeasyPrint werkt hier niet ({type(error).__name__})"
        )
        return Press(why_not=f"{name}: flyers, posters en kaartjes zijn niet als PDF gemaakt. Installeer {PACKAGES}.")
    if any(about_subset(line) for line in made.remarks):
        return Press(less=f"HarfBuzz-Subset ontbreekt: de PDF's zijn gemaakt, maar langzamer. Installeer {SUBSET}.")
    return Press(less=remark(made.remarks[0]) if made.remarks else "")


def about_subset(line: str) -> bool:
    """Tell whether WeasyPrint says that a part of the system is missing which it can do without."""
    return "harfbuzz-subset" in line.lower()


def remark(line: str) -> str:
    """Return what WeasyPrint says, in its own English, as a note."""
    plain = " ".join(line.split())
    return f"WeasyPrint merkt bij het papier op: {plain[:LONGEST]}{'…' if len(plain) > LONGEST else ''}"


def system() -> str:
    """Return which parts of the system draw, with their versions: a PDF of another version may have other bytes."""
    return " ".join(f"{name}={_version(name, function)}" for name, function in PARTS)


def _version(name: str, function: str) -> str:
    try:
        part = ctypes.CDLL(name)
    except OSError:
        return "-"
    if not function:
        return "+"
    told = getattr(part, function)
    if function.endswith("string"):
        told.restype = ctypes.c_char_p
        return bytes(told()).decode()
    return str(told())


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what WeasyPrint prints of its own installation, in English, from the terminal."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet must come to: how many pages, and what to try until it does: sizes of letters, and then what is left out.

    Each of ``fits`` is a size, with what else the style is told (``12pt; --lead: none``): letters never get smaller than can be read.

    With ``or_less`` fewer pages will do too.

    With ``back_last`` the last block of the first page is read after all others: on a sheet that is folded, the back lies
    beside the cover.
    """

    pages: int
    fits: tuple[str, ...]
    back_last: bool = False
    or_less: bool = False


_SMALL = "12pt; --title: 38pt"
_SHORT = "12pt; --title: 34pt; --lead: none; --facts: none; --more: none"
FLYER = Sheet(
    2,
    (
        *("15.5pt", "14.5pt", "13.5pt", "13pt", "12.5pt", "12pt", _SMALL),
        f"{_SMALL}; --lead: none",
        f"{_SMALL}; --lead: none; --facts: none",
        _SHORT,
        f"{_SHORT}; --photo: none; --photo-room: 0",
        f"{_SHORT}; --photo: none; --photo-room: 0; --long: none; --short: inline; --examples: none",
    ),
    back_last=True,
)
# In another language the same sentences are longer: what is never reached there is not tried.
FLYER_ABROAD = Sheet(2, FLYER.fits[FLYER.fits.index("13.5pt") :], back_last=True)
POSTER = Sheet(1, ("17em", "15.2em", "13em", "11em", "9em", "7em"))  # of 2.1 mm: 15.2 is 90 pt
CARDS = Sheet(
    2,
    ("20pt", "17pt", "15pt", "13pt", "12pt", "12pt; --letters: 10pt", "10pt; --letters: 8.5pt", "9pt; --letters: 7pt"),
)
TALK = Sheet(1, ("14pt", "13pt", "12pt", "12pt; --ruled: 7mm", "12pt; --ruled: 5.5mm"))
PORTRAIT = Sheet(1, ("22pt", "19pt", "16pt", "14pt", "12pt"))
COACH_CARDS = Sheet(
    1,
    (
        "16pt",
        "14pt",
        "13pt",
        "12pt",
        "12pt; --face: 22mm",
        "12pt; --face: 20mm; --letters: 10.5pt",
        "10pt; --face: 18mm; --letters: 8.5pt",
    ),
)
NEWS = Sheet(1, ("15pt", "14pt", "13pt", "12pt", "12pt; --where: none"))
LETTER = Sheet(2, ("14pt", "13pt", "12pt", "12pt; --where: none"), or_less=True)
WEEK = Sheet(2, ("18pt", "16pt", "14pt", "12pt"), or_less=True)
ONE_PAGE = Sheet(1, ("12pt",))


@lru_cache(maxsize=128)  # builds in one process often want the same sheets, and each costs a quarter of a second
def pdf(html: str, style: str, sheet: Sheet) -> Printed:
    """Return ``html`` as a PDF with the style sheet ``style``, in the largest letters that fit.

    ``html`` is a whole document with a language, a title and texts for its pictures. Raises PaperError, in Dutch, when it
    does not fit; OSError and others of WeasyPrint's own where a part of the system is missing.
    """
    if ENDLESS.search(html):
        raise PaperError(TOO_LONG)
    with _Complaints() as complaints:
        import weasyprint  # noqa: PLC0415 - looks for Pango when it is imported, and takes a second

        parsed, fonts = _style(style)
        complaints.lines.clear()  # what style sheets for browsers have and paper has not
        for fit in sheet.fits:
            made = _at_size(
                weasyprint, html, [parsed, weasyprint.CSS(string=f":root {{ --fit: {fit} }}")], fonts, sheet
            )
            if made:
                return Printed(made, tuple(dict.fromkeys(complaints.lines)))
            complaints.lines.clear()
    raise PaperError(TOO_LONG)


def _at_size(weasyprint: Any, html: str, styles: list[Any], fonts: Any, sheet: Sheet) -> bytes | None:
    """Return a document with the letters of one size, or None where it does not have its number of pages so."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    document = weasyprint.HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=["data"]))
    try:
        laid_out = document.render(pdf_variant=VARIANT, stylesheets=styles, font_config=fonts)
    except AssertionError:  # WeasyPrint's own, for a block that fits on no page at all
        return None
    if not (1 if sheet.or_less else sheet.pages) <= len(laid_out.pages) <= sheet.pages:
        return None
    return bytes(laid_out.write_pdf(pdf_variant=VARIANT, finisher=_finisher(sheet)))


@lru_cache(maxsize=4)
def _style(style: str) -> tuple[Any, Any]:
    """Return a style sheet and its typefaces as WeasyPrint reads them, once for all sheets."""
    import weasyprint  # noqa: PLC0415 - as above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as above
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    fonts = FontConfiguration()
    return weasyprint.CSS(string=style, font_config=fonts, url_fetcher=URLFetcher(allowed_protocols=["data"])), fonts


atexit.register(_style.cache_clear)  # typefaces must go before the parts of WeasyPrint that let them go


def _finisher(sheet: Sheet) -> Callable[[Any, Any], None]:
    """Return what is done to a PDF when all of it is there."""

    def finish(_document: Any, made: Any) -> None:
        for item in made.objects:
            if isinstance(item, dict) and item.get("Subtype") == "/Link":
                item["F"] = PRINTED
        if sheet.back_last:
            _read_back_last(made)

    return finish


def _read_back_last(made: Any) -> None:
    """Move the last block of the first page behind all other blocks, in the order in which a reader hears them."""
    by_reference = {item.reference: item for item in made.objects if hasattr(item, "reference")}
    root = by_reference[made.catalog["StructTreeRoot"]]
    document = by_reference[root["K"][0]]
    first, last = by_reference[document["K"][0]], by_reference[document["K"][-1]]
    if first is last:
        return
    back = first["K"].pop()
    by_reference[back]["P"] = last.reference
    last["K"].append(back)


class _Complaints(logging.Handler):
    """Collects what WeasyPrint and its parts warn of, instead of letting them print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
        self._python = warnings.catch_warnings()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> Self:
        self._kept = [(logger.handlers[:], logger.propagate) for logger in self._loggers]
        for logger in self._loggers:
            logger.handlers[:] = [self]
            logger.propagate = False
        self._python.__enter__()
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_more: self.lines.append(str(message))
        return self

    def __exit__(self, *_: object) -> None:
        self._python.__exit__(None, None, None)
        for logger, (handlers, propagate) in zip(self._loggers, self._kept, strict=True):
            logger.handlers[:] = handlers
            logger.propagate = propagate
