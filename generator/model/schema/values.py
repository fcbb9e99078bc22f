"""The value lists: each value with the Dutch label that a visitor reads."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A value from a fixed list; ``label`` is what a visitor reads."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from the word that authors write and the label that visitors read."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Dag(Choice):
    """A day of the week, Monday first; ``nummer`` is 0 for Monday as in :meth:`datetime.date.weekday`."""

    MAANDAG = "maandag", "maandag"
    DINSDAG = "dinsdag", "dinsdag"
    WOENSDAG = "woensdag", "woensdag"
    DONDERDAG = "donderdag", "donderdag"
    VRIJDAG = "vrijdag", "vrijdag"
    ZATERDAG = "zaterdag", "zaterdag"
    ZONDAG = "zondag", "zondag"

    @property
    def nummer(self) -> int:
        """Return 0 for Monday to 6 for Sunday."""
        return DAY_NUMBERS[self]


DAY_NUMBERS = {day: number for number, day in enumerate(Dag)}


class Maand(Choice):
    """A month; ``nummer`` is 1 for January as in :attr:`datetime.date.month`."""

    JANUARI = "januari", "januari"
    FEBRUARI = "februari", "februari"
    MAART = "maart", "maart"
    APRIL = "april", "april"
    MEI = "mei", "mei"
    JUNI = "juni", "juni"
    JULI = "juli", "juli"
    AUGUSTUS = "augustus", "augustus"
    SEPTEMBER = "september", "september"
    OKTOBER = "oktober", "oktober"
    NOVEMBER = "november", "november"
    DECEMBER = "december", "december"

    @property
    def nummer(self) -> int:
        """Return 1 for January to 12 for December."""
        return MONTH_NUMBERS[self]


MONTH_NUMBERS = {month: number for number, month in enumerate(Maand, 1)}


class WeekVanDeMaand(Choice):
    """Which of the days of a month: the first Monday, the last Friday."""

    EERSTE = "1", "eerste"
    TWEEDE = "2", "tweede"
    DERDE = "3", "derde"
    VIERDE = "4", "vierde"
    LAATSTE = "laatste", "laatste"


class Vrij(Choice):
    """When a repeating activity skips a turn."""

    SCHOOLVAKANTIES = "schoolvakanties", "de schoolvakanties"
    FEESTDAGEN = "feestdagen", "feestdagen"


class JaNee(Choice):
    """A fact that is so, is not so, or is not known."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "nog navragen"


class Aanmelden(Choice):
    """Whether a visitor must sign up first."""

    NIET_NODIG = "niet-nodig", "U kunt zo gaan"
    NODIG = "nodig", "Meld u eerst aan"
    EERSTE_KEER = "eerste-keer", "Meld u de eerste keer aan"
    ONBEKEND = "onbekend", "nog navragen"


class Per(Choice):
    """What one price buys."""

    KEER = "keer", "per keer"
    MAAND = "maand", "per maand"
    KWARTAAL = "kwartaal", "per kwartaal"
    JAAR = "jaar", "per jaar"
    SEIZOEN = "seizoen", "per seizoen"
    CURSUS = "cursus", "voor de hele cursus"


class Doelgroep(Choice):
    """For whom an activity is meant in particular."""

    IEDEREEN = "iedereen", "iedereen"
    VOLWASSENEN = "volwassenen", "volwassenen"
    OUDEREN = "ouderen", "ouderen"
    JONGEREN = "jongeren", "jongeren"
    KINDEREN = "kinderen", "kinderen"
    GEZINNEN = "gezinnen", "ouders en kinderen"
    MANNEN = "mannen", "mannen"
    VROUWEN = "vrouwen", "vrouwen"
    MANTELZORGERS = "mantelzorgers", "mensen die voor iemand zorgen"
    NABESTAANDEN = "nabestaanden", "mensen die iemand hebben verloren"
    DEMENTIE = "dementie", "mensen met dementie en hun naasten"
    BEPERKING = "beperking", "mensen met een beperking"
    NIEUWKOMERS = "nieuwkomers", "mensen die Nederlands leren"


class Status(Choice):
    """Whether an activity is held, when it is not simply running."""

    PAUZE = "pauze", "Even gestopt"
    GESTOPT = "gestopt", "Gestopt"


class Rol(Choice):
    """Who checked an entry: a role, never a person."""

    COORDINATOR = "coordinator", "de coördinator"
    WELZIJNSCOACH = "welzijnscoach", "de welzijnscoach"
    VRIJWILLIGER = "vrijwilliger", "een vrijwilliger"
    ORGANISATIE = "organisatie", "de organisatie zelf"


class Functie(Choice):
    """What somebody is who learned something: never who."""

    WELZIJNSCOACH = "welzijnscoach", "welzijnscoach"
    HUISARTS = "huisarts", "huisarts"
    POH = "poh", "praktijkondersteuner (POH)"
    ASSISTENT = "assistent", "doktersassistent"
    COORDINATOR = "coordinator", "coördinator"
    ORGANISATIE = "organisatie", "iemand van een organisatie"
    VRIJWILLIGER = "vrijwilliger", "vrijwilliger"
    PROJECTGROEP = "projectgroep", "projectgroep"


class VeldSoort(Choice):
    """What stands in a field that a region registers."""

    DATUM = "datum", "een datum"
    KEUZE = "keuze", "een van de codes"
    TEKST = "tekst", "een paar woorden"
    PRAKTIJK = "praktijk", "de naam van de praktijk"
    THEMA = "thema", "een van de vijf thema's"


class Telling(Choice):
    """What is counted of referrals; the values are the fields of ``Cijfers``."""

    VERWIJZINGEN = "verwijzingen", "verwijzingen"
    GESPREKKEN = "gesprekken", "eerste gesprekken"
    BEGONNEN = "begonnen", "mensen die ergens begonnen"


class Hoe(Choice):
    """How an entry was checked."""

    TELEFOON = "telefoon", "per telefoon"
    MAIL = "mail", "per mail"
    BEZOEK = "bezoek", "bij een bezoek"
    WEBSITE = "website", "op de website"


class AndereHulpSoort(Choice):
    """What kind of help it is that is no activity."""

    GEMEENTE = "gemeente", "de gemeente"
    WIJKTEAM = "wijkteam", "het wijkteam"
    WMO = "wmo", "het Wmo-loket"
    SCHULDHULP = "schuldhulp", "hulp bij schulden"
    MAATSCHAPPELIJK_WERK = "maatschappelijk-werk", "maatschappelijk werk"
    GGZ = "ggz", "hulp bij psychische klachten"
    VEILIG_THUIS = "veilig-thuis", "Veilig Thuis"


class Regio(Choice):
    """The three regions of the Dutch school holidays; the name is the one of the package ``holidays``."""

    NOORD = "noord", "Noord"
    MIDDEN = "midden", "Midden"
    ZUID = "zuid", "Zuid"


class Provincie(Choice):
    """The twelve provinces."""

    DRENTHE = "drenthe", "Drenthe"
    FLEVOLAND = "flevoland", "Flevoland"
    FRYSLAN = "fryslan", "Fryslân"
    GELDERLAND = "gelderland", "Gelderland"
    GRONINGEN = "groningen", "Groningen"
    LIMBURG = "limburg", "Limburg"
    NOORD_BRABANT = "noord-brabant", "Noord-Brabant"
    NOORD_HOLLAND = "noord-holland", "Noord-Holland"
    OVERIJSSEL = "overijssel", "Overijssel"
    UTRECHT = "utrecht", "Utrecht"
    ZEELAND = "zeeland", "Zeeland"
    ZUID_HOLLAND = "zuid-holland", "Zuid-Holland"


class Kleur(Choice):
    """The theme colours; what each looks like in light and dark stands in ``site_overrides/assets/tokens.css``."""

    OKER = "oker", "oker"
    STEENROOD = "steenrood", "steenrood"
    PAARS = "paars", "paars"
    GROEN = "groen", "groen"
    BLAUW = "blauw", "blauw"


class Forge(Choice):
    """Where the repository lives: it decides the address of a prefilled issue."""

    GITHUB = "github", "GitHub"
    FORGEJO = "forgejo", "Forgejo of Gitea"
    GITLAB = "gitlab", "GitLab"


class Dagdeel(Choice):
    """The parts of a day that one can choose."""

    OCHTEND = "ochtend", "ochtend"
    MIDDAG = "middag", "middag"
    AVOND = "avond", "avond"


class Prijsgrens(Choice):
    """What it may cost at most."""

    GRATIS = "gratis", "gratis"
    TOT_5 = "tot-5", "tot € 5 per keer"


class Meegaan(Choice):
    """What makes a first visit possible."""

    MEEGAAN = "meegaan", "er kan iemand met u meegaan"
    ALLEEN = "alleen", "u kunt goed alleen komen"


class Toegang(Choice):
    """What somebody with a disability may need; the values are the fields of ``Toegankelijkheid``."""

    ROLSTOEL = "rolstoel", "met een rolstoel"
    ROLLATOR = "rollator", "met een rollator"
    RINGLEIDING = "ringleiding", "ringleiding voor een hoortoestel"
    TOILET = "toilet", "toilet voor een rolstoel"
    RUSTIG = "rustig", "rustig, weinig drukte"
    ZITTEND = "zittend", "zittend meedoen"
    ASSISTENTIEHOND = "assistentiehond", "hulphond mag mee"
    BEGELEIDER_GRATIS = "begeleider_gratis", "begeleider gratis mee"


class Zoekfilter(Choice):
    """A filter that a word in a search can switch on."""

    DAG = "dag", "Dag"
    DAGDEEL = "dagdeel", "Dagdeel"
    KOSTEN = "kosten", "Kosten"
    AANMELDEN = "aanmelden", "Aanmelden"
    TOEGANKELIJK = "toegankelijk", "Toegankelijkheid"
    MEE = "mee", "De eerste keer"


class Blok(Choice):
    """What the site says before the results, to whom looks for help that is no activity."""

    NOOD = "nood", "Hulp die nu nodig is"
    KLACHT = "klacht", "Praat met uw huisarts"
    ZORG = "zorg", "Zorg"
    HULP = "hulp", "Hulp bij geld, wonen of werk"
    VERWIJZER = "verwijzer", "Voor verwijzers"
    COACH = "coach", "De welzijnscoach"
    ELDERS = "elders", "Daar gaat deze site niet over"


# The values of every filter that a word can switch on, in the order in which a page shows them.
FILTER_VALUES: dict[str, type[Choice]] = {
    Zoekfilter.DAG: Dag,
    Zoekfilter.DAGDEEL: Dagdeel,
    Zoekfilter.KOSTEN: Prijsgrens,
    Zoekfilter.AANMELDEN: Aanmelden,
    Zoekfilter.TOEGANKELIJK: Toegang,
    Zoekfilter.MEE: Meegaan,
}
