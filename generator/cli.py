"""The command line: the only printing, the only exit codes, and the only clock."""

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from generator import __version__, told
from generator.build import CACHE_NAME, Builder, Options, Report, memory
from generator.cache import Cache
from generator.dutch import capital, count
from generator.exports import json_schema
from generator.exports import worklist as lists
from generator.exports.pdf import PaperError
from generator.problems import Severity, errors
from generator.rules.links import fault
from generator.shell import ShellError
from generator.views.worklist import worklist
from generator.write import WriteError

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
WORKLISTS = {"text": lists.as_text, "markdown": lists.as_markdown, "csv": lists.as_csv, "ics": lists.as_calendar}
HIGHEST_PORT = 65_535
LONGEST_LOOK = 366  # days that a build looks ahead at most


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Dutch where a user made a mistake."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and stop with exit code 2."""
        self.print_usage(sys.stderr)
        remedy = (
            message.rpartition(": ")[2]
            if message.rpartition(": ")[2].startswith("schrijf")
            else "Kijk met --help wat er kan."
        )
        print(f"{self.prog}: dit commando klopt niet. {capital(remedy)}", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code: 0 fine, 1 problems in the content, 2 wrong use."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    gc.disable()  # a build makes much and throws little away; looking for rubbish takes a fifth of its time
    try:
        return _run(options)
    except (ShellError, WriteError, PaperError) as error:
        print(f"Fout: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:  # who reads along has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        print(f"Fout: {error.filename or 'schrijven'}: dat kan niet ({error.strerror}).", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return FINE


def _run(options: argparse.Namespace) -> int:
    code = int(options.run(options))
    sys.stdout.flush()  # here, where a reader who has left can still be told apart from a fault
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="activiteitenwijzer", description="Maakt van activiteiten in YAML een site.", add_help=True)
    parser.add_argument("--version", action="version", version=__version__)
    verbs = parser.add_subparsers(title="wat u kunt doen", metavar="WERKWOORD", required=True, parser_class=Parser)

    check = verbs.add_parser("check", help="kijkt de hele inhoud na")
    check.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="hoe de meldingen eruitzien"
    )
    check.add_argument("--strict", action="store_true", help="ook een waarschuwing telt als fout")
    check.set_defaults(run=_check)

    build = verbs.add_parser("build", help="maakt de hele site")
    build.add_argument("--out", type=Path, default=Path("site"), help="de map van de site (standaard: site)")
    build.add_argument(
        "--versies",
        type=Path,
        metavar="BESTAND",
        help="kalender/versies.json van de site die er nu is; anders die in --out",
    )
    build.add_argument("--site-url", type=_site_url, default="", help="het adres waar de site komt, met https://")
    jobs = "over hoeveel processen het werk wordt verdeeld (standaard: zoveel als er rekenkernen zijn)"
    build.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, help=jobs)
    build.set_defaults(run=_build)

    serve = verbs.add_parser("serve", help="maakt de site, toont haar en volgt wat u verandert")
    serve.add_argument("--port", type=_port, default=8000, help="de poort op dit apparaat (standaard: 8000)")
    serve.add_argument("--only", default="", metavar="GEMEENTE", help="alleen deze gemeente: dat gaat sneller")
    serve.add_argument("--out", type=Path, default=Path("site"), help="de map van de site (standaard: site)")
    serve.set_defaults(run=_serve)

    stale = verbs.add_parser("stale", help="geeft de lijst voor een belronde: wie u belt, en wat u vraagt")
    stale.add_argument(
        "--format", choices=tuple(WORKLISTS), default="text", help="tekst, markdown, csv of een agenda (ics)"
    )
    stale.set_defaults(run=_stale)

    schema = verbs.add_parser("schema", help="schrijft de JSON Schema's voor een editor en voor het formulier")
    schema.add_argument("--out", type=Path, default=Path("schema"), help="de map (standaard: schema)")
    schema.set_defaults(run=_schema)

    for verb in (check, build, serve, stale):
        verb.add_argument(
            "--content", type=Path, default=Path("content"), help="de map met inhoud (standaard: content)"
        )
        verb.add_argument("--today", type=_date, default=None, help="doe of het deze dag is, zoals 2026-11-22")
    return parser


def _check(options: argparse.Namespace) -> int:
    with _progress() as progress:
        _, report = Builder(Cache()).check(options.content, _today(options), progress)
    form = {"text": told.as_text, "json": told.as_json, "github": told.as_github}[options.format]
    # In text the errors come last, where the eye is when the run ends.
    warnings_first = sorted(report.problems, key=lambda problem: problem.severity is Severity.ERROR)
    print(form(warnings_first if options.format == "text" else report.problems), end="")
    failed = errors(report.problems) or (options.strict and report.problems)
    if options.format == "text":
        print(told.summary(report.problems))
    return PROBLEMS if failed else FINE


def _stale(options: argparse.Namespace) -> int:
    today = _today(options)
    with _progress() as progress:
        catalogue, report = Builder(Cache()).check(options.content, today, progress)
    if catalogue is None or errors(report.problems):
        print(told.as_text(errors(report.problems)), end="", file=sys.stderr)
        print("Eerst moeten deze fouten weg. Daarna komt de lijst.", file=sys.stderr)
        return PROBLEMS
    print(WORKLISTS[options.format](worklist(catalogue, today), today), end="")
    return FINE


def _schema(options: argparse.Namespace) -> int:
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, found in json_schema.schemas().items():
            (options.out / f"{name}.json").write_text(json_schema.written(found), encoding="utf-8")
    except OSError as error:
        print(f"Naar {options.out} kan niet worden geschreven ({error.strerror}). Kies met --out een andere map.")
        return WRONG_USE
    print(f"{len(json_schema.schemas())} schema's geschreven in {options.out}/.")
    return FINE


def _build(options: argparse.Namespace) -> int:
    cache = Cache(memory(options.out) / CACHE_NAME).load()
    with _progress() as progress:
        report = Builder(cache).build(
            Options(
                options.content, options.out, _today(options), options.site_url, options.versies, jobs=options.jobs
            ),
            progress,
        )
    cache.save()
    return _told(report, options.out)


def _serve(options: argparse.Namespace) -> int:
    from generator.serve import News, open_server, serve  # noqa: PLC0415 - only this verb needs a server

    if options.only and not (options.content / "municipalities" / f"{options.only}.yml").is_file():
        print(f'Fout: de gemeente "{options.only}" staat niet in {options.content}/municipalities/.', file=sys.stderr)
        return WRONG_USE
    address = f"http://127.0.0.1:{options.port}/"
    news = News()
    running = open_server(options.out, options.port, news)
    cache = Cache(memory(options.out) / CACHE_NAME).load()
    asked = Options(options.content, options.out, _today(options), address, options.only)
    first = Builder(cache)
    report = first.build(asked)
    cache.save()
    code = _told(report, options.out)
    if code != FINE:
        return code
    print(f"De site staat op {address}  (stoppen: Ctrl+C)", flush=True)
    return serve(running, news, first, asked, lambda again: _told_again(again, options.out), lambda: _today(options))


def _told(report: Report, out: Path) -> int:
    """Print what a build did, and return its exit code."""
    print(told.as_text(errors(report.problems)), end="", file=sys.stderr)
    if report.written is None:
        print(f"{told.summary(report.problems)} De site is niet veranderd.", file=sys.stderr)
        return PROBLEMS
    warnings = len(report.problems) - len(errors(report.problems))
    more = f" {count(warnings, 'waarschuwing', 'waarschuwingen')}: zie check." if warnings else ""
    for note in report.notes:
        print(f"Let op: {note}", file=sys.stderr)
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


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
        return day + timedelta(days=LONGEST_LOOK) and day
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError("schrijf een dag als 2026-11-22") from None


def _positive(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
        raise argparse.ArgumentTypeError("schrijf een getal van 1 of meer")
    return int(text)


def _port(text: str) -> int:
    if _positive(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"schrijf een getal van 1 tot en met {HIGHEST_PORT}")
    return int(text)


def _site_url(text: str) -> str:
    if text and not re.match(r"http://(127\.0\.0\.1|localhost)[:/]", text) and fault(text):
        raise argparse.ArgumentTypeError("schrijf een adres als https://www.voorbeeld.nl/")
    return text
