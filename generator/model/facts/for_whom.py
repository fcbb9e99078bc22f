"""For whom it is, and from which age."""

from generator.dutch.sentences import listing
from generator.model.facts.base import Fact, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import Doelgroep


def _say(it: Resolved) -> Said:
    activity = it.model
    lines: list[str] = [activity.voor_wie] if activity.voor_wie else []
    groups = [group.label for group in activity.doelgroepen or () if group is not Doelgroep.IEDEREEN]
    if not lines and groups:
        lines.append(f"Vooral voor {listing(groups)}")
    elif not lines and activity.doelgroepen:
        lines.append("Voor iedereen")
    low, high = activity.leeftijd_vanaf, activity.leeftijd_tot
    if low is not None and high is not None:
        lines.append(f"Van {low} tot en met {high} jaar")
    elif low is not None:
        lines.append(f"Vanaf {low} jaar")
    elif high is not None:
        lines.append(f"Tot en met {high} jaar")
    return Said(tuple(lines))


FACT = Fact("voor_wie", "Voor wie", "account-group-outline", On.PAGE, _say)
