"""What somebody sends to tell another of an activity: the same words from its page and from a list, in a mail, WhatsApp or any other way."""

from datetime import date

from generator.model.facts import when, where
from generator.model.resolved import Resolved
from generator.model.schema import Gestopt
from generator.views.activity.status import how_sure, paused, stopped


def message(it: Resolved, today: date) -> str:
    """Return four lines: what it is, when, where, and how sure that is; a line may be empty.

    Of what has ended or pauses: what it is, two empty lines, and that. The script takes of these what fits (``assets/message.js``).
    """
    notice = stopped(it.model) or paused(it.model)
    if notice:
        told = ("", "", " ".join((notice, *_instead(it))))
    else:
        told = (_said(when.FACT.say(it).lines), _said(where.FACT.say(it).lines), how_sure(it, today).short)
    return "\n".join((it.model.titel, *told))


def _said(lines: tuple[str, ...]) -> str:
    return "; ".join(lines)


def _instead(it: Resolved) -> list[str]:
    if not isinstance(it.model.loopt, Gestopt):
        return []
    others = (it.catalogue.activities[id_] for id_ in it.model.loopt.in_plaats_daarvan)
    return [f"In plaats daarvan: {one.model.titel}." for one in others]
