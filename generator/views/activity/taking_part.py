"""How to take part in an activity: whom to reach, and what is known of a first time."""

from dataclasses import dataclass

from generator.model.catalogue import is_stopped
from generator.model.outgoing import host_of, mailto, tel, web
from generator.model.resolved import Resolved
from generator.model.schema import Aanmelden, Activity


@dataclass(frozen=True, slots=True)
class Action:
    """A way to take part: its pictogram, its words and where it leads."""

    icon: str
    text: str
    address: str


def actions(it: Resolved) -> tuple[Action, ...]:
    """Return the ways to reach somebody: telephone first."""
    contact = it.whom.contact
    found = []
    if contact.telefoon:
        found.append(Action("phone-outline", f"Bel {contact.telefoon}", tel(contact.telefoon)))
    if contact.email:
        address = mailto(contact.email, f"Vraag over: {it.model.titel}")
        found.append(Action("email-outline", f"Mail {contact.email}", address))
    website = web(contact.website)
    if website:
        found.append(Action("open-in-new", f"Kijk op {host_of(website)}", website))
    return tuple(found)


def joining(activity: Activity) -> tuple[str, ...]:
    """Return whether and how to sign up, as sentences; nothing once it has stopped."""
    if is_stopped(activity):
        return ()
    lines = {
        Aanmelden.NIET_NODIG: "U hoeft zich niet aan te melden. U kunt zo gaan.",
        Aanmelden.NODIG: "Meld u eerst aan.",
        Aanmelden.EERSTE_KEER: "Meld u aan voor de eerste keer. Daarna kunt u zo gaan.",
        Aanmelden.ONBEKEND: "",
    }
    return tuple(filter(None, (lines[activity.aanmelden], activity.aanmelden_hoe)))
