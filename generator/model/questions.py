"""The questions about an activity, in the order in which somebody answers them, each with an example.

``new`` asks them in a terminal, the form on the site asks them a step at a time, and the columns of a table are their names (``table``).
Only a person says that something was checked or has stopped: that is asked in the form alone (``MENDING``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the column it fills, its words, an example, and whether somebody must answer it."""

    name: str
    ask: str
    example: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A few questions that belong together."""

    title: str
    questions: tuple[Question, ...]


STEPS = (
    Step(
        "Wat is het?",
        (
            Question("titel", "Wat kunnen mensen doen?", "Samen wandelen in Oosterboer", needed=True),
            Question("samenvatting", "Wat doet iemand er, in een of twee korte zinnen?", "U wandelt een uur met buren.", needed=True),
            Question("thema", "In welk thema past het?", "Bewegen en plezier", needed=True),
            Question("soort", "Wat voor soort activiteit is het?", "Wandelen"),
            Question("beschrijving", "Wat moet iemand nog meer weten?", "Er zijn twee routes: een korte en een lange."),
            Question("voor_wie", "Voor wie is het?", "Voor iedereen die van wandelen houdt."),
        ),
    ),
    Step(
        "Waar en van wie?",
        (
            Question("gemeente", "In welke gemeente?", "Meppel", needed=True),
            Question("organisatie", "Wie organiseert het?", "Wijkvereniging Oosterboer", needed=True),
            Question("locatie", "Op welke plek is het?", "De Boerhoorn, of: online"),
            Question("adres", "Wat is het adres van die plek?", "Kerkstraat 1"),
            Question("postcode", "Wat is de postcode?", "7941 AB"),
            Question("plaats", "In welke plaats of welk dorp is dat?", "Nijeveen"),
        ),
    ),
    Step(
        "Wanneer, en wat kost het?",
        (
            Question("wanneer", "Op welke dag, en hoe laat?", "dinsdag van 10.00 tot 12.00 uur"),
            Question("kosten", "Wat kost het?", "gratis, of: 2,50 per keer"),
            Question("aanmelden", "Moeten mensen zich aanmelden?", "nee, ja of eerste keer"),
            Question("aanmelden_hoe", "Hoe melden mensen zich aan?", "Bel of mail de organisatie."),
        ),
    ),
    Step(
        "Wie kunnen mensen bellen?",
        (
            Question("telefoon", "Wat is het nummer van de organisatie?", "0522 123 456"),
            Question("email", "Wat is het mailadres van de organisatie?", "info@voorbeeld.nl"),
            Question("website", "Wat is de website?", "https://www.voorbeeld.nl/"),
        ),
    ),
    Step(
        "Wat is goed om te weten?",
        (
            Question("rolstoel", "Kan iemand met een rolstoel naar binnen?", "ja of nee"),
            Question("alleen_komen", "Kan iemand goed alleen komen?", "ja of nee"),
            Question("iemand_gaat_mee", "Kan er iemand met een nieuwe bezoeker meegaan?", "ja of nee"),
        ),
    ),
    Step(
        "Hoe weet u dit?",
        (
            Question("bron", "Op welk webadres staat dit?", "https://www.voorbeeld.nl/wandelen", needed=True),
            Question("brondatum", "Van welke dag of welk jaar is wat daar staat?", "2026-11-01, 2026-11 of 2026"),
        ),
    ),
)  # fmt: skip

MENDING = (
    Step(
        "Klopt het nog?",
        (
            Question("loopt", "Is de activiteit er nog?", "ja, even niet of gestopt"),
            Question("nagevraagd", "Hebt u dit bij de organisatie nagevraagd?", "ja, vandaag gebeld"),
        ),
    ),
)
