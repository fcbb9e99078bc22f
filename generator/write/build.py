"""One build, from the content folder to the site: the only place where all layers meet."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from markupsafe import Markup, escape

from generator.dutch.sentences import listing
from generator.find.store import Store
from generator.give import pdf
from generator.judge import rules
from generator.model.addresses import CALENDAR_VERSIONS, MANIFEST, PRACTICES
from generator.model.catalogue import Catalogue, frozen
from generator.model.icons import icon_drawing
from generator.model.outgoing import mailto
from generator.model.problem import Problem, errors, ordered
from generator.model.schema import UNKNOWN, JaNee
from generator.read.folder import photograph
from generator.read.load import load
from generator.read.markdown import read_pages
from generator.show import render
from generator.show.looks import pictures
from generator.show.looks.assets import Assets, build_assets, paper_style
from generator.show.looks.typeface import FONTS, font_file
from generator.show.policy import POLICY
from generator.show.render import Site
from generator.show.shell import MKDOCS, ROOT_WORD, Shell, build_shell
from generator.work.cache import Cache, code_digest, digest, of, packages
from generator.work.disk import PATIENCE, alone
from generator.write.calendars import Calendars, read_ledger
from generator.write.codes import Codes
from generator.write.keys import Keys
from generator.write.plan import Plan
from generator.write.sections import site_files
from generator.write.sheets import Printer
from generator.write.tree import Result, mend, write

PACKAGE = Path(__file__).parent.parent
# What a site is made with besides the code: beside it in a checkout, inside it where it was installed.
PROJECT = PACKAGE.parent if (PACKAGE.parent / "mkdocs.yml").is_file() else PACKAGE / "project"
MARK_ICON = "compass-rose"
KEPT = (
    "Bekijkt u een gemeente? Dan bewaart uw browser die pagina, de agenda en de bladen van die gemeente. Zo kunt u ze ook bekijken als u "
    "geen internet hebt. Wij zien dat niet. Alleen de laatste gemeente wordt bewaard, en niet wat u koos."
)
NO_PICTURES = "De plaatjes voor delen zijn niet gemaakt: resvg-py werkt hier niet ({})."
NO_LEDGER = "De nummers van agenda's in {} zijn niet te lezen. Ze beginnen bij de dag van vandaag; dat geeft niets."


@dataclass(frozen=True)
class Options:
    """What a build was asked. ``project`` holds ``mkdocs.yml`` and ``site_overrides``.

    ``ledger`` is the ``kalender/versies.json`` of the site that people have now; without it, that of the one in ``out``.
    ``patience`` is how many seconds to wait for another build. With ``strict`` what is left out is an error, and so is a warning.
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
    project: Path = PROJECT
    command: Sequence[str] = MKDOCS


@dataclass
class Report:
    """What a build did: the problems it found, what it wrote (None when an error stopped it), seconds by stage.

    ``notes`` are lines in Dutch about what was left out and why.
    """

    problems: tuple[Problem, ...] = ()
    written: Result | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


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
        self._version = digest(_own_code(), packages())

    def check(
        self, content: Path, today: date, progress: Callable[[int], None], jobs: int = 1, change: Change | None = None
    ) -> tuple[Catalogue | None, Report]:
        """Read and judge the content; the catalogue is None where it could not be read at all.

        With ``change`` what it did is judged too, where the content before it can be read.
        """
        report = Report()
        with _Clock(report, "lezen"):
            loaded = load(content, self._cache, self._version, jobs, progress)
        found = list(loaded.problems)
        with _Clock(report, "regels"):
            if loaded.catalogue:
                found += rules.judge(loaded.catalogue, today, self._cache, self._version, jobs)
            if loaded.catalogue and change:
                before = load(change.before, self._cache, self._version, jobs).catalogue
                found += rules.judge_change(before, loaded.catalogue, change.said) if before else ()
        report.problems = ordered(found)
        return loaded.catalogue, report

    def build(self, options: Options, progress: Callable[[int], None] = lambda _count: None) -> Report:
        """Build the site; with errors in the content nothing is written and the old site stands."""
        with alone(memory(options.out), options.out, self._say, options.patience):
            mend(options.out, memory(options.out))  # before anything of the site that stands there is read
            self._cache.load()
            report = self._build(options, progress)
            with suppress(OSError):  # what was learned can be learned again
                self._cache.save()
        return report

    def _build(self, options: Options, progress: Callable[[int], None]) -> Report:
        catalogue, report = self.check(options.content, options.today, progress, options.jobs)
        if catalogue is None or errors(report.problems) or (options.strict and report.problems):
            return report
        if options.only:
            catalogue = only(catalogue, options.only)
        with _Clock(report, "vormgeving"):
            assets = self._assets(catalogue, options)
        site = _site(catalogue, assets, options)
        with _Clock(report, "mkdocs"):
            shell = self._shell(options, assets, site, _values(catalogue))
        base = digest(
            self._version,
            repr(shell),
            repr(sorted(assets.names.items())),
            repr(site),
            *(entry.digest for entry in catalogue.ordered_domains),
            options.only,
        )
        keys = Keys(catalogue, self._cache, self._version)
        store = Store(catalogue, options.today, self._cache, self._version, keys.places)
        with _Clock(report, "zoeken"):
            store.prepare()
            base = digest(base, store.words_path)
        plan = Plan(
            catalogue,
            options.today,
            site,
            shell,
            assets,
            _photos(catalogue, options.content),
            base,
            keys,
            store,
            self._printer(options),
            self._calendars(catalogue, options, site, keys),
            Codes(catalogue, site.url, self._cache, options.jobs),
            self._version,
        )
        with _Clock(report, "kalenders"):
            _ = plan.calendars.versions, plan.codes.all
        with _Clock(report, "papier"):
            plan.printer.prepare({**plan.handouts, **plan.weeks})
        lost = NO_LEDGER.format(options.ledger) if options.ledger and not plan.calendars.before else ""
        report.notes = tuple(filter(None, (*assets.notes, *plan.printer.notes, lost)))
        if options.strict and report.notes:
            return report
        with _Clock(report, "schrijven"):
            report.written = write(options.out, memory(options.out), site_files(plan), options.jobs)
        return report

    def _calendars(self, catalogue: Catalogue, options: Options, site: Site, keys: Keys) -> Calendars:
        before = read_ledger(options.ledger or options.out / CALENDAR_VERSIONS)
        return Calendars(catalogue, options.today, site.url, self._cache, self._version, keys, before, options.jobs)

    def _printer(self, options: Options) -> Printer:
        """Return the printer of a build. What was found to work is not tried again, for that takes a second."""
        style = paper_style(_assets(options), self._cache)
        key = digest("pers", style, self._version, pdf.system())
        press = self._cache.get(key, of(pdf.Press))
        if press is None:
            press = pdf.press(style)
            if not press.why_not:
                self._cache.put(key, press)
        return Printer(style, self._version, press, self._cache, options.jobs)

    def _assets(self, catalogue: Catalogue, options: Options) -> Assets:
        drawings = {entry.id: icon_drawing(entry.model.pictogram) for entry in catalogue.ordered_domains}
        settings = catalogue.settings.model
        key = digest(self._version, settings.naam, *drawings.values(), *(e.digest for e in catalogue.ordered_domains))
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
        return build_assets(_assets(options), self._cache, drawn, why_not, offline=offline)

    def _shell(self, options: Options, assets: Assets, site: Site, values: dict[str, str]) -> Shell:
        pages = read_pages(options.content / "pages")
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
            self._version,
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
    """Return a digest of this program. It does not change while it runs, and reading it takes longer than checking a small folder."""
    return code_digest(PACKAGE)


def _assets(options: Options) -> Path:
    return options.project / "site_overrides" / "assets"


def cache_of(out: Path) -> Cache:
    """Return what builds of the site at ``out`` learned, to be read when one begins."""
    return Cache(memory(out) / f"{out.name}.geheugen")


def memory(out: Path) -> Path:
    """Return the folder where runs remember what they did for the site at ``out``: beside it, on the same disk."""
    return out.absolute().parent / ".cache"


def only(catalogue: Catalogue, municipality: str) -> Catalogue:
    """Return the catalogue with the activities of one municipality (and those that replace its stopped ones)."""
    kept = [entry for entry in catalogue.activities.values() if entry.model.gemeente == municipality]
    named = {id_ for entry in kept for id_ in getattr(entry.model.loopt, "in_plaats_daarvan", ())}
    kept += [entry for entry in catalogue.activities.values() if entry.id in named and entry not in kept]
    places = frozen(
        e
        for e in catalogue.municipalities.values()
        if e.id in {entry.model.gemeente for entry in kept} | {municipality}
    )
    practices = frozen(e for e in catalogue.practices.values() if e.model.gemeente in places)
    return replace(catalogue, activities=frozen(kept), municipalities=places, practices=practices)


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
        "gemeenten": str(escape(listing([place.model.naam for place in catalogue.named_municipalities]))),
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


def _photos(catalogue: Catalogue, content: Path) -> dict[str, bytes]:
    """Return the photographs that activities name (load has seen that they are there)."""
    named = {entry.model.foto.bestand for entry in catalogue.activities.values() if entry.model.foto}
    return {name: photograph(content, name) or b"" for name in sorted(named)}


class _Clock:
    """Adds the seconds of a stage to a report."""

    def __init__(self, report: Report, stage: str) -> None:
        self._report, self._stage = report, stage

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        self._report.seconds[self._stage] = perf_counter() - self._start
