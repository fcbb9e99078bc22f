"""Free is free, and a price is a price."""

import re
from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import problem, texts, warning
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem, quoted
from generator.model.schema import GRATIS

CODES = {
    "A050": "Een prijs is meer dan nul; wat voor iedereen niets kost heet gratis.",
    "A051": "Bij een gratis activiteit noemt de tekst geen bedrag, en niets dat u moet betalen, kopen of worden.",
}
AMOUNT = re.compile(r"€|euro\b|\bEUR\b|\b(?:betaalt|koopt|drankjes?|lid|contributie)\b", re.IGNORECASE)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for a price of nothing, and a warning for a price beside free."""
    del today
    for entry in catalogue.activities.values():
        costs = entry.model.kosten
        if isinstance(costs, tuple):
            (price, *more) = costs
            if price.bedrag_euro == 0 and not more and not price.voor:
                hint = 'Schrijf "kosten: gratis".'
                if price.toelichting:
                    hint = 'Schrijf onder kosten "gratis: ja", met de toelichting eronder.'
                yield problem(entry, ("kosten", 0, "bedrag_euro"), "A050", "een prijs van niets is gratis.", hint)
        elif costs == GRATIS:
            for name in ("titel", "samenvatting", "beschrijving"):
                for loc, text in texts(getattr(entry.model, name) or (), (name,)):
                    found = AMOUNT.search(text)
                    if found:
                        message = f"de activiteit is gratis, maar de tekst noemt {quoted(found[0])}."
                        hint = "Zet de prijs bij kosten. Of schrijf zonder bedrag wat u er zelf betaalt."
                        yield warning(entry, loc, "A051", message, hint)
