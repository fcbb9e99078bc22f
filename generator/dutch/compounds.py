"""Dutch compounds to their parts: wandelclub is wandel and club, mannenkoor is man and koor.

The split with the commonest parts wins (links s, e, en, n and er between them). Heads that name only a form, such as
club or middag, are never parts of their own: whoever looks for a club does not look for every club.
"""

from generator.dutch.dictionary import Dictionary
from generator.dutch.words import FUNCTION, WEAK, fold

LINKS = ("", "s", "e", "en", "n", "er", "el")
SHORTEST = 3
PART = 3.2  # Zipf frequency that a part must have
SHORT_PART = 4.2  # and one of three letters

# Heads that say in what form something is offered, not what it is.
HEADS = frozenset(
    """
    activiteit avond atelier bal bijeenkomst bord bus cafe centrum cirkel club clubje clubs coach college cursus dag dienst diner
    docent drive excursie feest festival forum gesprek gilde groep groepen groepje gym hoek huis inloop instuif instructeur
    kamer kring klas kliniek koffie lab les lessen lokaal loket lunch maaltijd maatje markt middag moment museum ochtend
    ontbijt ontmoeting overleg park plaats plein plek plus podium praat praatje project programma punt reeks reis rit ronde route
    salon school sessie soos speeltuin spreekuur tafel team terras toernooi tocht training trefpunt tuin uur uurtje vereniging
    verenigingen vakantie vrijwilliger wandeling wedstrijd week weekend werk werker werkgroep werkplaats winkel workshop zaal
    werken mensen man lessen leraar leider leiding groepsles wijk buurt dorp stad
    """.split()
)
# Of these, some are things to do in themselves: they are parts, though they may stand at the end.
REAL_HEADS = frozenset(
    "gym koffie lunch diner maaltijd museum wandeling tuin bal reis tocht park inloop maatje markt".split()
)
# Pieces that look like words and are endings or beginnings.
PIECES = frozenset(
    """
    achtig den eel ende end eren heid ieder ing ken kers land lands lijk ling loos los men niek nis oud pen pers ren ring rij schap
    ster ten ter ver her ont vang won ver bin bios buit even half ieder inter kun lui mini multi neder ont oor pas pers plus
    rama reg rond thea tim vers want weet zat
    """.split()
)
COMMON_WORD = 4.4  # a word as common as this is learnt whole
WHOLE = frozenset(
    "tuinieren schilderen lotgenoten planeten mantelzorg fortuin transgender artrose karaoke handwerk zingeving rolstoel "
    "borduren programmeren kamperen weerbaarheid nederlands fotograferen voetbal lotgenotencontact lotgenotengroep fotografie filosofie bibliotheek kinderen computer wandelen internet mindfulness badminton keramiek "
    "mantel vereniging vrijwilliger ouderen alleenstaand eenzaam gezellig ontspanning aquarel genealogie".split()
)


class Compounds:
    """Splits compounds, and remembers what was asked before."""

    def __init__(self, dictionary: Dictionary, known: dict[str, tuple[str, ...]] | None = None) -> None:
        """Start with the splits that an earlier run found."""
        self.dictionary = dictionary
        self.parts_of = {} if known is None else known
        self.words: set[str] = set()  # words that the vocabulary has and the list may not

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the keys of the parts of a word in lower case, without heads of form; nothing for a word in one piece."""
        found = self.parts_of.get(word)
        if found is None:
            found = self.parts_of[word] = self._parts(word)
        return found

    def _parts(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 * SHORTEST + 1 or not word.isalpha() or fold(word) in WHOLE:
            return ()
        if self.dictionary.zipf(word) >= COMMON_WORD:
            return ()
        root = self.dictionary.key(word)
        if len(root) < 2 * SHORTEST + 1:
            return ()
        best = self._split(root if self.dictionary.zipf(root) else word, 3)
        if len(best) < 2:
            return ()
        keys = []
        for index, part in enumerate(best):
            plain = fold(part)
            form_only = plain in HEADS and (plain not in REAL_HEADS) and index > 0
            if not form_only and plain not in WEAK:
                keys.append(self.dictionary.key(part))
        own = self.dictionary.key(word)
        return tuple(dict.fromkeys(key for key in keys if key != own and len(key) > 2))

    def _split(self, word: str, most: int) -> tuple[str, ...]:
        """Return the parts of the best split, or the word alone where it is a common word itself."""
        zipf = self.dictionary.zipf
        best: tuple[float, tuple[str, ...]] = (0.0, (word,))
        for end in range(SHORTEST, len(word) - SHORTEST + 1):
            first = word[:end]
            if not self._can_be_part(first):
                continue
            for link in LINKS:
                if not word.startswith(link, end):
                    continue
                rest = word[end + len(link) :]
                if len(rest) < SHORTEST:
                    continue
                parts: tuple[str, ...] = (rest,)
                if not self._can_be_part(rest):
                    parts = self._split(rest, most - 1) if most > 2 else (rest,)
                    if len(parts) < 2:
                        continue
                score = sum(zipf(part) + len(part) / 2 for part in (first, *parts)) / (len(parts) + 1) - 0.4 * len(link)
                if score > best[0]:
                    best = (score, (first, *parts))
        return best[1]

    def _can_be_part(self, piece: str) -> bool:
        enough = PART if len(piece) > SHORTEST else SHORT_PART
        known = piece in self.words or self.dictionary.zipf(piece) >= enough
        return known and piece not in PIECES and piece not in FUNCTION
