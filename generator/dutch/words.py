"""A text to its words, and which of them say nothing.

The browser folds in the same way (``site_overrides/assets/search/text.js``); a test feeds both the same texts.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile(r"['’ʼ](?=[^\W_])")

# Words that only hold a sentence together: dropped everywhere.
FUNCTION = frozenset(
    """
    a aan aangezien achter af al alle alles als altijd bij binnen boven daar dan dat de deze die dit door dus een en er
    had heb hebben hebt heeft hem hen het hier hij hoe hun ik in is je jij jou jouw jullie kan kun kunnen kunt maar
    me mee met mij mijn moet moeten na naar naast nog nu of om ons onze ook op over per s t te tegen ten ter terug
    toch toe tot tussen u uit uw van vanaf vanuit via vind vinden vindt voor waar waarom wanneer want waren was wat we wel welk
    welke werd wie wij wil willen wilt word worden wordt ze zeer zich zij zijn zo zoals zou
    ben bent gaan ga gaat graag heel erg eens even misschien omgeving buurt dichtbij activiteit activiteiten
    """.split()
)
# Words that count inside a fixed phrase ("onder de mensen", "samen eten") and say nothing alone.
WEAK = frozenset(
    """
    ander andere anderen avond beginner beginners bezig bijeenkomst club daarna doe doen dag dagen elke fijn goed goede groep groepje iedereen iemand iets
    keer kom komen komt laten leer leert leren leuk leuke lekker maak maakt maken meedoen mensen middag mogelijk nieuw nieuwe
    ochtend onder plek plezier speel speelt spelen samen start tijd uur vereniging vrij week werken werkt wekelijks zelf zonder rustig
    kennen nodig zoek zoeken zoekt gezocht gevorderd gevorderden aanbod thuis huis niet
    """.split()
)


# Letters that no decomposition makes Latin: those of neighbours in Latin script, Cyrillic and Arabic, by sound and one for
# one, so that a key has only a to z. Ukrainian and Russian share their letters here.
LETTERS = str.maketrans(
    dict(
        zip(
            "łøđðþħŧŋıœæßабвгґдеєжзиійклмнопрстуфхцчшщыэюяъьابتثجحخدذرزسشصضطظعغفقكلمنهويىةپچگکیءـ",
            (
                "l o d d t h t n i oe ae ss "
                "a b v g g d e e z z i i i k l m n o p r s t u f h c c s s i e u a  "
                " a b t t j h k d d r z s s s d t z a g f q k l m n h w y a a p c g k y  "
            ).split(" "),
            strict=True,
        )
    )
)


# Small words of other languages, folded: dropped where somebody asks in one of them.
FOREIGN = frozenset(
    """
    the and with for to of at my you some do does where can any there an are am near me want like would please looking
    on or by from about what when how have go going something anything it us our your
    und mit fur zu ich das ein eine einen der mochte will wo gibt im am bei
    auf ist etwas mir wir oder zum zur kann suche gern gerne uns von
    w z na do sie chce gdzie jest dla i cos moge mozna czy
    ve ile icin bir var istiyorum nerede bana nasil bu sey
    i v z na dla do hocu de e ia meni sos
    fi fy ma ila mn aryd an ayn ana hl hnak
    """.split()
)


def fold(text: str) -> str:
    """Return the text in lower case without accents and without apostrophes inside words, in Latin letters as far as can be."""
    if text.isascii():  # most words of this language: there is nothing to take off
        return APOSTROPHES.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.category(letter).startswith("M")
    )
    return APOSTROPHES.sub("", plain).translate(LETTERS)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, with their accents, in order; function words are left out."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).lower())
    plain = APOSTROPHES.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    found = ((word, fold(word)) for word in WORD.findall(plain))
    return [word for word, folded in found if folded and folded not in FUNCTION]
