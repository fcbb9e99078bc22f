"""pydantic's errors as Dutch sentences: what is wrong, and what to do.

Each error type has one code that never changes its meaning, one sentence and one remedy. A type that is not in the
table (a new pydantic) still gives a clear sentence, under V099.
"""

import calendar
from collections.abc import Mapping, Sequence
from typing import Any

from generator.judge.suggestion import suggestion
from generator.model.problem import Loc, quoted

# By pydantic's error type: the code, what is wrong, what to do.
SENTENCES: dict[str, tuple[str, str, str]] = {
    "missing": (
        "V001",
        'het veld "{veld}" ontbreekt.',
        'Voeg de regel "{veld}: …" toe. Weet u het niet? Schrijf "onbekend" waar dat mag.',
    ),
    "extra_forbidden": ("V002", 'het veld "{veld}" bestaat hier niet.', "{suggestie_veld}"),
    "keuze": ("V003", "{gegeven} kan hier niet.", "{suggestie}"),
    "literal_error": ("V003", "deze waarde kan hier niet.", "Gebruik {expected}."),
    "string_too_long": ("V004", "deze tekst is te lang.", "Gebruik hoogstens {max_length} tekens."),
    "leeg": (
        "V005",
        "hier staat niets.",
        'Vul iets in. Weet u het niet? Schrijf "onbekend" waar dat mag, of haal de regel weg.',
    ),
    "tuple_type": ("V006", "hier moet een lijst staan.", 'Zet elk deel op een eigen regel die met "- " begint.'),
    "geen_tekst": (
        "V007",
        "hier moet gewone tekst staan, geen lijst of velden.",
        "Schrijf de waarde achter de dubbele punt.",
    ),
    "string_type": (
        "V007",
        "hier moet gewone tekst staan, geen lijst of velden.",
        "Schrijf de waarde achter de dubbele punt.",
    ),
    "model_type": (
        "V008",
        "hier moeten velden staan.",
        'Zet elk veld op een eigen, ingesprongen regel, zoals "bedrag_euro: 3.50" of "url: https://…".',
    ),
    "model_attributes_type": (
        "V008",
        "hier moeten velden staan.",
        'Zet elk veld op een eigen, ingesprongen regel, zoals "bedrag_euro: 3.50" of "url: https://…".',
    ),
    "datum_vorm": ("V010", "{gegeven} is geen datum.", "Schrijf jaar, maand en dag zoals 2026-12-24."),
    "brondatum": ("V010", "{gegeven} is geen datum.", 'Schrijf 2026-12-24, 2026-12, 2026 of "onbekend".'),
    "datum_bestaat_niet": ("V011", "de datum {gegeven} bestaat niet.", "{maandlengte}"),
    "tijd_vorm": ("V012", "{gegeven} is geen tijd.", "Schrijf uren, een punt en minuten, zoals 19.30."),
    "tijd_bestaat_niet": (
        "V013",
        "de tijd {gegeven} bestaat niet.",
        "Een tijd loopt van 0.00 tot en met 23.59. Middernacht is 0.00.",
    ),
    "bedrag": (
        "V014",
        "{gegeven} is geen bedrag.",
        'Schrijf alleen het getal, zoals 2,50. Is het gratis? Schrijf dan "kosten: gratis".',
    ),
    "getal": ("V015", "{gegeven} past hier niet.", "Gebruik een heel getal van {laag} tot en met {hoog}."),
    "graden": (
        "V016",
        "{gegeven} is geen plek in Nederland.",
        "Schrijf graden met een punt en ten minste drie cijfers erachter, tussen {laag} en {hoog}.",
    ),
    "postcode": (
        "V017",
        "{gegeven} is geen postcode.",
        "Een postcode heeft vier cijfers en twee letters, zoals 7941 AB.",
    ),
    "cbs_code": ("V018", "{gegeven} is geen CBS-code.", "Een CBS-code is GM met vier cijfers, zoals GM0119."),
    "pictogram": (
        "V019",
        "{gegeven} is geen naam van een pictogram.",
        "Gebruik kleine letters en streepjes, zoals pine-tree.",
    ),
    "klein_getal": (
        "V028",
        "{gegeven} is een getal onder de vijf: zo is misschien te zien om wie het gaat.",
        "Schrijf minder-dan-5.",
    ),
    "kwartaal": ("V029", "{gegeven} is geen kwartaal.", "Schrijf het jaar en het kwartaal zoals 2026-k3."),
    "veldnaam": (
        "V030",
        "{gegeven} is geen naam van een veld.",
        "Gebruik kleine letters en lage streepjes, zoals gesproken_op.",
    ),
    "dubbel": ("V020", "in deze lijst staat iets twee keer.", "Laat elke waarde een keer staan."),
    "too_short": ("V021", "deze lijst is te kort.", "Zet er ten minste {min_length} in."),
    "too_long": ("V022", "deze lijst is te lang.", "Zet er hoogstens {max_length} in."),
    "kosten_woord": (
        "V025",
        "{gegeven} is geen prijs.",
        'Schrijf "gratis" of "onbekend". Of schrijf op een nieuwe regel: "- bedrag_euro: 3.50" en daaronder "per: keer".',
    ),
    "kosten_vorm": (
        "V025",
        'dit is geen vorm van "kosten".',
        (
            'Schrijf "gratis: ja" met een toelichting, "vrijwillig: ja" of "tekst: …". Bij een prijs begint de regel met een '
            'streepje: "- bedrag_euro: 3.50".'
        ),
    ),
    "dagen_los": ("V026", "{gegeven} is niet een dag.", "Schrijf elke dag apart in een lijst: [dinsdag, donderdag]."),
    "keuzehulp": (
        "V027",
        "de vraag {gegeven} leidt nergens heen.",
        'Geef bij elke vraag een advies onder "ja" of "nee", en bij de laatste vraag bij allebei.',
    ),
    "vijfde_week": ("A042", "niet elke maand heeft een vijfde keer deze dag.", 'Bedoelt u "laatste"?'),
    "wanneer_vorm": (
        "V023",
        'dit is geen vorm van "wanneer".',
        (
            'Begin met "elke: dinsdag", "datum: 2026-12-24", "altijd: ja", "op_afspraak: ja" of "tekst: …". '
            'Of schrijf "wanneer: onbekend".'
        ),
    ),
    "loopt_vorm": (
        "V024",
        'dit is geen vorm van "loopt".',
        'Schrijf "loopt: ja", of "status: pauze" of "status: gestopt" eronder.',
    ),
}
# A text with a comma between braces: YAML takes what follows the comma for another field.
COMMA = "Staat er een komma in de tekst of het bedrag? Zet alles dan tussen aanhalingstekens."
UNKNOWN_TYPE = ("V099", "deze waarde kan hier niet.", "Vergelijk hem met een ander bestand in deze map.")


def sentence(error: Mapping[str, Any], fields: Sequence[str]) -> tuple[str, str, str]:
    """Return code, message and hint for one entry of ``ValidationError.errors(include_input=False)``.

    ``fields`` are the names that may stand where an unknown field stood; the nearest becomes the suggestion.
    """
    context = dict(error.get("ctx", {}))
    kind = error["type"]
    if kind == "too_long" and context.get("field_type") != "Tuple":
        kind = "string_too_long"  # pydantic has one name for a long text and a long list
    code, message, hint = SENTENCES.get(kind, UNKNOWN_TYPE)
    given = str(context.get("gegeven", ""))
    name = str(error["loc"][-1]) if error["loc"] else ""
    words = {
        **context,
        "veld": quoted(name)[1:-1],
        "gegeven": quoted(given),
        "suggestie": suggestion(given, context.get("mogelijk", ())),
        "suggestie_veld": COMMA
        if " " in name or name.isdigit()
        else suggestion(name, fields, otherwise="Haal het weg of kies uit: {}."),
        "maandlengte": _month_length(given),
    }
    return code, message.format(**words), hint.format(**words)


def plain_loc(loc: Loc) -> Loc:
    """Return pydantic's place without the names of the alternatives of a union, which authors never wrote."""
    return tuple(step for step in loc if not (isinstance(step, str) and step.startswith("<")))


def _month_length(given: str) -> str:
    parts = given.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    year, month = int(parts[0]), int(parts[1])
    if not 1 <= month <= 12 or year < 1:
        return "Een jaar heeft de maanden 01 tot en met 12."
    return f"Die maand heeft {calendar.monthrange(year, month)[1]} dagen."
