"""Writes what is made of the code, so that none can drift apart.

That is docs/regels.md (from the rules and the golden cases), docs/invulgids.md (from the models), docs/hosting/ (from the
policy) and the forms to report with (from the questions).

usage: python -m scripts.docs
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.judge.messages import SENTENCES
from generator.judge.rules import RULES
from generator.model.schema import Model
from generator.show.looks import constants
from generator.write import hosts
from scripts import style
from scripts.forms import forms
from scripts.guide import guide

PROJECT = Path(__file__).parent.parent
READING = {
    "B001": "Een bestand is UTF-8-tekst.",
    "B002": "Een bestand is hoogstens 32 kB, een lijst als kinds.yml hoogstens 128 kB.",
    "B003": "Een bestand staat zelf in de map; een koppeling wordt niet gevolgd.",
    "B004": "Een bestand is goede YAML.",
    "B005": "Een bestand gebruikt geen verwijzingen met & en *.",
    "B006": "Een bestand gebruikt geen YAML-labels met een uitroepteken.",
    "B007": "Een veld staat er een keer.",
    "B008": "Een bestand is hoogstens acht niveaus diep.",
    "B009": "Een bestand is niet leeg.",
    "B010": "Een bestand begint met velden, en is een geheel.",
    "B011": "Een bestand heeft geen onzichtbare tekens.",
    "B012": "In een map met inhoud staan alleen bestanden op .yml.",
    "B013": "Een naam heeft kleine letters, cijfers en losse streepjes, hoogstens 100 tekens.",
    "B014": "Een bestand staat in de goede map.",
    "B016": "De map met inhoud, site.yml, referral.yml en referrers.yml zijn er.",
    "B017": "Een bestand is te lezen.",
    "B018": "Een pictogram bestaat bij Material.",
    "B020": "Een geschreven pagina heeft geen HTML, geen opdrachten en geen beeld van elders.",
    "B021": "Een geschreven pagina begint met een titel en een omschrijving.",
    "B024": "Wat een geschreven pagina laat invullen, kent de site.",
    "B023": "In de kop van een geschreven pagina staan alleen een titel en een omschrijving.",
    "B022": "Een geschreven pagina staat niet op een adres dat de site zelf maakt.",
    "B019": "Een foto staat in content/photos/ en is te openen.",
}


def text() -> str:
    """Return the whole page."""
    lines = [
        "# Alle meldingen",
        "",
        "Een fout houdt de site tegen; een waarschuwing niet, behalve met `--strict`. Een code verandert nooit van betekenis.",
        "Deze lijst wordt gemaakt met `python -m scripts.docs`.",
        "",
        "| code | wat moet kloppen | voorbeeld van een melding |",
        "| --- | --- | --- |",
    ]
    fields: dict[str, str] = {}
    for code, message, _ in SENTENCES.values():
        fields.setdefault(code, f"Anders: {message}".replace("{gegeven}", "…").replace("{veld}", "…"))
    rules = {code: says for rule in RULES for code, says in rule.CODES.items()}
    for code, says in sorted({**fields, **READING, **rules}.items()):
        lines.append(f"| {code} | {says} | {example(code)} |")
    return "\n".join(lines) + "\n"


def example(code: str) -> str:
    """Return the first bad golden case's own line, without its place."""
    for path in sorted((PROJECT / "tests" / "rules" / code).glob("fout-*.yml")):
        line = str(yaml.safe_load(path.read_text(encoding="utf-8"))["verwacht"][0])
        shown = line.split(f"{code} ", 1)[1].replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
        return shown.replace("[", "\\[")
    return ""


WORDS = "docs/woordenlijst.md"
FIELDS = "## Velden"


def words() -> str:
    """Return the word list: what somebody wrote of terms, and what each field means in English, as its model says."""
    before, _, _ = (PROJECT / WORDS).read_text(encoding="utf-8").partition(FIELDS)
    meanings: dict[str, dict[str, None]] = {}
    for model in models(Model):
        for name, field in model.model_fields.items():
            meanings.setdefault(name, {}).setdefault(field.title or "")
    rows = (f"| `{name}` | {'; '.join(filter(None, found))} |" for name, found in sorted(meanings.items()))
    return "\n".join([f"{before}{FIELDS}", "", MADE, "", "| veld | meaning |", "| --- | --- |", *rows, ""])


MADE = "Uit de modellen, met `python -m scripts.docs`."


def models(base: type[Model]) -> Iterator[type[Model]]:
    """Yield every model that is one of ``base``, in the order of their names."""
    for model in sorted(base.__subclasses__(), key=lambda one: one.__name__):
        if model.__module__.startswith("generator."):
            yield model
            yield from models(model)


def made() -> dict[str, str]:
    """Return every file that is made, by its path in the project."""
    return {
        "docs/regels.md": text(),
        "docs/invulgids.md": guide(),
        WORDS: words(),
        "docs/hosting/nginx.conf": hosts.nginx(),
        "docs/hosting/Caddyfile": hosts.caddy(),
        f"site_overrides/assets/{constants.FILE}": constants.module(),
        "docs/beeld/stijl.html": style.guide(),
        **forms(),
    }


if __name__ == "__main__":
    for path, content in made().items():
        (PROJECT / path).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / path).write_text(content, encoding="utf-8")
