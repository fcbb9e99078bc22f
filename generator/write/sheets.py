"""What is printed: flyers, posters and cards of a practice and the week of a municipality as PDF, and the codes that go with them."""

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator.dutch import letters
from generator.give import pdf, qr
from generator.give.pdf import PaperError, Press
from generator.show import render
from generator.show.looks.assets import paper_style
from generator.show.looks.typeface import reserves
from generator.views.abroad.referral import FlyerAbroad
from generator.views.agenda import week
from generator.views.agenda.week import WeekSheet
from generator.views.referral import handout, news
from generator.views.referral.handout import Handout
from generator.views.referral.news import News
from generator.work.cache import Cache, digest, of
from generator.work.page import Page
from generator.work.spread import spread

# The file of each sheet of a practice and of a week, the template that it is made of, and what it must come to.
OF_PRACTICE = (
    (handout.FLYER, "flyer", pdf.FLYER),
    (handout.POSTER, "poster", pdf.POSTER),
    (handout.POSTER_A3, "poster_a3", pdf.POSTER),
    (handout.CARDS, "cards", pdf.CARDS),
    (handout.MEETING, "meeting", pdf.TALK),
    (handout.EVALUATION, "evaluation", pdf.TALK),
)
# Where somebody knows who the coach is.
OF_COACH = (
    (handout.COACH_POSTER, "coach_poster", pdf.PORTRAIT),
    (handout.COACH_CARDS, "coach_cards", pdf.COACH_CARDS),
)
OF_NEWS = ((news.SHEET, "news", pdf.NEWS), (news.LETTER, "letter", pdf.LETTER))
OF_ABROAD = ((handout.FLYER, "flyer_abroad", pdf.FLYER_ABROAD),)  # everybody's flyer, in another language
OF_WEEK = ((week.SHEET, "week", pdf.WEEK),)
EVERY_SHEET = (*OF_PRACTICE, *OF_COACH, *OF_NEWS, *OF_ABROAD, *OF_WEEK)
Printed = Handout | WeekSheet | News | FlyerAbroad
WORKS = Press()
PHOTOGRAPH = re.compile(r"foto:([a-z0-9.-]+)(?=\")")  # in a template, where the bytes of one belong
MANY = 8  # sheets worth a second process, which has to load WeasyPrint first


def sheets_of(it: Printed) -> tuple[tuple[str, str, pdf.Sheet], ...]:
    """Return the sheets that are made of something: of a coach only where somebody knows who that is, of news only where there is any."""
    if isinstance(it, WeekSheet):
        return OF_WEEK
    if isinstance(it, FlyerAbroad):
        return OF_ABROAD
    if isinstance(it, News):
        return tuple(one for one in OF_NEWS if one[0] in it.sheets)
    return (*OF_PRACTICE, *OF_COACH) if it.coach else OF_PRACTICE


def _no_photo(_name: str) -> bytes:
    return b""


def probe(assets: Path) -> Press:
    """Return what this machine can print; ``assets`` is the folder with the style sheets. Takes a second."""
    return pdf.press(paper_style(assets, Cache()))


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet to print: the file that it becomes, its key, its HTML, and what it must come to."""

    path: str
    key: str
    html: str
    sheet: pdf.Sheet


@dataclass(slots=True)
class Printer:
    """Makes sheets in one style. ``press`` says what can be printed here; the codes are made all the same.

    ``version`` is a digest of the code and the packages that print. ``notes`` says what was left out, and what WeasyPrint
    remarked. ``photo`` gives a photograph by the name of its file, as a JPEG.
    """

    style: str
    version: str
    press: Press = WORKS
    cache: Cache = field(default_factory=Cache)
    jobs: int = 1
    notes: list[str] = field(default_factory=list)
    photo: Callable[[str], bytes] = _no_photo
    _made: dict[str, bytes] = field(default_factory=dict)
    _left_out: set[str] = field(default_factory=set)
    _known: dict[str, list[Job]] = field(default_factory=dict)

    def prepare(self, handouts: Mapping[str, Printed]) -> None:
        """Find out which sheets can be made, by their folder in the site: pages lead only to those that are there."""
        if self.press.why_not:
            self.notes.append(self.press.why_not)
            return
        if self.press.less:
            self.notes.append(self.press.less)
        wanted = [job for folder, it in handouts.items() for job in self._jobs(folder, it)]
        known = {job.key: self.cache.get(f"papier:{job.key}", of(str)) for job in wanted}
        new = [job for job in wanted if known[job.key] is None]
        for job, (content, why_not, remarks) in zip(
            new, spread(lambda at: self._tried(new[at]), len(new), self.jobs if len(new) > MANY else 1), strict=True
        ):
            if content:
                self._made[job.key] = content
            known[job.key] = why_not
            self.cache.put(f"papier:{job.key}", why_not)
            self.notes += [line for line in remarks if line not in self.notes]
        for job in wanted:
            if known[job.key]:
                self._left_out.add(job.path)
                self.notes.append(f"{job.path} is niet gemaakt: {known[job.key]}")

    def names(self, folder: str) -> frozenset[str]:
        """Return which of the sheets that were prepared lie in a folder of the site."""
        known = (job.path for job in self._known.get(folder, ()))
        return frozenset(path.removeprefix(folder) for path in known if self._can(path))

    def prints_week(self, folder: str) -> bool:
        """Tell whether the sheet of a week can be made for a folder of the site."""
        return self._can(folder + week.SHEET)

    def _can(self, path: str) -> bool:
        return not self.press.why_not and path not in self._left_out

    def pages(self, folder: str, it: Printed) -> Iterator[Page]:
        """Yield the sheets of a practice, and its code where the site has an address of its own."""
        for job in self._jobs(folder, it):
            if self._can(job.path):
                yield Page(job.path, job.key, partial(self._content, job))
        if it.address and isinstance(it, Handout):
            for name, make in (("qr.svg", qr.qr_svg), ("qr.png", qr.qr_png)):
                key = digest(it.address, name, version("segno"))
                yield Page(folder + name, key, partial(make, it.address))

    def _jobs(self, folder: str, it: Printed) -> list[Job]:
        if folder not in self._known:
            self._known[folder] = [
                self._job(folder + name, template, sheet, it) for name, template, sheet in sheets_of(it)
            ]
        return self._known[folder]

    def _job(self, path: str, template: str, sheet: pdf.Sheet, it: Printed) -> Job:
        html = PHOTOGRAPH.sub(lambda found: self._inside(found[1]), render.sheet(template, it))
        return Job(path, digest(html, self.style, repr(sheet), self.version, pdf.system()), html, sheet)

    def _inside(self, name: str) -> str:
        return f"data:image/jpeg;base64,{base64.b64encode(self.photo(name)).decode()}"

    def _content(self, job: Job) -> bytes:
        return self._made.get(job.key) or self._printed(job).content

    def _tried(self, job: Job) -> tuple[bytes, str, tuple[str, ...]]:
        """Return a sheet (or nothing), why it cannot be made (or nothing), and what WeasyPrint remarked."""
        try:
            made = self._printed(job)
        except PaperError as error:
            return b"", str(error), ()
        except Exception as error:  # noqa: BLE001 - one sheet that goes wrong takes no other with it
            return b"", f"WeasyPrint kan dit vel niet maken ({type(error).__name__}).", ()
        return made.content, "", tuple(pdf.remark(line) for line in made.remarks if not pdf.about_subset(line))

    def _printed(self, job: Job) -> pdf.Printed:
        missing = letters.not_on_paper(job.html)
        if missing:
            raise PaperError(
                f"de letter {missing[0]} (U+{ord(missing[0]):04X}) staat in geen lettertype van deze site."
            )
        html = letters.on_paper(job.html)
        return pdf.pdf(html, self.style + _reserve_style(html), job.sheet)


def _reserve_style(html: str) -> str:
    """Return the typefaces for what the site's own one lacks, as a style; nothing where it lacks nothing."""
    return "".join(
        f'@font-face {{ font-family: "Wijzer reserve"; font-weight: {weight}; '
        f"src: url(data:font/ttf;base64,{base64.b64encode(content).decode()}); }}\n"
        for weight, content in reserves(html)
    )
