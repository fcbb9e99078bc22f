"""Where "Klopt er iets niet?" leads: a mail or an issue that is filled in already."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.outgoing import mailto
from generator.schema import UNKNOWN, Forge, Settings

QUESTION = "Wat klopt er niet?"


@dataclass(frozen=True, slots=True)
class Report:
    """The address to report to, and whether the mail still misses whom to send it to."""

    address: str
    by_mail: bool
    nobody_yet: bool


def report(settings: Settings, title: str, page: str) -> Report:
    """Return the way to report something about a page: by mail where an address is known, else as an issue.

    ``page`` is the page's full address, or its path where the site's own address is not known.
    """
    subject = f"Klopt er iets niet: {title}"
    body = f"Pagina: {page}\n\n{QUESTION}\n"
    if settings.mail == UNKNOWN and settings.repository != UNKNOWN:
        return Report(_issue(settings, subject, body), by_mail=False, nobody_yet=False)
    whom = "" if settings.mail == UNKNOWN else settings.mail
    return Report(mailto(whom, subject, body), by_mail=True, nobody_yet=not whom)


def _issue(settings: Settings, subject: str, body: str) -> str:
    base = settings.repository.rstrip("/").removesuffix(".git")
    title, text = quote(subject, safe=""), quote(body, safe="")
    if settings.forge is Forge.GITLAB:
        return f"{base}/-/issues/new?issue[title]={title}&issue[description]={text}"
    return f"{base}/issues/new?title={title}&body={text}"
