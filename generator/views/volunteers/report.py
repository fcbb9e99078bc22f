"""Where "Klopt er iets niet?" leads: a mail or an issue that is filled in already."""

from generator.model.forges import issue_address
from generator.model.outgoing import mailto
from generator.model.schema import UNKNOWN, Settings

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
    return issue_address(settings, subject, body)
