"""Every address of the site, and who may have which: the only module that knows what a page or a file is called.

An address of a page ends in a slash and is relative to the site's root ("meppel/mannenkoor/"); what else is named here is a file.
An address lives for ever: of what was published, nothing here may change.
"""

import re
import unicodedata
from collections.abc import Container
from functools import cache
from urllib.parse import quote

from anyascii import anyascii

HOME = ""
AGENDA = "agenda/"
WEEK = "deze-week/"
EMBED = "inbedden/"
LIST = "lijst/"
JOIN = "meedoen/"
FORM = f"{JOIN}formulier/"
OVERVIEW = "overzicht/"
PRACTICES = "praktijken/"
REFERRAL = "welzijn-op-recept/"  # where the handouts for everybody lie too
FLYER = f"{REFERRAL}flyer/"
REFERRERS = "verwijzers/"
RESULTS = "resultaten/"
EXPERIENCES = "ervaringen/"
SHARE_EXPERIENCE = f"{EXPERIENCES}delen/"
REGISTRATION = f"{REFERRERS}registratie/"
TALK = f"{REFERRERS}gesprek/"  # of a coach and a resident
SEARCH = "zoeken/"
NOT_FOUND = "404.html"
EMBED_ALL = f"{EMBED}overal/"

CALENDAR = "kalender.ics"  # in the folder of what it is a calendar of
CALENDAR_COPY = "in-agenda.ics"  # for who wants it once, and does not subscribe
CALENDAR_COPIES = (
    "in-agenda"  # the same of many activities together, in the folder of a municipality, with a number behind it
)
CALENDAR_VERSIONS = "kalender/versies.json"
EMBED_SCRIPT = f"{EMBED}embed.js"
LEAVES = "bladen"  # in the folder of a municipality, with a number behind it
TOGETHER = 60  # leaves or calendars in a file, about: who fetches one does not tell which
NUMBERS = "cijfers.csv"  # beside an overview
FEED = "feed.xml"  # beside the experiences
RULES = "regels.json"  # beside a form
RESULT_NUMBERS = "resultaten.csv"
REGISTRATION_TABLE = "registratie.csv"
REGISTRATION_SCHEMA = "registratie.schema.json"
TABLE = f"{JOIN}tabel.csv"
OFFLINE = "zonder-internet.js"  # at the root: a worker serves only what stands below it
MANIFEST = "site.webmanifest"
SEARCH_FILES = f"{SEARCH}zoek.json"
SEARCH_SOURCES = f"{SEARCH}bronnen.txt"
ASSETS = "assets/"
PHOTOS = "fotos/"
DATA_PAGE = "data/"
DATA = f"{DATA_PAGE}v1/"
DATA_INDEX = f"{DATA}index.json"
DATA_SCHEMA = f"{DATA}activiteit.schema.json"
DATA_CSV = "activiteiten.csv"  # in the folder of a municipality, or of everything
DATA_ORUK = "oruk.json"
DATA_OPENACTIVE = "openactive.json"
DATA_CHANGES = "wijzigingen.xml"
DATA_OF_ONE = "gegevens.json"  # beside an activity
PROVINCES = "gemeenten/"  # the municipalities of a province, where there are too many for one list

# Pages that the generator makes of data, to which a signpost may lead.
PAGES = (AGENDA, DATA_PAGE, EMBED, EXPERIENCES, LIST, JOIN, OVERVIEW, PRACTICES, REFERRAL, REFERRERS, RESULTS, SEARCH)
# Pages that somebody writes, because the frame of every page links to them.
WRITTEN = ("over", "privacy", "toegankelijkheid")
_PAGE = "pagina-"
_LONGEST_NAME = 90
# Letters that are no plain ones with an accent: Latin (ø, ß, ł), Greek, Cyrillic, Hebrew, Arabic with Persian and Urdu.
_WRITINGS = (
    (0xDF, 0xFE),
    (0x110, 0x142),
    (0x14B, 0x167),
    (0x3B1, 0x3C9),
    (0x430, 0x45F),
    (0x490, 0x493),
    (0x5D0, 0x5EA),
    (0x620, 0x6D3),
)
# What stands for something else now, or will: nobody can give it to a municipality, a theme or a written page.
_TOP = frozenset(
    [
        *(page.rstrip("/") for page in PAGES),
        *WRITTEN,
        *"404 assets data ervaringen flyer fotos gemeenten index kalender pagina resultaten shell sitemap".split(),
        *"ar de en pl tr uk".split(),
    ]
)
# What stands for something else in the folder of a municipality.
_IN_MUNICIPALITY = frozenset("agenda deze-week index inbedden kalender overzicht zoeken".split())


def in_words(id_: str) -> str:
    """Return an id as a name, for what has no file of its own: "de-wolden" is De Wolden."""
    return " ".join(part[:1].upper() + part[1:] for part in id_.split("-"))


def is_taken(name: str) -> bool:
    """Tell whether the site itself uses a name as the first part of an address, now or in a later version."""
    return name in _TOP


def is_taken_in_municipality(name: str, themes: Container[str]) -> bool:
    """Tell whether a municipality's folder has a page of this name that is no activity's; ``themes`` are the ids of the themes."""
    return name in _IN_MUNICIPALITY or name.startswith(_PAGE) or name in themes


def names_in_municipality() -> tuple[list[str], str]:
    """Return the names that no activity can have, and how other such names begin; the themes come beside these."""
    return sorted(_IN_MUNICIPALITY), _PAGE


def could_be_activity(address: str, themes: Container[str]) -> bool:
    """Tell whether an activity can have, or have had, an address such as "meppel/samen-zingen"."""
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", address):
        return False
    place, _, name = address.partition("/")
    return not is_taken(place) and place not in themes and not is_taken_in_municipality(name, themes)


def slug(text: str) -> str:
    """Return a name as it stands in an address: small letters, digits and hyphens; Arabic, Cyrillic, Greek and Hebrew in Latin letters.

    A name in yet another writing gets a name of its own made of all its letters, so that two never become one.
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = plain if plain.isascii() else "".join(latin_letters().get(sign, sign) for sign in plain)
    letters = letters.encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_NAME].strip("-")
    return found or (f"naam-{_digest(text.lower()):08x}" if any(map(str.isalnum, text)) else "zonder-naam")


@cache
def latin_letters() -> dict[str, str]:
    """Return what stands in an address for each small letter of the writings that people here use beside Latin, by that letter."""
    found = {chr(code): anyascii(chr(code)).lower() for first, last in _WRITINGS for code in range(first, last + 1)}
    return {sign: latin for sign, latin in found.items() if sign == sign.lower() and re.fullmatch("[a-z0-9]+", latin)}


def _digest(text: str) -> int:
    """Return a number of 32 bits made of a text (FNV-1a), as a browser can work it out too."""
    number = 0x811C9DC5
    for byte in unicodedata.normalize("NFKD", text).encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


def page(id_: str) -> str:
    """Return the page of a theme, a municipality or an activity by its id."""
    return f"{id_}/"


def search_for(words: str) -> str:
    """Return the search for some words, as ``fragment.js`` seals them."""
    return f"{SEARCH}#q={quote(words, safe='').replace('%20', '+')}"


def province(id_: str, part: str = "") -> str:
    """Return the page with the municipalities of a province: of all that there is, of a theme, or of agendas or overviews."""
    return f"{PROVINCES}{id_}/{part}{'/' if part else ''}"


def theme_in(place: str, theme: str) -> str:
    """Return the page of a theme in a municipality."""
    return f"{place}/{theme}/"


def week_of(place: str) -> str:
    """Return where what there is to do this week in a municipality stands."""
    return f"{place}/{WEEK}"


def agenda_of(place: str) -> str:
    """Return the agenda of a municipality."""
    return f"{place}/{AGENDA}"


def overview_of(place: str = "") -> str:
    """Return the overview of a municipality, or of all."""
    return f"{place}/{OVERVIEW}" if place else OVERVIEW


def embed_of(place: str) -> str:
    """Return the page of a municipality that may stand in a frame."""
    return f"{EMBED}{place}/"


def data_of(place: str = "") -> str:
    """Return the folder with open data of a municipality, or of everything."""
    return f"{DATA}gemeenten/{place}/" if place else DATA


def data_piece(number: int) -> str:
    """Return what one of the files with activities is called, from 1."""
    return "activiteiten.json" if number == 1 else f"activiteiten-{number}.json"


def changes_of_theme(theme: str) -> str:
    """Return where a program reads what changed in a theme."""
    return f"{DATA}themas/{theme}/{DATA_CHANGES}"


def abroad(code: str, path: str) -> str:
    """Return the address in another language of the page that is at ``path`` in Dutch."""
    return f"{code}/{path}"


def results_of(place: str) -> str:
    """Return the results of a municipality."""
    return f"{RESULTS}{place}/"


def practice(id_: str) -> str:
    """Return the page of a practice, or of the practices in a municipality, by its id."""
    return f"{PRACTICES}{id_}/"


def in_place_of(address: str, place: str, old: str) -> str:
    """Return the address of a page of a municipality as it was when that had the name ``old``."""
    first, *rest = address.split("/")
    if first == place:
        return "/".join((old, *rest))
    return "/".join((first, old, *rest[1:]))


def form_for(id_: str) -> str:
    """Return the form, ready for a municipality, or for an activity to mend."""
    return f"{FORM}#{id_}"


def parts(first: str, amount: int) -> list[str]:
    """Return the addresses of a page that goes on over ``amount`` pages, of which ``first`` is the first."""
    return [first, *(f"{first}{_PAGE}{number}/" for number in range(2, amount + 1))]


def calendar(id_: str) -> str:
    """Return the calendar of an activity, a theme or a municipality, or of a theme in one ("meppel/eten-en-ontmoeten")."""
    return f"{id_}/{CALENDAR}"


def calendar_copy(id_: str) -> str:
    """Return the calendar of an activity for somebody's own: the coming months, and no more."""
    return f"{id_}/{CALENDAR_COPY}"


def calendar_copies(place: str, number: int) -> str:
    """Return where calendars of activities of a municipality stand together."""
    return f"{place}/{CALENDAR_COPIES}-{number}.json"


def leaves(place: str, number: int) -> str:
    """Return where leaves of a municipality stand together: a server cannot see which of them was asked for."""
    return f"{place}/{LEAVES}-{number}.html"


def file_number(id_: str, amount: int) -> int:
    """Return in which of an amount of files that keep activities together one stands, from 1; the browser works it out in the same way."""
    return _digest(id_) % amount + 1


def photograph(name: str) -> str:
    """Return where a photograph stands, without its width and kind."""
    return f"{PHOTOS}{name.replace('.', '-')}"


def file_of(address: str) -> str:
    """Return the file that a server gives for a page."""
    return f"{address}index.html"


def is_frame(path: str) -> bool:
    """Tell whether a page (or its file) is one that another site may frame, without header and menu."""
    return path.startswith(EMBED) and path.removesuffix("index.html") != EMBED
