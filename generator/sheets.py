"""What a practice prints: flyers, posters and cards as PDF, and the codes that go with them, as files of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

from generator import render
from generator.cache import digest
from generator.exports import pdf, qr
from generator.views import handout
from generator.views.handout import Handout
from generator.write import Page

# The file of each sheet, the template that it is made of, and what it must come to.
SHEETS = (
    (handout.FLYER, "flyer", pdf.FLYER),
    (handout.POSTER, "poster", pdf.POSTER),
    (handout.CARDS, "cards", pdf.CARDS),
)


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes sheets in one style. ``why_not`` says why there can be no PDFs; the codes are made all the same.

    ``version`` is a digest of the templates and of the code.
    """

    style: str
    version: str
    why_not: str = ""

    def pages(self, folder: str, it: Handout) -> Iterator[Page]:
        """Yield the sheets of a practice, and its code where the site has an address of its own."""
        if not self.why_not:
            for name, template, sheet in SHEETS:
                key = digest(template, repr(it), self.style, self.version, version("weasyprint"))
                yield Page(folder + name, key, partial(self._made, template, sheet, it))
        if it.address:
            for name, make in (("qr.svg", qr.qr_svg), ("qr.png", qr.qr_png)):
                key = digest(it.address, name, version("segno"))
                yield Page(folder + name, key, partial(make, it.address))

    def _made(self, template: str, sheet: pdf.Sheet, it: Handout) -> bytes:
        try:
            return pdf.pdf(render.sheet(template, it), self.style, sheet)
        except pdf.PaperError as error:
            raise pdf.PaperError(f"Het papier van {it.practice or 'de site'} lukt niet: {error}") from error
