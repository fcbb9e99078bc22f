"""Paper: HTML to PDF with WeasyPrint, tagged as PDF/UA-1, with the same bytes every time.

WeasyPrint draws with Pango, a part of the system that may be missing; ``why_not`` says so in a line, and everything
else of the site goes without. Nothing is fetched: typefaces and pictures stand in the text itself as ``data:``.
"""

import atexit
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
VARIANT = "pdf/ua-1"
PRINTED = 4  # the flag of a link that is on paper as well as on a screen (ISO 32000-1, table 165)


class PaperError(Exception):
    """WeasyPrint complained about a sheet: what it makes would not be whole or not be accessible."""


def why_not() -> str:
    """Return why no PDF can be made here, in Dutch with the remedy; nothing where it can."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - looks for Pango when it is imported, and takes a second
    except OSError:
        return f"Pango ontbreekt: flyers, posters en kaartjes zijn niet als PDF gemaakt. Installeer {PACKAGES}."
    return ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet must come to: how many pages, and the sizes of its letters to try, from large to small.

    With ``back_last`` the last block of the first page is read after all others: on a sheet that is folded, the back lies
    beside the cover.
    """

    pages: int
    fits: tuple[str, ...]
    back_last: bool = False


FLYER = Sheet(2, ("16pt", "14.5pt", "13pt", "11.5pt", "10pt"), back_last=True)
POSTER = Sheet(1, ("22pt", "19pt", "17pt", "15pt", "13pt", "11pt", "10pt"))
CARDS = Sheet(1, ("12pt", "10.5pt", "9pt", "8pt", "7.5pt"))


@lru_cache(maxsize=32)  # builds in one process often want the same sheets, and each costs a quarter of a second
def pdf(html: str, style: str, sheet: Sheet) -> bytes:
    """Return ``html`` as a PDF with the style sheet ``style``, in the largest letters that fit.

    ``html`` is a whole document with a language, a title and texts for its pictures. Raises PaperError, in Dutch, when it
    does not fit or something of it would be missing.
    """
    reason = why_not()
    if reason:
        raise PaperError(reason)
    import weasyprint  # noqa: PLC0415 - as above
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    fetcher = URLFetcher(allowed_protocols=["data"])
    parsed, fonts = _style(style)
    for fit in sheet.fits:
        size = weasyprint.CSS(string=f":root {{ --fit: {fit} }}")
        with _Complaints() as complaints:
            try:
                laid_out = weasyprint.HTML(string=html, url_fetcher=fetcher).render(
                    pdf_variant=VARIANT, stylesheets=[parsed, size], font_config=fonts
                )
            except AssertionError:  # WeasyPrint's own, for a block that fits on no page at all
                continue
            if len(laid_out.pages) != sheet.pages:
                continue
            made = laid_out.write_pdf(pdf_variant=VARIANT, finisher=_finisher(sheet))
        if complaints.lines:
            raise PaperError("; ".join(complaints.lines))
        return bytes(made)
    raise PaperError("de tekst is te lang voor het papier. Maak de zinnen of de namen korter.")


@lru_cache(maxsize=2)
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
    """Collects what WeasyPrint warns of, instead of letting it print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._logger = logging.getLogger("weasyprint")

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> Self:
        self._kept = self._logger.handlers[:]
        self._logger.handlers[:] = [self]
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.handlers[:] = self._kept
