"""A cry for help is heard however it is spelt, and an ordinary sentence is none (content/safety.yml as the sample has it)."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.schema import Blok
from tests.node import Node
from tests.support import SAMPLE, loaded

KEYS = {
    "a": "sq",
    "b": "vn",
    "c": "xv",
    "d": "sf",
    "e": "wr",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "i": "uo",
    "j": "hk",
    "k": "jl",
    "l": "k",
    "m": "n",
    "n": "bm",
    "o": "ip",
    "p": "o",
    "r": "et",
    "s": "ad",
    "t": "ry",
    "u": "yi",
    "v": "cb",
    "w": "qe",
    "z": "x",
}
AROUND = (
    "hallo {} en ik weet niet wat ik moet doen",
    "ik zoek iets in de buurt want {}",
    "goedemiddag, {}, kunt u mij helpen",
    "mijn huisarts zegt dat ik hier moet kijken. {}",
    "vroeger ging ik veel naar buiten maar nu is het anders en ik vind niets meer leuk en ik slaap slecht en ik eet bijna niet en dan denk ik {}",
)
CHAT = {"ik": "k", "niet": "nie", "mijn": "mn", "meer": "mr", "het": "t", "een": "n", "voor": "vr", "mij": "my"}
# Written for this test, and not in the file: nobody may add a sentence there to make it pass.
UNSEEN = """
ik wou dat ik nooit meer wakker werd
ik heb zin om er een einde aan te maken
het leven is mij te veel ik wil niet meer leven
mijn broer zegt dat hij dood wil
mijn buurvrouw wil een eind aan haar leven maken
ik wil mezelf iets aandoen
ik heb mezelf gesneden in mijn arm
denk steeds aan zelfmoord
ik heb alle pillen ingenomen
kan zo niet langer verder
niemand zou me missen als ik er niet was
mijn man heeft mij vannacht weer geslagen
mijn vriend bedreigt mij
ben heel bang voor mijn vader
ik voel me thuis niet veilig
mijn dochter wordt mishandeld door haar man
ik ben aangerand
mijn stiefvader zit aan mij
hij dreigt mij te vermoorden
mijn vrouw krijgt geen lucht
mijn moeder ligt op de vloer
heel veel pijn op de borst
mijn opa reageert niet
mijn buurman is bewusteloos
i really want to die
my husband is hitting me
my chest pain is bad
ich will nicht mehr leben
mein mann schlägt mich
już nie chcę żyć
mąż bije mnie
artık yaşamak istemiyorum
kocam beni dövüyor
я не хочу більше жити
чоловік б'є мене
لا أريد أن أعيش
زوجي يضربني كل يوم
baddi mout
""".strip().splitlines()
HARMLESS = """
zelfverdediging
zelfverdediging voor vrouwen
doodgewoon koffie drinken
moordspel
moorddiner
stil zitten
munten slaan
slaan op de trommel
een balletje slaan
ik verveel me dood
mijn hond is dood
mijn vrouw is dood
na de dood van mijn man weer onder de mensen komen
lezing over leven en dood
sterven planten in de winter
dieren in gevaar
spoedcursus nederlands
levensmoed
fietsenstalling
uit de bus stappen
stikken en naaien
geen zin meer in tv kijken
ik kan niet meer zo goed lopen
ik wil niet meer roken
ik wil mijn leven veranderen
meer uit het leven halen
wakker worden met yoga
ik ben bang om te vallen
bang voor honden
ik heb geen adempauze nodig
ademhaling oefenen
op de grond zitten
snijden in hout
koken en snijden
hartstichting collecte
mijn zoon slaat op de trommel
mijn man heeft een hartaanval gehad en wil weer bewegen
bewegen na een beroerte
ehbo cursus
reanimatie leren
samen uit samen thuis
veilig thuis blijven wonen
einde van de middag
levenslied zingen
speelgoed
straatvoetbal
trein reizen met anderen
springen op de trampoline
touwtje springen
ik wil er even uit
alleen naar huis fietsen
""".strip().splitlines()


@pytest.fixture(scope="module")
def node(sample_site) -> Iterator[Node]:
    with Node(sample_site) as running:
        yield running


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """The Dutch sentences of the file that anybody may say in the middle of others."""
    signs = loaded(SAMPLE).safety.model.wegwijzers
    said = [text for sign in signs if sign.blok is Blok.NOOD for text in sign.woorden]
    return [text for text in said if text.replace(" ", "").isalpha()]


def cried(node: Node, text: str) -> bool:
    return node.run(text)["block"] == "nood"


def share(node: Node, texts: list[str]) -> tuple[float, list[str]]:
    missed = [text for text in texts if not cried(node, text)]
    return 1 - len(missed) / len(texts), missed


def test_every_sentence_of_the_file_is_heard(node: Node, sentences: list[str]):
    assert share(node, sentences) == (1, [])


def test_a_cry_comes_before_every_other_block_and_is_never_corrected(node: Node):
    found = node.run("ik ben eenzaam en heb schulden en wil dood")
    assert found["block"] == "nood"
    assert node.run("zelfmoort")["corrected"] == []


@pytest.mark.parametrize("text", ["ik wil dood", "suïcide", "iemand slaat mij", "ik krijg geen lucht", "113", "112"])
def test_the_first_number_is_the_one_that_fits(node: Node, text: str):
    signs = loaded(SAMPLE).safety.model.wegwijzers
    first = signs[node.run(text)["signs"][0]].nummers
    fits = {"ik wil dood": "113", "suïcide": "113", "113": "113", "iemand slaat mij": "Veilig Thuis"}
    assert fits.get(text, "112") in first[0].naam


def words_of(sentences: list[str]) -> list[list[str]]:
    return [text.split() for text in sentences]


def put_in(words: list[str], rng: random.Random) -> str:
    at = rng.randrange(1, len(words))
    return " ".join([*words[:at], rng.choice(["gewoon", "echt", "soms", "nu", "weer", "eigenlijk"]), *words[at:]])


def pulled_together(words: list[str], rng: random.Random) -> str:
    at = rng.randrange(1, len(words))
    return " ".join([*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]])


def misspelt(words: list[str], rng: random.Random, how: str) -> str:
    at = max(range(len(words)), key=lambda index: len(words[index]))
    word = words[at]
    letter = rng.randrange(len(word) - 1)
    if how == "missing":
        word = word[:letter] + word[letter + 1 :]
    elif how == "swapped":
        word = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :]
    else:
        word = word[:letter] + rng.choice(KEYS.get(word[letter], word[letter])) + word[letter + 1 :]
    return " ".join([*words[:at], word, *words[at + 1 :]])


# What is missed is a slip that makes another ordinary word: "wil rood", "laat me", "stil".
FLOORS = {
    "put in": 0.99,
    "together": 0.98,
    "chat": 0.98,
    "around": 1.0,
    "missing": 0.95,
    "swapped": 0.96,
    "beside": 0.95,
}


@pytest.mark.parametrize("how", FLOORS)
def test_a_cry_is_heard_however_it_is_spelt(node: Node, sentences: list[str], how: str):
    rng = random.Random(14)
    more = [words for words in words_of(sentences) if len(words) > 1]
    long = [words for words in words_of(sentences) if max(map(len, words)) > 5]
    made = {
        "put in": lambda: [put_in(words, rng) for words in more],
        "together": lambda: [pulled_together(words, rng) for words in more],
        "chat": lambda: [" ".join(CHAT.get(word, word) for word in words) for words in more],
        "around": lambda: [rng.choice(AROUND).format(" ".join(words)) for words in more],
    }.get(how, lambda: [misspelt(words, rng, how) for words in long])()
    reached, missed = share(node, made)
    assert reached >= FLOORS[how], missed


def test_a_cry_that_stands_in_no_file_is_heard_in_every_language(node: Node):
    reached, missed = share(node, UNSEEN)
    assert reached >= 0.95, missed


def test_an_ordinary_sentence_is_no_cry(node: Node):
    assert [text for text in HARMLESS if cried(node, text)] == []


def test_no_activity_and_no_kind_sounds_like_a_cry(node: Node):
    """Thousands of ordinary sentences: everything that the content itself says outside the file of cries."""
    catalogue = loaded(SAMPLE)
    texts = {text for entry in catalogue.activities.values() for text in (entry.model.titel, entry.model.samenvatting)}
    texts |= {word for kind in catalogue.kind_of.values() for word in (kind.naam, *kind.woorden, *kind.streektaal)}
    texts |= {text for synonym in catalogue.synonyms.model.synoniemen for text in synonym.zoek}
    texts |= {entry.model.naam for entry in (*catalogue.organisations.values(), *catalogue.locations.values())}
    assert len(texts) > 1500
    assert [text for text in sorted(texts) if cried(node, text)] == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), word=st.from_regex(r"[a-z]{2,9}", fullmatch=True))
def test_a_word_put_into_a_cry_keeps_the_block(node: Node, sentences: list[str], data: st.DataObject, word: str):
    words = data.draw(st.sampled_from(words_of(sentences)))
    at = data.draw(st.integers(0, len(words)))
    assert cried(node, " ".join([*words[:at], word, *words[at:]]))
