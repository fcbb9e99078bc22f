"""Makes a content folder of any size, the same every time, out of the words of the real one.

usage: python -m bench.content TARGET NUMBER
"""

import random
import shutil
import sys
from pathlib import Path

CONTENT = Path(__file__).parent.parent / "content"
A_MUNICIPALITY = 300
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
THEMES = ("ontdekken-en-doen", "bewegen-en-plezier", "eten-en-ontmoeten", "natuur-en-genieten", "kunst-en-cultuur")
WORDS = [
    "samen",
    "wandelen",
    "zingen",
    "koken",
    "eten",
    "tuinieren",
    "lezen",
    "schilderen",
    "dansen",
    "fietsen",
    "praten",
    "breien",
    "kaarten",
    "zwemmen",
    "luisteren",
    "buurthuis",
    "park",
    "kerk",
    "bibliotheek",
    "tuin",
    "zaal",
    "koffie",
    "thee",
    "groep",
    "buurt",
    "bos",
    "water",
    "muziek",
    "verhaal",
    "ochtend",
    "middag",
]
KINDS = (
    "wandelen",
    "zingen",
    "koken",
    "eten",
    "tuinieren",
    "leesclub",
    "schilderen",
    "dansen",
    "fietsen",
    "koffie-drinken",
)
COSTS = (
    "gratis",
    "onbekend",
    "\n  - bedrag_euro: 2,50\n    per: keer",
    "\n  - bedrag_euro: 30\n    per: jaar\n    voor: leden",
)
REPEATS = (
    "",
    "    week_van_de_maand: [1, 3]\n",
    "    behalve: [schoolvakanties, feestdagen]\n",
    "    t_m: 2099-06-29\n",
)


def make(target: Path, number: int, each: int = A_MUNICIPALITY) -> None:
    """Write ``number`` activities, ``each`` a municipality, with their organisations and locations."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(
        CONTENT, target, ignore=shutil.ignore_patterns("activities", "organisations", "locations", "practices")
    )
    shutil.rmtree(target / "municipalities")
    chance = random.Random(number)
    for folder in ("municipalities", "organisations", "locations"):
        (target / folder).mkdir()
    for index in range(number):
        place = f"gemeente-{index // each:03}"
        if index % each == 0:
            (target / "activities" / place).mkdir(parents=True)
            (target / "municipalities" / f"{place}.yml").write_text(
                f"naam: Gemeente {index // each}\ncbs_code: GM{index // each:04}\n"
                "provincie: drenthe\nschoolvakantie_regio: noord\n"
            )
        spot = f"plek-{index // 5}"
        if index % 5 == 0:
            (target / "locations" / f"{spot}.yml").write_text(
                f"naam: Gebouw {index}\nplaats: Plaats {index % 7}\ngemeente: {place}\nadres: Straat {index}\n"
            )
            (target / "organisations" / f"{spot}.yml").write_text(
                f"naam: Vereniging {index}\ncontact:\n  telefoon: 0522 254 321\n  website: https://www.voorbeeld{index}.nl/\n"
            )
        (target / "activities" / place / f"activiteit-{index}.yml").write_text(_activity(chance, place, spot, index))


def _activity(chance: random.Random, place: str, spot: str, index: int) -> str:
    title = " ".join(chance.sample(WORDS, 4)).capitalize()
    text = ". ".join(" ".join(chance.sample(WORDS, 7)).capitalize() for _ in range(4))
    return (
        f"titel: {title} {index}\nsamenvatting: U gaat {' '.join(chance.sample(WORDS, 6))}.\nbeschrijving: {text}.\n"
        f"domeinen: [{', '.join(chance.sample(THEMES, chance.choice((1, 1, 2))))}]\nsoorten: [{chance.choice(KINDS)}]\ngemeente: {place}\n"
        f"organisatie: {spot}\nlocatie: {spot}\nwanneer:\n  - elke: {chance.choice(DAYS)}\n"
        f"{chance.choice(REPEATS)}    van: {chance.randint(8, 20)}.{chance.choice(('00', '30'))}\n    tot: onbekend\n"
        f"kosten: {chance.choice(COSTS)}\naanmelden: {chance.choice(('niet-nodig', 'nodig', 'onbekend'))}\n"
        f"bron:\n  - url: https://www.voorbeeld{index}.nl/bron\n    datum: onbekend\n"
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
