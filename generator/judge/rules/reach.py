"""Every activity ends at somebody: there is a number, an address or a site where a visitor can ask."""

from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.resolved import joined
from generator.model.when import always

CODES = {"A135": "Bij elke activiteit kan een bezoeker iemand iets vragen."}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each running activity of which nobody can be asked anything; a path or a garden needs nobody."""
    del today
    for entry in catalogue.activities.values():
        it = joined(catalogue, entry)
        if not it.is_stopped and not it.reachable and not always(entry.model.wanneer):
            hint = (
                "Geef de organisatie of de plek een nummer of website. Of schrijf bij de gemeente onder andere_hulp het nummer "
                "van de gemeente, of bij de welzijnscoach zelf_bellen: ja als inwoners mogen bellen."
            )
            yield warning(entry, (), "A135", "een bezoeker kan hier niemand iets over vragen.", hint)
