"""What a browser must know to judge a form as ``check`` does: the codes, words and patterns of the rules, taken from where they stand."""

from typing import Any

from generator.dutch.letters import UNSEEN
from generator.dutch.sentences import ABBREVIATED
from generator.judge.messages import SENTENCES
from generator.judge.rules import anonymous, contacts, costs, language, plain_text, privacy
from generator.model import outgoing
from generator.model.catalogue import Catalogue

NUMBERS = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
)

# What is wrong, in words for who fills in a form: check speaks of files and fields, and the form has neither. By the code of a rule, or by the
# kind of a fault of the schema; what is not here cannot come out of a form.
FORM_WORDS = {
    "A040": "De eindtijd ligt voor de begintijd. Kijk of ze verwisseld zijn.",
    "A041": "De laatste dag ligt voor de eerste. Kijk of ze verwisseld zijn.",
    "A043": "Vul bij “Vanaf” een dag in waarop het zeker is.",
    "A045": "Op die dag is het toch al niet.",
    "A046": "Alle dagen zijn voorbij. Zet er een nieuwe bij, of zeg bij “Klopt het nog?” dat het gestopt is.",
    "A047": "Deze dag is voorbij. Is het er weer? Kies dan “Ja”.",
    "A048": "Deze dag moet nog komen. Gaat het stoppen? Vul dan bij de dagen “Tot en met” in.",
    "A050": "Een prijs van niets: kies dan “Gratis”.",
    "A051": "U koos “Gratis”, maar de tekst noemt iets dat geld kost. Schrijf bij de kosten wat iemand zelf betaalt.",
    "A060": "De laagste leeftijd is hoger dan de hoogste.",
    "A070": "Dit is geen goed webadres. Neem het over uit de adresbalk van uw browser.",
    "A071": "Kijk of het adres ook met https:// werkt.",
    "A080": "Dit is geen Nederlands telefoonnummer. Schrijf tien cijfers, zoals 0522 123 456.",
    "A081": "Dit is een mobiel nummer. Gebruik liever het nummer van de organisatie. Kan dat niet? Vraag of dit nummer op de site mag.",
    "A082": "Dit is geen mailadres. Schrijf het zoals info@voorbeeld.nl.",
    "A083": "Dit kan het adres van een persoon zijn. Gebruik liever dat van de organisatie.",
    "A085": "Dit is een betaald nummer: bellen kan tot € 1 per minuut kosten. Gebruik liever een gewoon nummer, of schrijf bij de kosten wat bellen kost.",
    "A100": "Hier staan tekens die de tekst opmaken. Schrijf gewone zinnen.",
    "A150": "Deze dag moet nog komen.",
    "B011": "Hier staat een teken dat u niet ziet. Typ de tekst opnieuw.",
    "bedrag": "Schrijf alleen het bedrag, zoals 2,50.",
    "brondatum": "Schrijf een dag zoals 24-12-2026, of alleen het jaar.",
    "datum_bestaat_niet": "Deze dag bestaat niet. Schrijf een dag zoals 24-12-2026.",
    "datum_vorm": "Schrijf een dag zoals 24-12-2026.",
    "getal": "Dit getal past hier niet.",
    "leeg": "Dit moet erbij.",
    "missing": "Dit moet erbij.",
    "postcode": "Een postcode heeft vier cijfers en twee letters, zoals 7941 AB.",
    "string_too_long": "Deze tekst is te lang. Gebruik hoogstens {max_length} letters.",
    "tijd_bestaat_niet": "Deze tijd bestaat niet. Schrijf een tijd zoals 19.30.",
    "tijd_vorm": "Schrijf een tijd zoals 19.30.",
    "too_long": "Kies er hoogstens {max_length}.",
    "too_short": "Kies er ten minste een.",
}
OTHERWISE = "Dit kan hier niet."


def judged_in_browser() -> dict[str, Any]:
    """Return it as plain data, by Dutch names: what pydantic's errors are called here, patterns, hard words, long sentences."""
    return {
        "codes": {kind: code for kind, (code, _, _) in SENTENCES.items()},
        "woorden": FORM_WORDS,
        "anders": OTHERWISE,
        "patronen": _patterns(),
        "moeilijk": language.WORDS,
        "langste_zin": language.LONG,
        "tekstvelden": language.FIELDS,
        "afkortingen": sorted(ABBREVIATED),
        "gratis_mail": sorted(contacts.FREE_MAIL),
    }


def _patterns() -> dict[str, Any]:
    import phonenumbers  # noqa: PLC0415 - loaded where it is needed

    numbers = phonenumbers.PhoneMetadata.metadata_for_region("NL")
    found = {name: getattr(numbers, name) for name in NUMBERS}
    known = {name: one.national_number_pattern for name, one in found.items() if one and one.national_number_pattern}
    return {
        "opmaak": plain_text.MARKUP.pattern,
        "gemeentenummer": outgoing.MUNICIPAL.pattern,
        "nummertekens": outgoing.TYPED.pattern,
        "telefoon": list(known.values()),
        "mobiel": known["mobile"],
        "betaald": "|".join(known[name] for name in ("premium_rate", "shared_cost") if name in known),
        "deel_van_naam": outgoing.LABEL.pattern,
        "getal_als_naam": outgoing.NUMERIC.pattern,
        "mailnaam": outgoing.LOCAL.pattern,
        "bedrag": costs.AMOUNT.pattern,
        "van_een_persoon": privacy.PATTERNS,
        "geen_zin": sorted(privacy.NOT_A_SENTENCE),
        "onzichtbaar": "".join(sorted(UNSEEN)),
    }


def anonymous_in_browser(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the form of an experience looks for: patterns with what they find and their flags, and words that are nobody."""
    own = [("een naam", anonymous.CALLED, ""), ("een leeftijd", anonymous.AGE, "i"), ("een dag", anonymous.DAY, "i")]
    return {
        "patronen": [
            *((what, pattern.pattern, flags) for what, pattern, flags in own),
            *((what, pattern, "") for what, pattern in privacy.PATTERNS.items()),
        ],
        "bekend": sorted(anonymous.nobody(catalogue)),
        "voornamen": sorted(anonymous.SURELY_FIRST),
        "kort": anonymous.ABBREVIATION.pattern,
        "zin": anonymous.SENTENCE.pattern,
    }
