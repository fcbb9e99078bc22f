"""``gather``: what other sites like this one give out (``data/v1``), to drafts, or to entries where such a site is trusted.

What comes in is judged as everything is; nothing is guessed, and nobody here checked it, so ``gecontroleerd`` stays behind. An entry that came
from elsewhere says so (``herkomst``) and is written anew when it changes there, unless somebody changed it here.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.dutch.sentences import count
from generator.model.catalogue import Catalogue
from generator.model.outgoing import web_fault
from generator.model.schema import UNKNOWN, Activity, AndereSite, Draft
from generator.read.drafted_row import fault_of, in_order
from generator.read.entry_yaml import entry_yaml
from generator.read.folder import ID_PART
from generator.read.identity import Register, Slot, days_of
from generator.read.importing import judged

VERSION = 1
INDEX = "data/v1/index.json"
MARK = "# gather: "  # behind it the digest of the file as it was written, at its end
MOST_TOLD = 20
Fetch = Callable[[str], bytes]
Data = dict[str, Any]


class GatherError(Exception):
    """A site cannot be gathered; the message says why and what to do, in Dutch."""


class _Zeker(BaseModel):
    model_config = ConfigDict(strict=True)
    dag: str | None


class _Bereik(BaseModel):
    model_config = ConfigDict(strict=True)
    telefoon: str | None
    email: str | None
    website: str | None


class _Plek(BaseModel):
    model_config = ConfigDict(strict=True)
    naam: str
    adres: str | None
    postcode: str | None
    plaats: str


class _Elders(BaseModel):
    """An activity as another site gives it out: what is read of it. What more there is, is left alone."""

    model_config = ConfigDict(strict=True)
    id: str
    adres: str
    titel: str
    samenvatting: str
    beschrijving: str | None
    themas: list[str]
    soorten: list[str]
    gemeente: str
    organisatie: str
    bereik: _Bereik
    waar: str | None
    plek: _Plek | None
    waar_vertrekt: str | None
    wanneer: list[Data] | None
    kosten: str | Data | list[Data] | None
    aanmelden: str | None
    aanmelden_hoe: str | None
    voor_wie: str | None
    doelgroepen: list[str]
    leeftijd_vanaf: int | None
    leeftijd_tot: int | None
    talen: list[str]
    toegankelijkheid: dict[str, str | None]
    eerste_keer: dict[str, str | None]
    loopt: str
    loopt_tot: str | None
    gestopt_sinds: str | None
    bron: list[dict[str, str | None]]
    hoe_zeker: _Zeker


@dataclass
class Gathered:
    """What comes of gathering: new texts of files by their path below the content folder, which of them were there, and what to tell."""

    files: dict[str, str] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def gathered(catalogue: Catalogue, content: Path, site: AndereSite, fetch: Fetch, today: date) -> Gathered:
    """Return what becomes of the data of a site. ``fetch`` gives the bytes of an address, or raises GatherError."""
    base = f"{site.adres.rstrip('/')}/"
    if web_fault(base) and not base.startswith("http://127.0.0.1:"):
        raise GatherError(f"{site.naam}: {site.adres} is geen adres dat met https:// begint.")
    found = _Gatherer(catalogue, content, site, base, today)
    index = _json(fetch(base + INDEX), f"{base}{INDEX}")
    for place in _places(index, site):
        for piece in place["json"]:
            for raw in _activities(piece, base, fetch):
                found.one(raw)
    return found.done()


def _places(index: Any, site: AndereSite) -> Iterator[Data]:
    """Yield the municipalities that are wanted. Raises GatherError where the index is of another version or shape."""
    if not isinstance(index, dict) or index.get("versie") != VERSION or not isinstance(index.get("gemeenten"), list):
        raise GatherError(
            f"{site.naam}: de gegevens zijn van een andere versie dan {VERSION}, of geen gegevens van zo'n site."
        )
    there = {place.get("id"): place for place in index["gemeenten"] if isinstance(place, dict)}
    for id_ in site.gemeenten:
        if id_ not in there:
            raise GatherError(
                f"{site.naam}: de gemeente {id_} is daar niet. Er zijn: {', '.join(sorted(map(str, there)))}."
            )
        yield there[id_]


def _activities(piece: Any, base: str, fetch: Fetch) -> list[Any]:
    """Return what stands in one file of activities. Raises GatherError where it is not what the index says."""
    path = piece.get("bestand") if isinstance(piece, dict) else None
    if not isinstance(path, str) or "://" in path or path.startswith("/") or ".." in path:
        raise GatherError(f"{base}{INDEX} noemt een bestand dat er geen is.")
    raw = fetch(base + path)
    if hashlib.sha256(raw).hexdigest() != piece.get("sha256"):
        raise GatherError(f"{base}{path} is een ander bestand dan de index zegt. Probeer het straks nog een keer.")
    found = _json(raw, base + path)
    if not isinstance(found, dict) or not isinstance(found.get("activiteiten"), list):
        raise GatherError(f"{base}{path} heeft een andere vorm dan versie {VERSION}.")
    return list(found["activiteiten"])


def _json(raw: bytes, address: str) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise GatherError(f"{address} is geen JSON.") from None


class _Gatherer:
    """Turns records of one site into files."""

    def __init__(self, catalogue: Catalogue, content: Path, site: AndereSite, base: str, today: date) -> None:
        self.catalogue = catalogue
        self.content = content
        self.site = site
        self.base = base
        self.today = today
        self.register = Register(catalogue)
        self.made = Gathered()
        self.seen: set[str] = set()
        self.names: dict[str, tuple[str, str]] = {}  # by an activity: its organisation and its location
        self.known = {
            source.get("url")
            for kind in (catalogue.activities, catalogue.drafts)
            for entry in kind.values()
            for source in (one.model_dump() for one in entry.model.bron)
        }

    def one(self, raw: Any) -> None:
        """Take in one record; what is wrong with it is told."""
        try:
            it = _Elders.model_validate(raw)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            name = raw.get("id") if isinstance(raw, dict) else None
            self.tell(f"{name or 'een activiteit'}: {where} heeft een andere vorm dan versie {VERSION}. Overgeslagen.")
            return
        place, _, name = it.id.partition("/")
        if place not in self.site.gemeenten or not ID_PART.fullmatch(name) or it.adres != f"{self.base}{it.id}/":
            self.tell(f"{it.id}: dit is geen activiteit van {self.site.naam} in een van uw gemeenten. Overgeslagen.")
            return
        self.seen.add(it.adres)
        if self.site.vertrouwd and place in self.catalogue.municipalities:
            self._entry(it, name)
        else:
            self._draft(it, name)

    def tell(self, note: str) -> None:
        """Note something for a person."""
        self.made.notes.append(note)

    def _entry(self, it: _Elders, name: str) -> None:
        place = it.gemeente
        old = self.catalogue.activities.get(f"{place}/{name}")
        if old and old.model.herkomst != it.adres:
            self.tell(f"{it.id}: hier is al een activiteit met die naam. Niet overgenomen.")
            return
        new: dict[str, tuple[str, Data]] = {}
        told: list[str] = []
        reached = {key: value for key, value in it.bereik.model_dump().items() if value}
        organisation = self.register.organisation(it.organisatie, reached, place, new, told)
        where = self.register.location(_spot(it), place, new, told) if it.waar == "plek" else it.waar or UNKNOWN
        data = in_order(_activity(it, organisation, where, self.catalogue), Activity)
        slot = Slot(organisation, where, days_of(data["wanneer"]))
        near = self.register.near(it.titel, place)
        twin = "" if old else self.register.twin(it.titel, place, slot, near)
        if twin:
            self.tell(f"{it.id}: lijkt op {twin}, dat hier al is. Niet overgenomen.")
            return
        if fault := fault_of(Activity, data):
            self.tell(f"{it.id}: {fault[1]} Overgeslagen.")
            return
        path = f"activities/{place}/{name}.yml"
        text = marked(entry_yaml("activities", data, 2))
        if old and not self._free_to_change(path, text):
            return
        self.register.remember({**new, path: ("activities", data)}, place, it.titel, f"{place}/{name}", slot)
        self.made.files |= {other: entry_yaml(folder, one, other.count("/")) for other, (folder, one) in new.items()}
        self.made.files[path] = text
        self.names[path] = (organisation, where)
        if old:
            self.made.again.add(path)

    def _free_to_change(self, path: str, text: str) -> bool:
        """Tell whether a file that came from there before is to be written anew: it changed there, and nobody changed it here."""
        now = (self.content / path).read_bytes().decode(errors="replace")
        if now == text:
            return False
        if not untouched(now):
            self.tell(f"{path}: iemand veranderde dit hier. Het is gebleven zoals het was.")
            return False
        return True

    def _draft(self, it: _Elders, name: str) -> None:
        path = f"drafts/{it.gemeente}/{name}.yml"
        if it.adres in self.known or f"{it.gemeente}/{name}" in self.catalogue.drafts or it.loopt == "gestopt":
            return
        data = _activity(it, it.organisatie, UNKNOWN if it.waar != "online" else "online", self.catalogue)
        data |= _spot(it) if it.waar == "plek" else {}
        data |= {"contact": {key: value for key, value in it.bereik.model_dump().items() if value}}
        draft = in_order(data, Draft)
        if fault := fault_of(Draft, draft):
            self.tell(f"{it.id}: {fault[1]} Overgeslagen.")
            return
        self.made.files[path] = entry_yaml("drafts", draft, 2)

    def _leave_out_unused(self) -> None:
        """Leave out organisations and locations that only what was left out had named."""
        used = {name for path in self.made.files if path in self.names for name in self.names[path]}
        for path in [*self.made.files]:
            if path.startswith(("organisations/", "locations/")) and _id(path) not in used:
                del self.made.files[path]

    def done(self) -> Gathered:
        """Return everything that the rules have nothing against."""
        while wrong := judged(self.catalogue, self.made.files, self.today):  # what is left out, others may have named
            for path, said in wrong.items():
                self.tell(f"{path}: {said} Niet overgenomen.")
                del self.made.files[path]
        self._leave_out_unused()
        self.made.again &= self.made.files.keys()
        for entry in self.catalogue.activities.values():
            came = entry.model.herkomst or ""
            if came.startswith(self.base) and came not in self.seen:
                self.tell(f"{entry.id}: dit staat niet meer bij {self.site.naam}. Vraag na of het er nog is.")
        more = len(self.made.notes) - MOST_TOLD
        if more > 0:
            self.made.notes[MOST_TOLD:] = [f"En nog {count(more, 'opmerking', 'opmerkingen')}."]
        return self.made


def _id(path: str) -> str:
    return path.partition("/")[2].removesuffix(".yml")


def _activity(it: _Elders, organisation: str, where: str, catalogue: Catalogue) -> Data:
    """Return a record as the data of a file; nothing of it says that somebody here checked it."""
    sources = [{name: value or UNKNOWN for name, value in one.items()} for one in it.bron]
    source = {"url": it.adres, "datum": it.hoe_zeker.dag or UNKNOWN}
    runs: Any = None
    if it.loopt == "gestopt":
        runs = {"status": "gestopt", "sinds": it.gestopt_sinds or UNKNOWN}
    elif it.loopt == "pauze":
        runs = {"status": "pauze", "tot": it.loopt_tot or UNKNOWN}
    return {
        "titel": it.titel,
        "samenvatting": it.samenvatting,
        "beschrijving": it.beschrijving,
        "domeinen": [one for one in it.themas if one in catalogue.domains],
        "soorten": [one for one in it.soorten if one in catalogue.kind_of],
        "gemeente": it.gemeente,
        "organisatie": organisation,
        "locatie": where,
        "waar_vertrekt": it.waar_vertrekt,
        "wanneer": _written(it.wanneer),
        "kosten": _written(it.kosten),
        "aanmelden": it.aanmelden or UNKNOWN,
        "aanmelden_hoe": it.aanmelden_hoe,
        "voor_wie": it.voor_wie,
        "doelgroepen": it.doelgroepen,
        "leeftijd_vanaf": None if it.leeftijd_vanaf is None else str(it.leeftijd_vanaf),
        "leeftijd_tot": None if it.leeftijd_tot is None else str(it.leeftijd_tot),
        "talen": it.talen,
        "toegankelijkheid": {name: value for name, value in it.toegankelijkheid.items() if value},
        "eerste_keer": {name: value for name, value in it.eerste_keer.items() if value},
        "herkomst": it.adres,
        "loopt": runs,
        "bron": [source, *sources][:10],
    }


def _written(value: Any) -> Any:
    """Return a value as a file has it: what nobody knows is a word there, and every value a text."""
    if isinstance(value, list):
        return [_written(one) for one in value]
    if isinstance(value, dict):
        return {name: _written(one) for name, one in value.items()}
    return UNKNOWN if value is None else str(value)


def _spot(it: _Elders) -> dict[str, str]:
    if it.plek is None:
        return {}
    found = {"locatie": it.plek.naam, "adres": it.plek.adres, "postcode": it.plek.postcode, "plaats": it.plek.plaats}
    return {name: value for name, value in found.items() if value}


def marked(text: str) -> str:
    """Return a file with a digest of itself at its end: so that a change by a person is seen."""
    return f"{text}{MARK}{hashlib.sha256(text.encode()).hexdigest()[:32]}\n"


def untouched(text: str) -> bool:
    """Tell whether a file is as it was written."""
    before, mark, _ = text.rpartition(MARK)
    return bool(mark) and marked(before) == text


__all__ = ["GatherError", "Gathered", "gathered", "marked", "untouched"]
