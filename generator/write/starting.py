"""``start``: a repository for the content of other municipalities, ready to build, without anybody else's entries.

It holds content and takes the program as a package. What the program keeps up to date in it (the workflow, the list of packages) is noted, so that a
newer version can do that again and never writes over what its owner changed.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.dutch import places
from generator.dutch.sentences import listing
from generator.judge.suggestion import suggestion
from generator.model import addresses
from generator.model.schema import UNKNOWN, Forge, Provincie, Regio
from generator.read import general
from generator.work.cache import digest
from generator.work.disk import create, replace_whole

HERE = Path(__file__).parent / "start"
PROJECT = general.FOLDER.parent
KEPT = ".activiteitenwijzer.json"  # what the program wrote, by its digest
PROGRAM = "programma.txt"
PACKAGES = "requirements.txt"
NAME = "activiteitenwijzer"
FEW = 6  # municipalities that a sentence names
SOURCE = re.compile(rf"^{NAME} @ git\+(\S+)@[\w.-]+$", re.MULTILINE)
WORKFLOWS = {
    Forge.GITHUB: ("github.yml", ".github/workflows/site.yml"),
    Forge.FORGEJO: ("forgejo.yml", ".forgejo/workflows/site.yml"),
    Forge.GITLAB: ("gitlab.yml", ".gitlab-ci.yml"),
}
# The region of the school holidays of provinces that have one; in the others it differs by municipality.
ONE_REGION = {
    Provincie.GRONINGEN: Regio.NOORD,
    Provincie.FRYSLAN: Regio.NOORD,
    Provincie.DRENTHE: Regio.NOORD,
    Provincie.OVERIJSSEL: Regio.NOORD,
    Provincie.NOORD_HOLLAND: Regio.NOORD,
    Provincie.ZUID_HOLLAND: Regio.MIDDEN,
    Provincie.ZEELAND: Regio.ZUID,
    Provincie.LIMBURG: Regio.ZUID,
}
ONLINE = {
    Forge.GITHUB: "Zet deze map in een repository op GitHub en kies bij Settings, Pages als bron: GitHub Actions. De site staat na een paar minuten online; het adres staat "
    "bij Pages.",
    Forge.FORGEJO: "Zet deze map in een repository op Forgejo of Codeberg, zet Actions aan, en maak bij Settings, Actions, Variables de variabele `ADRES` met het adres van "
    "de site. Elke wijziging komt op de tak `pages`.",
    Forge.GITLAB: "Zet deze map in een project op GitLab, en maak bij Build, Pipeline schedules een schema voor elke nacht. De site staat na een paar minuten op GitLab Pages.",
}


FORGES = {str(one): one for one in Forge}
REGIONS = {str(one): one for one in Regio}


@dataclass(frozen=True, slots=True)
class Noted:
    """What a repository says of itself: its forge, and a digest of each file as the program wrote it."""

    forge: Forge
    files: Mapping[str, str]


class StartError(Exception):
    """What was asked cannot be begun with; the message says why and what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality of the Netherlands as it begins. Without a region somebody has to say it."""

    id: str
    name: str
    code: str
    province: Provincie
    region: Regio | None
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the settings of a new site say; what is not known is ``onbekend``."""

    places: tuple[Place, ...]
    name: str = ""
    publisher: str = UNKNOWN
    mail: str = UNKNOWN
    repository: str = UNKNOWN
    forge: Forge = Forge.GITHUB
    address: str = UNKNOWN
    program: str = ""


def place_of(name: str) -> Place:
    """Return the municipality of a name. Raises StartError where there is none, or where a village lies in several."""
    plain = places.plain_name(name)
    names = {places.plain_name(one): code for code, one in places.municipality_names().items()}
    found = (names[plain],) if plain in names else places.codes_of().get(plain, ())
    if not found:
        known = sorted(places.municipality_names().values())
        alike = [one for one in known if places.plain_name(re.sub(r" \(.*\)$", "", one)) == plain]
        if alike:
            raise StartError(f'er zijn er meer die "{name}" heten. Schrijf {listing(alike, "of")}.')
        raise StartError(
            f'de gemeente "{name}" is niet bekend. {suggestion(name, known, "")} '
            "Is het een wijk of een buurtschap? Schrijf de naam van de gemeente."
        )
    if len(found) > 1:
        several = listing([places.municipality_names()[code] for code in found], "of")
        raise StartError(f'"{name}" is een plaats in {several}. Schrijf de naam van de gemeente.')
    (code,) = found
    if plain not in names:
        raise StartError(
            f'"{name}" is een plaats in de gemeente {places.municipality_names()[code]}. Schrijf de naam van de gemeente.'
        )
    own = places.municipality_names()[code]
    province = next(
        one for one in Provincie if places.plain_name(one.label) == places.plain_name(places.provinces()[code])
    )
    return Place(addresses.slug(own), own, code, province, ONE_REGION.get(province), places.towns().get(code, ()))


def in_regions(found: Sequence[Place], said: Sequence[str]) -> tuple[Place, ...]:
    """Return municipalities with the regions that somebody said: "midden", or of one "apeldoorn=midden". Raises StartError for what is no region."""
    by_place: dict[str, Regio] = {}
    for one in said:
        name, _, region = one.lower().rpartition("=")
        if region not in REGIONS or (name and name not in {place.id for place in found}):
            raise StartError(
                f'"{one}" is geen regio van de schoolvakanties. Schrijf noord, midden of zuid, of {found[0].id}=midden.'
            )
        by_place[name] = REGIONS[region]
    return tuple(replace(place, region=by_place.get(place.id) or place.region or by_place.get("")) for place in found)


def begin(out: Path, asked: Beginning) -> list[str]:
    """Write the repository into a folder that is empty or not there; return the paths that were written. Raises StartError where it is not."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise StartError(f"{out} is er al en is niet leeg. Kies een andere map, of maak haar leeg.")
    around = next((one for one in out.absolute().parents if (one / "site.yml").is_file()), None)
    if around:
        raise StartError(f"{out} ligt in de inhoud van een andere site ({around}). Kies een map daarbuiten.")
    files = {**_content(asked), **_own(asked), **_kept_up(asked)}
    for path, text in files.items():
        create(out / path, text)
    _note(out, _kept_up(asked), asked.forge)
    return sorted(files)


def update(out: Path) -> list[str]:
    """Bring what the program keeps up to date in a repository to this version, and return what happened to each file, in Dutch.

    A file that its owner changed stays as it is, and the new one is laid beside it. Raises StartError where this is no such repository.
    """
    known = _noted(out)
    asked = Beginning((), forge=known.forge)
    told = []
    files = _kept_up(asked)
    for path, text in files.items():
        here = out / path
        now = here.read_text(encoding="utf-8") if here.is_file() else ""
        if now == text:
            continue
        if not now or digest(now) == known.files.get(path):
            here.parent.mkdir(parents=True, exist_ok=True)
            replace_whole(here, [text.encode()])
            told.append(f"{path} is bijgewerkt.")
        else:
            beside = here.with_name(f"{here.name}.nieuw")
            replace_whole(beside, [text.encode()])
            told.append(
                f"{path} hebt u zelf veranderd en is niet aangeraakt. Wat de nieuwe versie ervan maakt, staat in {beside.name}."
            )
            files = {**files, path: now}
    _note(out, files, asked.forge)
    return told + _pinned(out)


def _pinned(out: Path) -> list[str]:
    """Write down exactly which version of the program this is, where it came from the repository that is used here."""
    place = out / PROGRAM
    text = place.read_text(encoding="utf-8") if place.is_file() else ""
    named = SOURCE.search(text)
    now = next((one for one in _whereabouts() if named and one.rpartition("@")[0] == f"git+{named[1]}"), "")
    if not named or not now or named[0] == f"{NAME} @ {now}":
        return []
    replace_whole(place, [_program(now).encode()])
    return [f"{PROGRAM} noemt nu deze versie ({__version__})."]


def names_program(out: Path) -> bool:
    """Tell whether a repository says where the program comes from."""
    return SOURCE.search((out / PROGRAM).read_text(encoding="utf-8")) is not None


def newest(out: Path) -> str:
    """Return how pip gets the newest version of the program that a repository uses. Raises StartError where nothing is published."""
    place = out / PROGRAM
    found = SOURCE.search(place.read_text(encoding="utf-8")) if place.is_file() else None
    if not found:
        raise StartError(
            f"{PROGRAM} noemt geen repository van het programma. Zet er neer: {NAME} @ git+https://…@VERSIE."
        )
    asked = ["git", "ls-remote", "--tags", "--refs", "--sort=version:refname", found[1], "v*"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - an address that its owner wrote
    tags = [one.rpartition("refs/tags/")[2] for one in done.stdout.splitlines()]
    if not tags:
        raise StartError(f"{found[1]} heeft nog geen uitgave, of is niet te bereiken. Er is niets veranderd.")
    return f"{NAME} @ git+{found[1]}@{tags[-1]}"


def _content(asked: Beginning) -> dict[str, str]:
    """Return what its owner writes on: settings, municipalities, and drafts that are known."""
    files = {"content/site.yml": _settings(asked)}
    for place in asked.places:
        files[f"content/municipalities/{place.id}.yml"] = _municipality(place)
        for draft in sorted((general.FOLDER / "drafts" / place.id).glob("*.yml")):
            files[f"content/drafts/{place.id}/{draft.name}"] = _bare(draft.read_text(encoding="utf-8"))
    return files


def _bare(text: str) -> str:
    """Return a file without the line that tells an editor where its schema is in another repository."""
    return re.sub(r"^# yaml-language-server:.*\n", "", text)


def _settings(asked: Beginning) -> str:
    few = len(asked.places) <= FEW
    where = f"in {listing([place.name for place in asked.places])}" if few else "bij u in de buurt"
    return "\n".join(
        (
            "# De instellingen van de site. Wat elk veld betekent, staat in README.md.",
            f"naam: {_quoted(asked.name or 'Activiteitenwijzer')}",
            f"omschrijving: {_quoted(f'Vind iets leuks om te doen {where}. Alleen of samen.')}",
            "# Wie deze site uitgeeft.",
            f"uitgever: {_quoted(asked.publisher)}",
            "# Waar een bezoeker een melding heen mailt.",
            f"mail: {_quoted(asked.mail)}",
            "# Het adres van de repository, voor een melding als issue.",
            f"repository: {_quoted(asked.repository)}",
            f"forge: {asked.forge}",
            "# Het adres van de site zelf, zoals https://www.voorbeeld.nl/",
            f"adres: {_quoted(asked.address)}",
            "",
        )
    )


def _municipality(place: Place) -> str:
    assert place.region  # noqa: S101 - whoever begins has asked
    lines = [
        f"naam: {_quoted(place.name)}",
        f"cbs_code: {place.code}",
        f"provincie: {place.province}",
        f"schoolvakantie_regio: {place.region}",
        "# Dorpen en plaatsen volgens GeoNames (CC BY 4.0). Zet uw wijken erbij.",
        f"wijken: [{', '.join(map(_quoted, place.towns))}]",
        "# De welzijnscoach, met het nummer dat mensen mogen bellen. Een naam van iemand alleen met toestemming: DAG.",
        "# welzijnscoaches:",
        "#   - functie: Welzijnscoach",
        "#     organisatie: Welzijn Voorbeeld",
        "#     telefoon: 0123 456 789",
        "#     werkdagen: [maandag, donderdag]",
        "# Waar iemand anders terechtkan: het nummer van de gemeente, het wijkteam, schuldhulp.",
        "# andere_hulp:",
        "#   - wat: gemeente",
        f"#     naam: Gemeente {place.name}",
        "#     telefoon: 14 0123",
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a text as YAML reads it back: as it is, or in quotes where it has signs that mean something."""
    return (
        text
        if re.fullmatch(r"[\w/+@.][\w\- /+@.'()]*(:(?=//)[\w/.\-]*)?", text)
        else json.dumps(text, ensure_ascii=False)
    )


def _own(asked: Beginning) -> dict[str, str]:
    """Return what is written once, and is its owner's from then on."""
    environment = Environment(  # noqa: S701 - what comes out is Markdown that nobody else wrote
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
    )
    fields = {"uitgever": asked.publisher, "mail": asked.mail, "adres": asked.address}
    readme = environment.get_template("README.md.jinja").render(
        naam=asked.name or "Activiteitenwijzer",
        plaatsen=listing([place.name for place in asked.places]),
        open=listing([f"`{name}`" for name, value in fields.items() if value == UNKNOWN]),
        concepten=sum(path.startswith("content/drafts/") for path in _content(asked)),
        online=ONLINE[asked.forge],
    )
    return {"README.md": readme, "content/LICENSE.md": _text("LICENSE.md"), PROGRAM: _program(asked.program)}


def _kept_up(asked: Beginning) -> dict[str, str]:
    """Return what the program keeps up to date: how it is installed, and what a forge does."""
    source, path = WORKFLOWS[asked.forge]
    return {
        "Makefile": _text("Makefile"),
        ".gitignore": _text("gitignore"),
        ".devcontainer/devcontainer.json": _text("devcontainer.json"),
        PACKAGES: (PROJECT / "requirements" / "site.txt").read_text(encoding="utf-8"),
        path: _text(source),
    }


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _program(said: str) -> str:
    head = f"# Waar het programma vandaan komt, en precies welke versie (nu {__version__}). `make update` neemt de nieuwste uitgave.\n"
    found = said or next(_whereabouts(), "")
    if found:
        return f"{head}{NAME} @ {found}\n"
    return f"{head}# Nog invullen, als het programma een adres heeft:\n# {NAME} @ git+https://ADRES-VAN-DE-REPOSITORY.git@v{__version__}\n"


def _whereabouts() -> Iterator[str]:
    """Yield where this program came from, exactly: as pip noted it, or as the checkout that this is."""
    try:
        noted = json.loads(metadata.distribution(NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        noted = {}
    if "vcs_info" in noted:
        yield f"git+{noted['url']}@{noted['vcs_info']['commit_id']}"
    if not (PROJECT / ".git").exists():
        return
    address, commit = (_git(*asked) for asked in (("remote", "get-url", "origin"), ("rev-parse", "HEAD")))
    if commit and address.startswith("https://"):
        yield f"git+{address}@{commit}"


def _git(*asked: str) -> str:
    command = ["git", "-C", str(PROJECT), *asked]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    except OSError:
        return ""
    return done.stdout.strip()


def _note(out: Path, files: Mapping[str, str], forge: Forge) -> None:
    noted = {
        "versie": __version__,
        "forge": str(forge),
        "bestanden": {path: digest(text) for path, text in sorted(files.items())},
    }
    replace_whole(out / KEPT, [f"{json.dumps(noted, indent=1)}\n".encode()])


def _noted(out: Path) -> Noted:
    try:
        found = json.loads((out / KEPT).read_text(encoding="utf-8"))
        return Noted(FORGES[found["forge"]], dict(found["bestanden"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise StartError(
            f"{out} is geen map die met start is begonnen: {KEPT} ontbreekt, of is niet te lezen."
        ) from None
