"""What a browser must know to judge a form as ``check`` does: the codes, words and patterns of the rules, taken from where they stand."""

from typing import Any

import phonenumbers

from generator.dutch.letters import UNSEEN
from generator.dutch.sentences import ABBREVIATED
from generator.judge.messages import SENTENCES
from generator.judge.rules import contacts, costs, language, plain_text, privacy
from generator.model import outgoing

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


def judged_in_browser() -> dict[str, Any]:
    """Return it as plain data, by Dutch names: what pydantic's errors are called here, patterns, hard words, long sentences."""
    return {
        "codes": {kind: code for kind, (code, _, _) in SENTENCES.items()},
        "patronen": _patterns(),
        "moeilijk": language.WORDS,
        "langste_zin": language.LONG,
        "tekstvelden": language.FIELDS,
        "afkortingen": sorted(ABBREVIATED),
        "gratis_mail": sorted(contacts.FREE_MAIL),
    }


def _patterns() -> dict[str, Any]:
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
