"""What can be typed after ``python -m generator``: the verbs with their options, in Dutch."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NoReturn

from generator import __version__
from generator.dutch.sentences import capital
from generator.model.outgoing import mail_fault, web_fault

WRONG_USE = 2
HIGHEST_PORT = 65_535
LINE = re.compile(r"[^\x00-\x1f\x7f<>]{1,120}")
PROGRAM = re.compile(r"\S+")  # what pip understands
LONGEST_LOOK = 366  # days that a build looks ahead at most
Verb = Callable[[argparse.Namespace], int]


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
        self.exit(WRONG_USE, f"{self.prog}: dit commando klopt niet. {capital(remedy)}\n")


class WrongUseError(Exception):
    """Something was asked that cannot be; the message says why and what to do, in Dutch."""


def parser(verbs: Mapping[str, Verb], worklists: Iterable[str]) -> argparse.ArgumentParser:
    """Return the parser; ``verbs`` holds what each verb runs, ``worklists`` the forms of the work-list."""
    made = Parser(prog="activiteitenwijzer", description="Maakt van activiteiten in YAML een site.", add_help=True)
    made.add_argument("--version", action="version", version=__version__)
    named = made.add_subparsers(title="wat u kunt doen", metavar="WERKWOORD", required=True, parser_class=Parser)

    check = named.add_parser("check", help="kijkt de hele inhoud na")
    check.add_argument(
        "--format", choices=("text", "json", "github", "gitlab"), default="text", help="hoe de meldingen eruitzien"
    )
    check.add_argument("--strict", action="store_true", help="ook een waarschuwing telt als fout")
    check.add_argument(
        "--voor",
        type=Path,
        metavar="MAP",
        help="de map met de inhoud zoals die was: dan wordt ook de wijziging nagekeken",
    )
    check.add_argument("--bericht", type=Path, metavar="BESTAND", help="wat er bij de wijziging is geschreven")
    check.set_defaults(run=verbs["check"])

    build = named.add_parser("build", help="maakt de hele site")
    _building(build)
    build.add_argument(
        "--part",
        type=part_type,
        metavar="I/N",
        help="maak alleen deel I van N van de gemeenten, voor join op een andere machine",
    )
    build.set_defaults(run=verbs["build"], delen=())

    join = named.add_parser("join", help="maakt een site van delen die andere machines maakten (zie docs/schaal.md)")
    join.add_argument("delen", type=Path, nargs="+", metavar="MAP", help="de map van elk deel, van build --part")
    _building(join)
    join.set_defaults(run=verbs["build"], part=None)

    serve = named.add_parser("serve", help="maakt de site, toont haar en volgt wat u verandert")
    serve.add_argument("--port", type=port, default=8000, help="de poort op dit apparaat (standaard: 8000)")
    serve.add_argument("--only", default="", metavar="GEMEENTE", help="alleen deze gemeente: dat gaat sneller")
    serve.add_argument("--out", type=Path, default=Path("site"), help="de map van de site (standaard: site)")
    serve.set_defaults(run=verbs["serve"])

    stale = named.add_parser("stale", help="geeft de lijst voor een belronde: wie u belt, en wat u vraagt")
    stale.add_argument(
        "--format", choices=tuple(worklists), default="text", help="tekst, markdown, csv of een agenda (ics)"
    )
    stale.add_argument(
        "--site-url",
        type=site_url_type,
        default="",
        help="het adres van de site, met https://; voor een link per activiteit",
    )
    stale.add_argument("--gemeente", default="", help="alleen deze gemeente, zoals meppel")
    stale.set_defaults(run=verbs["stale"])

    start = named.add_parser("start", help="begint een site voor een andere gemeente, in een map van haar zelf")
    _starting(start)
    start.set_defaults(run=verbs["start"])

    move = named.add_parser("move", help="geeft iets een andere naam; alles wat ernaar verwijst gaat mee")
    _moving(move)
    move.set_defaults(run=verbs["move"])

    new = named.add_parser("new", help="vraagt wat er te doen is, en maakt er een activiteit van")
    new.set_defaults(run=verbs["new"])

    table = named.add_parser("import", help="maakt activiteiten van een tabel: CSV, TSV of Excel")
    _importing(table)
    table.set_defaults(run=verbs["import"])

    results, gather = _from_elsewhere(named, verbs)

    schema = named.add_parser("schema", help="schrijft de JSON Schema's voor een editor en voor het formulier")
    schema.add_argument("--out", type=Path, default=Path("schema"), help="de map (standaard: schema)")
    schema.set_defaults(run=verbs["schema"])

    for verb in (check, build, join, serve, stale, move, new, table, results, gather):
        verb.add_argument(
            "--content", type=Path, default=Path("content"), help="de map met inhoud (standaard: content)"
        )
        verb.add_argument("--today", type=day, default=None, help="doe of het deze dag is, zoals 2026-11-22")
    return made


def day(text: str) -> date:
    """Read a day as 2026-11-22."""
    try:
        found = date.fromisoformat(text)
        return found + timedelta(days=LONGEST_LOOK) and found
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError("schrijf een dag als 2026-11-22") from None


def positive(text: str) -> int:
    """Read a whole number of 1 or more."""
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
        raise argparse.ArgumentTypeError("schrijf een getal van 1 of meer")
    return int(text)


def part_type(text: str) -> tuple[int, int]:
    """Read which part of how many, as 2/4."""
    found = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", text)
    number, amount = (int(found[1]), int(found[2])) if found else (1, 0)
    if number > amount:
        raise argparse.ArgumentTypeError("schrijf welk deel van hoeveel, zoals 2/4")
    return number, amount


def port(text: str) -> int:
    """Read the number of a port."""
    if positive(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"schrijf een getal van 1 tot en met {HIGHEST_PORT}")
    return int(text)


def site_url_type(text: str) -> str:
    """Read the address of a site: https, or this very machine."""
    if text and not re.match(r"http://(127\.0\.0\.1|localhost)[:/]", text) and web_fault(text):
        raise argparse.ArgumentTypeError("schrijf een adres als https://www.voorbeeld.nl/")
    return text


def _from_elsewhere(named: Any, verbs: Mapping[str, Verb]) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Add what counts a list, and what gathers the data of other sites."""
    results = named.add_parser("results", help="telt een lijst van verwijzingen op, en bewaart alleen de getallen")
    results.add_argument(
        "file", type=Path, metavar="BESTAND", help="de lijst: CSV, TSV of Excel, een regel per verwijzing"
    )
    results.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    results.set_defaults(run=verbs["results"])

    gather = named.add_parser("gather", help="haalt de open data van andere sites op (content/sources.yml)")
    gather.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    gather.set_defaults(run=verbs["gather"])
    return results, gather


def _importing(table: argparse.ArgumentParser) -> None:
    """Add the table, and what is done with it."""
    table.add_argument("file", type=Path, metavar="BESTAND", help="de tabel")
    table.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    table.add_argument("--sjabloon", action="store_true", help="maak van BESTAND een lege tabel om in te vullen")
    table.add_argument(
        "--verslag",
        type=Path,
        default=None,
        metavar="HTML",
        help="schrijf ook een pagina: van elke cel hoe die is gelezen",
    )
    table.add_argument(
        "--gemeente",
        default="",
        metavar="GEMEENTE",
        help="in welke gemeente rijen zijn waar het niet bij staat, zoals meppel",
    )


def _moving(move: argparse.ArgumentParser) -> None:
    """Add what is moved, and where to."""
    move.add_argument("oud", metavar="OUD", help="de naam nu, zoals meppel/mannenkoor, kruiskerk of meppel")
    move.add_argument("nieuw", metavar="NIEUW", help="de naam die het krijgt; van een gemeente mag die er al zijn")
    move.add_argument("--dorp", default="", metavar="PLAATS", help="alleen wat in deze plaats van de gemeente ligt")
    move.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")


def _starting(start: argparse.ArgumentParser) -> None:
    """Add what somebody may say who begins a site."""
    start.add_argument("gemeenten", nargs="*", metavar="GEMEENTE", help="de gemeente, of meer gemeenten voor een regio")
    start.add_argument("--out", type=Path, required=True, metavar="MAP", help="de nieuwe map")
    start.add_argument("--naam", type=line_type, default="", help="hoe de site heet (standaard: Activiteitenwijzer)")
    start.add_argument("--uitgever", type=line_type, default="", help="wie de site uitgeeft")
    start.add_argument("--mail", type=mail_type, default="", help="waar een melding van een bezoeker heen gaat")
    start.add_argument("--adres", type=site_url_type, default="", help="het adres van de site, met https://")
    start.add_argument("--repository", type=site_url_type, default="", help="het adres van de repository, met https://")
    start.add_argument("--forge", choices=("github", "gitlab", "forgejo"), default="", help="waar de map komt te staan")
    start.add_argument(
        "--vakantieregio",
        action="append",
        default=[],
        metavar="REGIO",
        help="noord, midden of zuid, of van een gemeente: apeldoorn=midden",
    )
    start.add_argument(
        "--programma",
        type=program_type,
        default="",
        metavar="PLEK",
        help="waar het programma vandaan komt, zoals git+https://…@v1.0.0",
    )
    start.add_argument(
        "--bijwerken", action="store_true", help="breng een map die zo begon bij deze versie van het programma"
    )
    start.add_argument("--nieuwste", action="store_true", help="zeg hoe pip de nieuwste versie van het programma haalt")


def line_type(text: str) -> str:
    """Read one line of text, without signs of HTML."""
    if text and not LINE.fullmatch(text):
        raise argparse.ArgumentTypeError("schrijf een regel gewone tekst, hoogstens 120 tekens, zonder < en >")
    return text


def program_type(text: str) -> str:
    """Read where the program comes from."""
    if text and not PROGRAM.fullmatch(text):
        raise argparse.ArgumentTypeError("schrijf een adres zonder spaties, zoals git+https://ADRES@VERSIE")
    return text


def mail_type(text: str) -> str:
    """Read a mail address."""
    if text and mail_fault(text):
        raise argparse.ArgumentTypeError("schrijf een mailadres als info@voorbeeld.nl")
    return text


def _building(build: argparse.ArgumentParser) -> None:
    """Add what a build may be asked, of everything or out of parts."""
    build.add_argument("--out", type=Path, default=Path("site"), help="de map van de site (standaard: site)")
    build.add_argument(
        "--versies",
        type=Path,
        metavar="BESTAND",
        help="kalender/versies.json van de site die er nu is; anders die in --out",
    )
    build.add_argument("--site-url", type=site_url_type, default="", help="het adres waar de site komt, met https://")
    jobs = "over hoeveel processen het werk wordt verdeeld (standaard: zoveel als er rekenkernen zijn)"
    build.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, help=jobs)
    build.add_argument(
        "--nakijken", action="store_true", help="kijk elk bestand van de site na, ook als er niets veranderde"
    )
    build.add_argument(
        "--strict", action="store_true", help="ook een waarschuwing of wat weggelaten wordt telt als fout"
    )
    build.add_argument(
        "--wacht", type=positive, default=600, metavar="SECONDEN", help="hoe lang op een andere bouw wordt gewacht"
    )
