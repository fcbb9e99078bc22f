"""Makes content as other people would have it, for the tests of the content: ``python -m tests.forks FOLDER``.

``ander`` is a fork in another province, with one municipality, one activity and no practices; ``leeg`` has nothing yet. What every fork
keeps of this repository (themes, kinds, words, texts) comes along. ``begonnen`` is a repository of ``start``: it has content only.
"""

import shutil
import sys
from pathlib import Path

from generator.model.schema import Forge
from generator.write.starting import Beginning, begin, place_of
from tests.support import PROJECT

OWN = ("activities", "municipalities", "organisations", "locations", "practices", "photos")
SITE = """naam: {naam}
omschrijving: Wat er te doen is, voor wie erop uit wil.
uitgever: {uitgever}
mail: {mail}
repository: onbekend
forge: forgejo
adres: onbekend
"""
ANOTHER = {
    "municipalities/reimerswaal.yml": "naam: Reimerswaal\ncbs_code: GM0703\nprovincie: zeeland\nschoolvakantie_regio: zuid\n",
    "organisations/dorpshuis-de-kaai.yml": "naam: Dorpshuis 't Veer & De Kaai\ncontact: {telefoon: 0113 123 456}\n",
    "locations/de-kaai.yml": "naam: De Kaai\nplaats: Yerseke\ngemeente: reimerswaal\n",
    "activities/reimerswaal/samen-zingen.yml": """# Iedereen schrijft dit anders op.
titel: 'Samen zingen, ook als u niet "kunt" zingen'
samenvatting: "U zingt met buren. Kom gerust een keer kijken."
domeinen:
- kunst-en-cultuur
gemeente: reimerswaal
organisatie: dorpshuis-de-kaai
locatie: de-kaai
wanneer:
- {elke: vrijdag, van: 14.00, tot: 15.30}   # niet in de zomer
kosten: [{bedrag_euro: "2,50"}]
aanmelden: niet-nodig
bron: [{url: https://www.reimerswaal.nl/, datum: 2026}]
""",
}


def fork(folder: Path, files: dict[str, str], **site: str) -> Path:
    """Make a content folder with what every fork keeps, and with files of its own."""
    shutil.copytree(PROJECT / "content", folder, ignore=lambda _path, names: set(names) & set(OWN))
    (folder / "site.yml").write_text(SITE.format(**site), encoding="utf-8")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def forks(folder: Path) -> list[Path]:
    """Make every fork below a folder."""
    return [
        fork(
            folder / "ander",
            ANOTHER,
            naam="Te doen op de Bevelanden",
            uitgever="Welzijn De Bevelanden",
            mail="info@bevelanden.example",
        ),
        fork(folder / "leeg", {}, naam="Wijzer", uitgever="onbekend", mail="onbekend"),
        begun(folder / "begonnen"),
    ]


def begun(folder: Path) -> Path:
    """Begin a site as ``start`` does, with content only, and give it the one activity of the other fork."""
    begin(folder, Beginning((place_of("Reimerswaal"),), forge=Forge.GITLAB))
    for path, text in ANOTHER.items():
        if not path.startswith("municipalities/"):
            (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "content" / path).write_text(text, encoding="utf-8")
    return folder / "content"


if __name__ == "__main__":
    for made in forks(Path(sys.argv[1])):
        print(made)
