"""Where "Klopt er iets niet?" leads: a mail or an issue that is filled in already."""

from urllib.parse import quote

from generator.model.outgoing import mailto
from generator.model.schema import UNKNOWN, Forge, Settings

QUESTION = "Wat klopt er niet?"


def report(settings: Settings, title: str, page: str) -> str:
    """Return the address to report something about a page: by mail where that is known, else as an issue.

    ``page`` is the page's full address, or its path where the site's own address is not known. Nothing where nobody is known who
    reads it: then the page leads to how to join in, and ``check`` says what an editor must fill in.
    """
    subject = f"Klopt er iets niet: {title}"
    body = f"Pagina: {page}\n\n{QUESTION}\n"
    if settings.mail != UNKNOWN:
        return mailto(settings.mail, subject, body)
    return "" if settings.repository == UNKNOWN else _issue(settings, subject, body)


def _issue(settings: Settings, subject: str, body: str) -> str:
    base = settings.repository.rstrip("/").removesuffix(".git")
    title, text = quote(subject, safe=""), quote(body, safe="")
    if settings.forge is Forge.GITLAB:
        return f"{base}/-/issues/new?issue[title]={title}&issue[description]={text}"
    return f"{base}/issues/new?title={title}&body={text}"
