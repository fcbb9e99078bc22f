"""Every page has an address of its own, and it never leaves its folder."""

import re
from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import Named, problem
from generator.model.addresses import could_be_activity, is_taken, is_taken_in_municipality
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem, quoted
from generator.model.schema import Domain

CODES = {
    "A020": "Een activiteit, praktijk of concept staat in de map van de eigen gemeente.",
    "A021": "Een naam is niet al een vast adres van de site.",
    "A022": "Een activiteit of gemeente heeft niet hetzelfde adres als een thema of een pagina.",
    "A023": "Er zijn precies vijf thema's, elk met een eigen plaats in de rij.",
    "A024": "Twee gemeenten hebben niet dezelfde CBS-code.",
    "A025": "Een vroeger adres is van een pagina die er niet meer is, en van niemand anders.",
    "A026": "Een vroegere naam van een gemeente of praktijk is van niemand anders.",
}

DOMAINS = 5
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each entry whose address is wrong, reserved or taken."""
    del today
    yield from _folders(catalogue)
    for entry in (*catalogue.practices.values(), *catalogue.activities.values()):
        if entry.slug in catalogue.domains:
            message = f"{quoted(entry.slug)} is het adres van een thema."
            yield problem(entry, (), "A022", message, "Geef het bestand een andere naam.")
        elif is_taken_in_municipality(entry.slug, catalogue.domains):
            message = f"{quoted(entry.slug)} is een vast adres van de site."
            yield problem(entry, (), "A021", message, "Geef het bestand een andere naam.")
    for entry in catalogue.activities.values():
        for index, name in enumerate(entry.model.vroeger_adres):
            if not could_be_activity(name, catalogue.domains):
                message = f"{quoted(name)} is geen adres dat een activiteit kan hebben."
                hint = "Schrijf gemeente/naam, zoals meppel/samen-zingen."
                yield problem(entry, ("vroeger_adres", index), "A025", message, hint)


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield a problem for what has no address of its own among everything, and where there are not five themes."""
    del today
    yield from _top_level(catalogue)
    yield from _earlier(catalogue, named)
    yield from _formers(catalogue)
    yield from _five_domains(catalogue)
    yield from _codes(catalogue)


def _earlier(catalogue: Catalogue, named: Named) -> Iterator[Problem]:
    """Yield a problem for each earlier address that somebody else has, or had."""
    taken = dict(named.paths)
    for one in named.earlier:
        if one.address in taken and could_be_activity(one.address, catalogue.domains):
            message = f"{quoted(one.address)} is al van {taken[one.address]}."
            hint = "Haal deze regel weg, of geef een van de twee een ander adres."
            yield Problem(one.path, one.line, one.column, "A025", message, hint)
        taken.setdefault(one.address, one.path)


def _formers(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each earlier name of a municipality or practice that is no name, or that another has or had."""
    for kind, called, example in (
        (catalogue.municipalities, "een gemeente", "oude-gemeente"),
        (catalogue.practices, "een praktijk", "meppel/huisarts-oost"),
    ):
        taken = {id_: entry.path for id_, entry in kind.items()}
        for entry in kind.values():
            for index, name in enumerate(entry.model.vroeger):
                if not _could_be(name, example.count("/") + 1, catalogue):
                    message = f"{quoted(name)} is geen naam die {called} kan hebben."
                    yield problem(entry, ("vroeger", index), "A026", message, f"Schrijf de naam zoals {example}.")
                elif name in taken:
                    message = f"{quoted(name)} is al van {taken[name]}."
                    hint = "Haal deze regel weg, of geef een van de twee een andere naam."
                    yield problem(entry, ("vroeger", index), "A026", message, hint)
                taken.setdefault(name, entry.path)


def _could_be(name: str, parts: int, catalogue: Catalogue) -> bool:
    names = name.split("/")
    good = len(names) == parts and all(NAME.fullmatch(part) for part in names)
    if not good or is_taken(names[0]) or names[0] in catalogue.domains or names[0] in catalogue.pages:
        return False
    return parts == 1 or not is_taken_in_municipality(names[1], catalogue.domains)


def _folders(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in (catalogue.activities, catalogue.practices, catalogue.drafts):
        for entry in kind.values():
            folder = entry.id.partition("/")[0]
            known = entry.model.gemeente in catalogue.municipalities or kind is catalogue.drafts
            if folder != entry.model.gemeente and known:
                message = (
                    f"de gemeente is {quoted(entry.model.gemeente)}, maar het bestand staat in de map {quoted(folder)}."
                )
                hint = f"Verplaats het bestand, of schrijf: gemeente: {folder}."
                yield problem(entry, ("gemeente",), "A020", message, hint)


def _top_level(catalogue: Catalogue) -> Iterator[Problem]:
    for kind in (catalogue.municipalities, catalogue.domains):
        for entry in kind.values():
            if is_taken(entry.id):
                message = f"{quoted(entry.id)} is een vast adres van de site."
                yield problem(entry, (), "A021", message, "Geef het bestand een andere naam.")
            elif entry.id in catalogue.pages:
                message = f"{quoted(entry.id)} is ook een pagina in content/pages/."
                yield problem(entry, (), "A022", message, "Geef een van de twee een andere naam.")
            elif not isinstance(entry.model, Domain) and entry.id in catalogue.domains:
                message = f"{quoted(entry.id)} is ook een thema."
                yield problem(entry, (), "A022", message, "Geef het bestand een andere naam.")


def _codes(catalogue: Catalogue) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entry in catalogue.municipalities.values():
        first = seen.setdefault(entry.model.cbs_code, entry.id)
        if first != entry.id:
            message = f"{quoted(entry.model.cbs_code)} is al de code van {first}."
            yield problem(entry, ("cbs_code",), "A024", message, "Zoek de goede code op bij het CBS.")


def _five_domains(catalogue: Catalogue) -> Iterator[Problem]:
    orders = [entry.model.volgorde for entry in catalogue.ordered_domains]
    broken = any(name.startswith("domains/") for name in catalogue.unreadable)
    if orders != list(range(1, DOMAINS + 1)) and not broken:
        message = f"er zijn {len(orders)} thema's met de volgorde {', '.join(map(str, orders)) or 'niets'}."
        hint = "Maak in content/domains/ precies vijf bestanden, met volgorde 1, 2, 3, 4 en 5."
        yield problem(catalogue.settings, (), "A023", message, hint)
