"""The command line: the only printing, the only exit codes, and the only clock."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from tqdm import tqdm

from generator.cli.arguments import WRONG_USE, WrongUseError, parser
from generator.cli.begin import asked
from generator.cli.fetching import fetcher
from generator.cli.interview import interview
from generator.dutch.sentences import count
from generator.give import json_schema
from generator.give import worklist as lists
from generator.give.pdf import PaperError
from generator.judge import problem_text
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue
from generator.model.imported import Status
from generator.model.problem import Severity, errors
from generator.model.schema import AndereSite
from generator.read import counting, importing, moving
from generator.read.counting import CountError
from generator.read.gathering import GatherError, gathered
from generator.read.imported_row import Asked
from generator.read.moving import MoveError
from generator.read.table import TableError, read_table, template
from generator.show import render
from generator.show.shell import ShellError
from generator.views.volunteers.import_report import import_report
from generator.views.volunteers.worklist import worklist
from generator.work.cache import Cache
from generator.work.disk import WriteError, create, replace_whole, why
from generator.work.spread import WorkerError
from generator.write.build import Builder, Change, Options, Report, cache_of
from generator.write.parts import PartError
from generator.write.starting import StartError, begin, names_program, newest, update

FINE, PROBLEMS = 0, 1
MOST_SITES = 51  # one more than sources.yml may name
FORMS = {
    "text": problem_text.as_text,
    "json": problem_text.as_json,
    "github": problem_text.as_github,
    "gitlab": problem_text.as_gitlab,
}
WORKLISTS = {"text": lists.as_text, "markdown": lists.as_markdown, "csv": lists.as_csv, "ics": lists.as_calendar}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0 fine, 1 problems in the content, 2 wrong use."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    options = parser(VERBS, WORKLISTS).parse_args(arguments)
    if hasattr(options, "content"):
        options.content = _content_in(options.content)
    if getattr(options, "voor", None):
        options.voor = _content_in(options.voor)
    gc.disable()  # a build makes much and throws little away; looking for rubbish takes a fifth of its time
    try:
        return _run(options)
    except (
        ShellError,
        WriteError,
        WorkerError,
        PaperError,
        TableError,
        WrongUseError,
        PartError,
        StartError,
        MoveError,
        CountError,
    ) as error:
        print(f"Fout: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # who reads along has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        print(f"Fout: {error.filename or 'schrijven'}: dat kan niet: {why(error)}.", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("Gestopt.", file=sys.stderr)
        return PROBLEMS


def _content_in(folder: Path) -> Path:
    """Return the content of a repository where somebody names that."""
    inside = folder / "content"
    return inside if (inside / "site.yml").is_file() and not (folder / "site.yml").exists() else folder


def _run(options: argparse.Namespace) -> int:
    code = int(options.run(options))
    sys.stdout.flush()  # here, where a reader who has left can still be told apart from a fault
    return code


def _check(options: argparse.Namespace) -> int:
    if options.bericht and not options.voor:
        print("Fout: --bericht hoort bij --voor: de map met de inhoud zoals die was.", file=sys.stderr)
        return WRONG_USE
    if options.voor and not (options.voor / "site.yml").is_file():
        print(f"Fout: {options.voor} is geen map met inhoud: site.yml staat er niet in.", file=sys.stderr)
        return WRONG_USE
    said = options.bericht.read_text(encoding="utf-8", errors="replace") if options.bericht else ""
    change = Change(options.voor, said) if options.voor else None
    with _progress() as progress:
        _, report = Builder(Cache()).check(options.content, _today(options), progress, change=change)
    form = FORMS[options.format]
    # In text the errors come last, where the eye is when the run ends.
    warnings_first = sorted(report.problems, key=lambda problem: problem.severity is Severity.ERROR)
    print(form(warnings_first if options.format == "text" else report.problems), end="")
    failed = errors(report.problems) or (options.strict and report.problems)
    if options.format == "text":
        print(problem_text.summary(report.problems))
    return PROBLEMS if failed else FINE


def _sound(options: argparse.Namespace) -> Catalogue | None:
    """Return the content where it has no errors; else print those and what must be done first."""
    with _progress() as progress:
        catalogue, report = Builder(Cache()).check(options.content, _today(options), progress)
    if catalogue is not None and not errors(report.problems):
        return catalogue
    print(problem_text.as_text(errors(report.problems)), end="", file=sys.stderr)
    print("Eerst moeten deze fouten weg.", file=sys.stderr)
    return None


def _stale(options: argparse.Namespace) -> int:
    catalogue, today = _sound(options), _today(options)
    if catalogue is None:
        return PROBLEMS
    if options.gemeente and options.gemeente not in catalogue.municipalities:
        print(f"Fout: {suggestion(options.gemeente, tuple(catalogue.municipalities))}", file=sys.stderr)
        return WRONG_USE
    talks = worklist(catalogue, today, options.site_url, options.gemeente)
    print(WORKLISTS[options.format](talks, today), end="")
    return FINE


def _start(options: argparse.Namespace) -> int:
    if options.nieuwste:
        print(newest(options.out))
        return FINE
    if options.bijwerken:
        print("\n".join(update(options.out) or ["Alles was al bij deze versie."]))
        return FINE
    made = begin(options.out, asked(options, input if sys.stdin.isatty() else None))
    if not names_program(options.out):
        print("Let op: zet in programma.txt waar het programma vandaan komt, anders werkt make in de nieuwe map niet.")
    print(
        f"{count(len(made), 'bestand', 'bestanden')} geschreven in {options.out}/. Begin met {options.out / 'README.md'}."
    )
    return FINE


def _move(options: argparse.Namespace) -> int:
    catalogue = _sound(options)
    if catalogue is None:
        return PROBLEMS
    moved = moving.moves(catalogue, options.content, options.oud, options.nieuw, options.dorp)
    with moving.tried(moved, options.content) as copy, _progress() as progress:
        change = Change(options.content, "")
        _, report = Builder(Cache()).check(copy, _today(options), progress, change=change)
        found = list(errors(report.problems))
        found = [one for one in found if one.code != "A153"] or found  # an address is dead because its file is wrong
        wrong = problem_text.as_text(found).replace(str(copy), str(options.content))
    if wrong:
        print(f"{wrong}Zo kan het niet: dit zou er dan niet kloppen. Er is niets veranderd.", file=sys.stderr)
        return PROBLEMS
    for path in sorted({*moved.files, *moved.gone}):
        print(
            f"{'weg: ' if path in moved.gone else 'nieuw: ' if not (options.content / path).exists() else 'anders: '}{path}"
        )
    for note in moved.notes:
        print(f"Let op: {note}")
    if options.proef:
        print("Dit is een proef: er is niets veranderd.")
        return FINE
    moving.write(moved, options.content)
    print(
        f"{count(len(moved.files), 'bestand', 'bestanden')} geschreven, {len(moved.gone)} weg. Leg het vast als een wijziging."
    )
    return FINE


def _new(options: argparse.Namespace) -> int:
    catalogue = _sound(options)
    if catalogue is None:
        return PROBLEMS
    try:
        return FINE if interview(catalogue, options.content, _today(options), input, print) else PROBLEMS
    except (EOFError, KeyboardInterrupt):
        print("\nGestopt. Er is niets geschreven.")
        return PROBLEMS


def _import(options: argparse.Namespace) -> int:
    if options.sjabloon:
        return _template(options.file)
    wrong = options.verslag and _no_report(options.verslag)
    if wrong:
        raise WrongUseError(f"{options.verslag}: {wrong}")
    table = read_table(options.file)
    catalogue = _sound(options)
    if catalogue is None:
        return PROBLEMS
    if options.gemeente and options.gemeente not in catalogue.municipalities:
        raise WrongUseError(suggestion(options.gemeente, tuple(catalogue.municipalities)))
    found = importing.outcomes(
        catalogue, table.rows, _today(options), Asked(f"De tabel {table.name}", options.gemeente)
    )
    if not options.proef:
        found = importing.write_new(options.content, found)
    print(importing.report(found, table.notes), end="")
    print("Dit was een proef: er is niets geschreven." if options.proef else "Kijk het na met: check")
    if options.verslag:
        create(
            options.verslag, render.import_report(import_report(table.name, found, table.notes, trial=options.proef))
        )
        print(f"Van elke cel hoe die is gelezen: {options.verslag}")
    return PROBLEMS if any(one.status is Status.WRONG for one in found) else FINE


def _results(options: argparse.Namespace) -> int:
    catalogue = _sound(options)
    if catalogue is None:
        return PROBLEMS
    found = counting.counted(options.file, catalogue, _today(options))
    for note in found.notes:
        print(note)
    for path, text in found.files.items():
        if options.proef:
            print(f"\n{path}\n{text}", end="")
        else:
            (options.content / path).parent.mkdir(parents=True, exist_ok=True)
            create(options.content / path, text)
            print(f"nieuw: {path}")
    if not found.files:
        print("Er is niets nieuws om te schrijven.")
    elif options.proef:
        print("Dit was een proef: er is niets geschreven.")
    return FINE


def _gather(options: argparse.Namespace) -> int:
    code = FINE
    for at in range(MOST_SITES):
        catalogue = _sound(options)  # anew for each site: what one gives is there for the next
        if catalogue is None:
            return PROBLEMS
        sites = catalogue.sources.model.bronnen if catalogue.sources else ()
        if not sites:
            raise WrongUseError("content/sources.yml ontbreekt, of noemt geen andere site: zie docs/data.md.")
        if at >= len(sites):
            return code
        code = max(code, _gather_one(options, catalogue, sites[at]))
    return code


def _gather_one(options: argparse.Namespace, catalogue: Catalogue, site: AndereSite) -> int:
    """Gather one site and say what came of it; one that cannot be reached takes no other with it."""
    try:
        found = gathered(catalogue, options.content, site, fetcher(), _today(options))
    except GatherError as error:
        print(f"Fout: {site.naam}: {error}", file=sys.stderr)
        return PROBLEMS
    for note in found.notes:
        print(f"Let op: {note}")
    for path, text in sorted(found.files.items(), reverse=True):  # what an entry names comes before the entry
        if not options.proef:
            (options.content / path).parent.mkdir(parents=True, exist_ok=True)
            if path in found.again:
                replace_whole(options.content / path, [text.encode()])
            else:
                create(options.content / path, text)
        print(f"{'anders' if path in found.again else 'nieuw'}: {path}")
    new = len(found.files) - len(found.again)
    told = f"{site.naam}: {count(new, 'nieuw bestand', 'nieuwe bestanden')}, {len(found.again)} veranderd."
    print(f"{told} Dit was een proef: er is niets geschreven." if options.proef else told)
    return FINE


def _template(path: Path) -> int:
    """Write an empty table to fill in."""
    if path.suffix.lower() != ".csv":
        raise WrongUseError(f"{path}: het sjabloon is een CSV-bestand. Kies een naam op .csv; Excel opent die ook.")
    try:
        create(path, f"\ufeff{template()}")
    except OSError as error:
        raise WrongUseError(f"{path}: {why(error)}. Kies een andere naam.") from error
    print(f"Een lege tabel staat in {path}.")
    return FINE


def _no_report(path: Path) -> str:
    """Return why a report cannot be written at a path; nothing where it can."""
    if path.suffix.lower() not in (".html", ".htm"):
        return "het verslag is een pagina. Kies een naam op .html."
    return "dit bestand is er al. Kies een andere naam." if path.exists() else ""


def _schema(options: argparse.Namespace) -> int:
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, found in json_schema.schemas().items():
            (options.out / f"{name}.json").write_text(json_schema.as_file(found), encoding="utf-8")
    except OSError as error:
        print(
            f"Fout: naar {options.out} kan niet worden geschreven: {why(error)}. Kies met --out een andere map.",
            file=sys.stderr,
        )
        return WRONG_USE
    print(f"{len(json_schema.schemas())} schema's geschreven in {options.out}/.")
    return FINE


def _build(options: argparse.Namespace) -> int:
    asked = Options(
        options.content,
        options.out,
        _today(options),
        options.site_url,
        options.versies,
        jobs=options.jobs,
        patience=options.wacht,
        strict=options.strict,
        verify=options.nakijken,
        part=options.part,
        parts=options.delen,
    )
    with _progress() as progress:
        report = Builder(cache_of(options.out), _say).build(asked, progress)
    return _told(report, options.out)


def _serve(options: argparse.Namespace) -> int:
    from generator.cli.serve import serve  # noqa: PLC0415 - only this verb needs a server
    from generator.cli.server import News, open_server  # noqa: PLC0415

    if options.only and not (options.content / "municipalities" / f"{options.only}.yml").is_file():
        print(f'Fout: de gemeente "{options.only}" staat niet in {options.content}/municipalities/.', file=sys.stderr)
        return WRONG_USE
    address = f"http://127.0.0.1:{options.port}/"
    news = News()
    running = open_server(options.out, options.port, news)
    asked = Options(options.content, options.out, _today(options), address, only=options.only)
    first = Builder(cache_of(options.out), _say)
    report = first.build(asked)
    code = _told(report, options.out)
    if code != FINE:
        return code
    print(f"De site staat op {address}  (stoppen: Ctrl+C)", flush=True)
    with suppress(KeyboardInterrupt):  # how a person stops it
        serve(running, news, first, asked, lambda again: _told_again(again, options.out), lambda: _today(options))
    return FINE


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _told(report: Report, out: Path) -> int:
    """Print what a build did, and return its exit code."""
    stopped = report.written is None
    wrong = errors(report.problems)
    by_warnings = stopped and not wrong and not report.notes  # with --strict
    print(problem_text.as_text(report.problems if by_warnings else wrong), end="", file=sys.stderr)
    for note in report.notes:
        print(f"{'Fout' if stopped else 'Let op'}: {note}", file=sys.stderr)
    if report.written is None:
        why_not = "Met --strict mag niets ontbreken." if report.notes else problem_text.summary(report.problems)
        print(f"{why_not} De site is niet veranderd.", file=sys.stderr)
        return PROBLEMS
    more = f" {count(report.warnings, 'waarschuwing', 'waarschuwingen')}: zie check." if report.warnings else ""
    made = count(report.written.made, "bestand gemaakt", "bestanden gemaakt")
    print(f"{made}, {report.written.kept} gebleven, in {out}/.{more}", flush=True)
    return FINE


def _told_again(report: Report | Exception, out: Path) -> None:
    if isinstance(report, Report):
        _told(report, out)
    else:
        print(f"Fout: {report}", file=sys.stderr)


def _today(options: argparse.Namespace) -> date:
    if options.today:
        return date.fromisoformat(str(options.today))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()  # noqa: DTZ011 - the day here


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """Give a counter that shows a bar after a second, when a person is watching."""
    with tqdm(desc="Lezen", unit=" bestanden", delay=1, leave=False, disable=not sys.stderr.isatty()) as bar:

        def advance(number: int) -> None:
            bar.update(number)

        yield advance


VERBS = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "stale": _stale,
    "start": _start,
    "move": _move,
    "new": _new,
    "import": _import,
    "results": _results,
    "gather": _gather,
    "schema": _schema,
}
