"""One build, from the content folder to the site: the only place where all layers meet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from time import perf_counter
from typing import Any

from markupsafe import Markup, escape

from generator.find.store import Words
from generator.give import pdf
from generator.judge import rules
from generator.model.addresses import CALENDAR_VERSIONS, MANIFEST, PRACTICES
from generator.model.catalogue import Catalogue, frozen
from generator.model.icons import icon_drawing
from generator.model.outgoing import mailto
from generator.model.problem import Problem, ordered
from generator.model.resolved import Worked
from generator.model.schema import UNKNOWN, JaNee, Regio
from generator.model.when import calendar
from generator.read.content import Content
from generator.read.folder import PAGES as WRITTEN
from generator.read.general import besides, told
from generator.read.load import load
from generator.read.markdown import read_pages
from generator.read.stock import Stock, restocked
from generator.show import render
from generator.show.looks import pictures
from generator.show.looks.assets import LUNR, Assets, build_assets, paper_style, qr_library
from generator.show.looks.typeface import FONTS, font_file
from generator.show.policy import POLICY
from generator.show.render import Site
from generator.show.shell import MKDOCS, ROOT_WORD, Shell, build_shell
from generator.show.sources import TEMPLATES, template_digest
from generator.views.lists.finder import named_in_words
from generator.work.cache import Cache, code_digest, digest, of
from generator.work.code import Code, packages, room
from generator.work.disk import PATIENCE, alone
from generator.write.cells import Cells
from generator.write.parts import read_shares, write_share
from generator.write.plan import Frame
from generator.write.run import Run
from generator.write.sections import made_with
from generator.write.tree import LostListError, Result, Trees, mend

PACKAGE = Path(__file__).parent.parent
# What a site is made with besides the code: beside it in a checkout, inside it where it was installed.
PROJECT = PACKAGE.parent if (PACKAGE.parent / "mkdocs.yml").is_file() else PACKAGE / "project"
MARK_ICON = "compass-rose"
# What has a hand in the text of a page, in what is printed, in the assets, and in the pictures for sharing.
PAGES = ("generator.show.render", "generator.give.ics")
PRINTING = ("generator.give.pdf", "generator.show.looks.typeface", "generator.dutch.letters")
ASSETS = ("generator.show.looks.assets",)
PICTURES = ("generator.show.looks.pictures", "generator.show.looks.typeface", "generator.model.icons")
KEPT = (
    "Bekijkt u een gemeente? Dan bewaart uw browser die pagina, de agenda en de bladen van die gemeente. Zo kunt u ze ook bekijken als u "
    "geen internet hebt. Wij zien dat niet. Alleen de laatste gemeente wordt bewaard, en niet wat u koos."
)
NO_PICTURES = "De plaatjes voor delen zijn niet gemaakt: resvg-py werkt hier niet ({})."


@dataclass(frozen=True)
class Options:
    """What a build was asked. ``project`` holds ``mkdocs.yml`` and ``site_overrides``.

    ``ledger`` is the ``kalender/versies.json`` of the site that people have now; without it, that of the one in ``out``.
    ``patience`` is how many seconds to wait for another build. With ``strict`` what is left out is an error, and so is a warning;
    with ``verify`` every file of the site is looked at, also where nothing changed. With ``part`` only the municipalities of part (1, 4) are
    made, to be put together with the other ``parts``. ``changed`` is what changed since the last build of the same builder, where somebody
    watched; else (None) everything is looked at.
    """

    content: Path
    out: Path
    today: date
    site_url: str = ""
    ledger: Path | None = None
    only: str = ""
    jobs: int = 1
    patience: float = PATIENCE
    strict: bool = False
    verify: bool = False
    part: tuple[int, int] | None = None
    parts: Sequence[Path] = ()
    changed: frozenset[Path] | None = None
    project: Path = PROJECT
    command: Sequence[str] = MKDOCS


@dataclass
class Report:
    """What a build did: what it wrote (None when an error stopped it), how many warnings there are, seconds by stage.

    ``find`` gives the problems, which are read from what is remembered when somebody asks for them.
    ``notes`` are lines in Dutch about what was left out and why.
    """

    find: Callable[[], Iterable[Problem]] = tuple
    warnings: int = 0
    written: Result | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong, in order."""
        return ordered(self.find())


@dataclass(frozen=True, slots=True)
class Change:
    """A change to judge: the folder with the content before it, and the message that came with it."""

    before: Path
    said: str


class Builder:
    """Builds again and again with what it already knows. One cache serves all runs."""

    def __init__(self, cache: Cache, say: Callable[[str], object] = lambda _line: None) -> None:
        """Keep the cache, which is read and saved by each build; ``say`` gets what a person should know meanwhile."""
        self._cache = cache
        self._say = say
        self._code = Code(cache, _own_code)
        self._words: Words | None = None
        self._worked = Worked()
        self._stock: tuple[Path, Stock] | tuple[None, None] = (None, None)

    @cached_property
    def _version(self) -> str:
        """Return a digest of this program, and of the packages that have a hand in a page."""
        return digest(_own_code(), self._code.packages_of(*PAGES, *_rooms("model", "views", "find")))

    @cached_property
    def _reading(self) -> str:
        """Return a digest of what reads and judges: the rooms below the views, which know nothing of those above (import-linter looks)."""
        return self._code.made_by(*_rooms("work", "dutch", "model", "judge", "read"))

    def check(
        self, content: Path, today: date, progress: Callable[[int], None], jobs: int = 1, change: Change | None = None
    ) -> tuple[Catalogue | None, Report]:
        """Read and judge the content; the catalogue is None where it could not be read at all.

        With ``change`` what it did is judged too, where the content before it can be read.
        """
        report = Report()
        with _Clock(report, "lezen"):
            loaded = load(content, self._cache, self._reading, jobs, progress)
        found = list(loaded.problems)
        with _Clock(report, "regels"):
            if loaded.catalogue:
                found += rules.judge(loaded.catalogue, today, self._cache, self._reading, jobs)
            if loaded.catalogue and change:
                before = load(change.before, self._cache, self._reading, jobs).catalogue
                found += rules.judge_change(before, loaded.catalogue, change.said) if before else ()
        report.find = lambda: (told(one, content) for one in found)
        return loaded.catalogue, report

    def build(self, options: Options, progress: Callable[[int], None] = lambda _count: None) -> Report:
        """Build the site; with errors in the content nothing is written and the old site stands."""
        with alone(memory(options.out), options.out, self._say, options.patience):
            mend(options.out, memory(options.out))  # before anything of the site that stands there is read
            self._cache.load()
            known = self._holidays_known()
            trees = Trees(options.out, memory(options.out))
            trees.look()
            try:
                report = self._build(options, trees, progress)
            except LostListError:
                trees.forget()
                report = self._build(options, trees, progress)
            self._keep_holidays(known, options.today, report)
            made = report.written is not None and report.written.made > 0
            with suppress(OSError):  # what was learned can be learned again
                self._cache.save(drop=made)  # who made nothing asked for little of what is of use
        return report

    def _holidays_known(self) -> int:
        """Say what an earlier build learnt of holidays, and return how much that is: the package is not loaded for what it said before."""
        found = self._cache.get(self._of_holidays, of(dict[str, dict[str, str]])) or {}
        calendar.tell(found)
        return len(found)

    def _keep_holidays(self, known: int, today: date, report: Report) -> None:
        """Keep what is known of holidays; where pages were made also those of this year and the next, which a process beside this one may have asked."""
        if not report.written or not report.written.made:
            return
        for year in (today.year, today.year + 1):
            calendar.doubtful_holidays(year)
            for region in Regio:
                calendar.school_holidays(year, region)
        if len(calendar.told()) > known:
            self._cache.put(self._of_holidays, dict(calendar.told()))

    @cached_property
    def _of_holidays(self) -> str:
        return digest("feestdagen", self._code.packages_of("generator.model.when.calendar"))

    def _build(self, options: Options, trees: Trees, progress: Callable[[int], None]) -> Report:
        report = Report()
        with _Clock(report, "lezen"):
            content = Content(options.content, self._cache, self._reading, progress, self._seen(options), options.jobs)
            self._stock = options.content, content.stock
            general, problems = content.general
        if general is None:
            report.find = lambda: problems
            return report
        cells = Cells(content, options.today, options.jobs, self._worked)
        with _Clock(report, "regels"):
            sound = cells.sound
            report.warnings = cells.warnings
        report.find = lambda: (told(one, options.content) for one in cells.problems())
        if not sound or (options.strict and report.problems):
            return report
        run = self._run(options, cells, trees, report)
        with _Clock(report, "gemeenten en land"):
            share = run.make_part(*options.part) if options.part else None
            if not options.part:
                run.make()
        report.notes = (*report.notes, *run.notes)
        if options.strict and report.notes:
            return report
        with _Clock(report, "wisselen"):
            report.written = run.finish()
        if share:
            write_share(options.out, share)
        return report

    def _seen(self, options: Options) -> Stock | None:
        """Return what lies in the content folder, where that is known without looking at all of it."""
        (folder, stock), self._stock = self._stock, (None, None)  # a build that fails before it looks has seen nothing
        if stock is None or options.changed is None or folder != options.content:
            return None
        return restocked(stock, options.content, options.changed)

    def _run(self, options: Options, cells: Cells, trees: Trees, report: Report) -> Run:
        """Return the build of a site, with all that its pages have in common."""
        general = only(cells.general, options.only) if options.only else cells.general
        with _Clock(report, "vormgeving"):
            assets = self._assets(general, options)
            style = paper_style(_assets(options), self._cache)
        report.notes = tuple(assets.notes)
        site = _site(general, assets, options)
        with _Clock(report, "mkdocs"):
            shell = self._shell(options, assets, site, _values(general))
        with _Clock(report, "zoeken"):
            words = self._words = Words(general, options.today, self._cache, self._version).or_else(self._words)
            paths = words.path, words.abroad_path, words.near_path
        with _Clock(report, "papier"):
            press = self._press(style)
        world = tuple(entry for entry in general.named_municipalities if cells.judged[entry.id].running)
        base = digest(
            self._version,
            repr(shell),
            template_digest("components/frame.html"),
            repr(site),
            *paths,
            style,
            repr(press),
            *(entry.digest for entry in general.ordered_domains),
            *(entry.digest for entry in world),
            options.only,
            str(general.own_calendars),
        )
        printing = self._code.made_by(*PRINTING)
        photographs = self._code.made_by("generator.read.photographs")
        frame = Frame(
            options.today,
            site,
            shell,
            assets,
            base,
            digest(made_with(assets, place=True), printing),
            digest(made_with(assets, place=False), repr(sorted(assets.names.items())), printing, photographs),
            self._version,
            printing,
            photographs,
            world,
            frozenset(),
        )
        ledger = options.ledger or options.out / CALENDAR_VERSIONS
        return Run(
            self._cache,
            cells,
            general,
            frame,
            words,
            style,
            press,
            trees,
            ledger,
            asked=bool(options.ledger),
            verify=options.verify,
            ready=read_shares(options.parts) if options.parts else {},
        )

    def _press(self, style: str) -> pdf.Press:
        """Return what can be printed here. What was found to work is not tried again, for that takes a second."""
        key = digest("pers", style, self._code.made_by(*PRINTING), pdf.system())
        press = self._cache.get(key, of(pdf.Press))
        if press is None:
            press = pdf.press(style)
            if not press.why_not:
                self._cache.put(key, press)
        return press

    def _assets(self, catalogue: Catalogue, options: Options) -> Assets:
        drawings = {entry.id: icon_drawing(entry.model.pictogram) for entry in catalogue.ordered_domains}
        settings = catalogue.settings.model
        code = self._code.made_by(*PICTURES)
        key = digest(code, settings.naam, *drawings.values(), *(e.digest for e in catalogue.ordered_domains))
        drawn = self._cache.get(key, _all_pictures)
        why_not = ""
        if drawn is None:
            try:
                drawn = _pictures(catalogue, drawings)
                self._cache.put(key, drawn)
            except Exception as error:  # noqa: BLE001 - what is optional never stops a build, whatever it lacks
                drawn = {"favicon": pictures.favicon(icon_drawing(MARK_ICON))}
                why_not = NO_PICTURES.format(type(error).__name__)
        offline = settings.zonder_internet is JaNee.JA
        folder, library = _assets(options), qr_library()
        others = (LUNR.read_bytes(), library.read_bytes() if library else b"", *drawn.values())
        mark = code_digest(folder, ("*",))
        key = digest("bijlagen", self._code.made_by(*ASSETS), mark, why_not, str(offline), *others)
        made = self._cache.get(key, of(Assets))
        if made is None:
            made = build_assets(folder, self._cache, drawn, why_not, offline=offline)
            self._cache.put(key, made)
        return made

    def _shell(self, options: Options, assets: Assets, site: Site, values: dict[str, str]) -> Shell:
        pages = read_pages(options.content / WRITTEN, besides(options.content, WRITTEN, ".md"))
        overrides = options.project / "site_overrides"
        config = options.project / "mkdocs.yml"
        settings = {
            "site_name": site.settings.naam,
            "site_url": site.url,
            "extra": {
                **assets.names,
                "manifest": MANIFEST,
                "policy": POLICY,
                "report": "qzmeldingqz",
                "image": site.url + site.images[""] if site.images else "",
                "coach": render.frame("coach", (), "", PRACTICES, ROOT_WORD),
                "icons": render.sprite(render.frame("report", "") + render.icon_use("information-outline")),
            },
        }
        key = digest(
            "shell",
            _own_code(),
            packages(),  # MkDocs runs by itself, with whatever there is
            repr(settings),
            repr(values),
            repr(site.settings),
            repr(options.command),
            config.read_bytes(),
            code_digest(overrides, ("*.html",)),
            repr(pages),
        )
        shell = self._cache.get(key, of(Shell))
        if shell is None:
            shell = build_shell(
                config,
                pages,
                settings,
                lambda title, address: render.report_block(site, title, address, render.root_of(address)),
                values,
                options.command,
            )
            self._cache.put(key, shell)
        return shell


@cache
def _own_code() -> str:
    """Return a digest of this program. It does not change while it runs, and reading it takes longer than checking a small folder.

    Its templates are no part of it: each page says itself which it is made of.
    """
    return code_digest(PACKAGE, leave_out=TEMPLATES)


def _rooms(*names: str) -> Iterator[str]:
    """Yield every module of some rooms."""
    for name in names:
        yield from room(f"generator.{name}")


def _assets(options: Options) -> Path:
    return options.project / "site_overrides" / "assets"


def cache_of(out: Path) -> Cache:
    """Return what builds of the site at ``out`` learned, to be read when one begins."""
    return Cache(memory(out) / f"{out.name}.geheugen")


def memory(out: Path) -> Path:
    """Return the folder where runs remember what they did for the site at ``out``: beside it, on the same disk."""
    return out.absolute().parent / ".cache"


def only(general: Catalogue, municipality: str) -> Catalogue:
    """Return what there is once, with one municipality and its practices."""
    places = frozen(entry for entry in general.municipalities.values() if entry.id == municipality)
    practices = frozen(entry for entry in general.practices.values() if entry.model.gemeente in places)
    return replace(general, municipalities=places, practices=practices)


def _site(catalogue: Catalogue, assets: Assets, options: Options) -> Site:
    settings = catalogue.settings.model
    url = options.site_url or ("" if settings.adres == UNKNOWN else settings.adres)
    names = {"": "deelbeeld", **{entry.id: f"deelbeeld_{entry.id}" for entry in catalogue.ordered_domains}}
    images = {of_what: assets.names[name] for of_what, name in names.items() if name in assets.names}
    return Site(settings, f"{url.rstrip('/')}/" if url else "", images)


def _values(catalogue: Catalogue) -> dict[str, str]:
    """Return what a written page may fill in, as HTML; what is not known is empty."""
    settings = catalogue.settings.model
    mail = "" if settings.mail == UNKNOWN else settings.mail
    return {
        "naam": str(escape(settings.naam)),
        "uitgever": "" if settings.uitgever == UNKNOWN else str(escape(settings.uitgever)),
        "mail": str(Markup('<a href="{}">{}</a>').format(mailto(mail), mail)) if mail else "",
        "bewaard": KEPT if settings.zonder_internet is JaNee.JA else "",
        "gemeenten": str(escape(named_in_words([place.model.naam for place in catalogue.named_municipalities]))),
    }


def _all_pictures(plain: Any) -> dict[str, bytes]:
    """Return pictures that were kept. Raises where it is not all of them."""
    found: dict[str, bytes] = of(dict[str, bytes])(plain)
    if "deelbeeld" not in found:
        raise KeyError("deelbeeld")
    return found


def _pictures(catalogue: Catalogue, drawings: dict[str, str]) -> dict[str, bytes]:
    fonts = [font_file(weight) for weight in FONTS]
    name = catalogue.settings.model.naam
    mark = icon_drawing(MARK_ICON)
    domains = catalogue.ordered_domains
    colours = {str(entry.model.kleur): drawings[entry.id] for entry in domains}
    made = {
        "favicon": pictures.favicon(mark),
        "touch_icon": pictures.touch_icon(mark),
        "deelbeeld": pictures.site_picture(name, "Vind iets leuks bij u in de buurt", colours, fonts),
    }
    for entry in domains:
        model = entry.model
        made[f"deelbeeld_{entry.id}"] = pictures.theme_picture(
            model.naam, model.kort, str(model.kleur), drawings[entry.id], name, fonts
        )
    return made


class _Clock:
    """Adds the seconds of a stage to a report."""

    def __init__(self, report: Report, stage: str) -> None:
        self._report, self._stage = report, stage

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        self._report.seconds[self._stage] = perf_counter() - self._start
