"""Plain Dutch: a hint for whoever writes, never a gate.

The words and their replacements follow the house style (LOOK: voice), which follows Pharos' checklist.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.dutch.sentences import sentences
from generator.judge.rules.base import texts, warning
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem, quoted

CODES = {
    "A120": "Een zin heeft hoogstens 20 woorden.",
    "A121": "Een tekst gebruikt gewone woorden.",
}
LONG = 20
FIELDS = ("titel", "samenvatting", "beschrijving", "voor_wie", "aanmelden_hoe")
WORDS = {
    "laagdrempelig": "u hoeft niets te kunnen",
    "laagdrempelige": "gewoon, voor iedereen",
    "participeren": "meedoen",
    "participatie": "meedoen",
    "doelgroep": "voor wie",
    "inloop": "u kunt zo binnenlopen",
    "psychosociaal": "laat het weg",
    "psychosociale": "laat het weg",
    "activering": "laat het weg",
    "zelfredzaamheid": "laat het weg",
    "eenzaam": "laat het weg: niemand heet hier eenzaam",
    "eenzaamheid": "laat het weg: niemand heet hier eenzaam",
    "eenzame": "laat het weg: niemand heet hier eenzaam",
    "lotgenotencontact": "praten met mensen die hetzelfde meemaken",
    "verbinding": "zeg wat mensen samen doen",
    "toegankelijk": "u kunt zo binnenlopen",
    "deelnemers": "mensen die meedoen",
    "deelname": "meedoen",
    "faciliteren": "helpen",
    "realiseren": "maken",
    "middels": "met",
    "teneinde": "om",
    "derhalve": "daarom",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each long sentence and each hard word."""
    del today
    for entry in catalogue.activities.values():
        for name in FIELDS:
            for loc, text in texts(getattr(entry.model, name) or (), (name,)):
                for sentence in sentences(text):
                    length = len(sentence.split())
                    if length > LONG:
                        message = f"deze zin heeft {length} woorden: {quoted(sentence)}."
                        yield warning(entry, loc, "A120", message, "Maak er twee zinnen van.")
                for word in sorted(set(re.findall(r"\w+", text.lower())) & WORDS.keys()):
                    yield warning(
                        entry, loc, "A121", f"{quoted(word)} is een moeilijk woord.", f"Liever: {WORDS[word]}."
                    )
