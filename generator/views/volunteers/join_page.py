"""How somebody helps to keep the site true, in five sentences."""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.forges import choose_issue_address, view_address
from generator.model.outgoing import mailto
from generator.model.schema import UNKNOWN, Settings
from generator.views.head import Crumb, Head

SENTENCES = (
    "Weet u iets dat hier nog niet staat? Vul het formulier in.",
    "Klopt er iets niet? Ga naar die activiteit en kies onderaan: Klopt er iets niet?",
    "Hebt u een hele lijst? Uw eigen Excel mag, of onze lege tabel.",
    "Bel of mail de organisatie, en schrijf op wanneer u dat deed.",
    "Iemand kijkt alles na voor het op de site komt.",
)


@dataclass(frozen=True, slots=True)
class JoinPage:
    """The five sentences, and where to go. Addresses at the forge are empty where the repository is not known."""

    head: Head
    crumbs: tuple[Crumb, ...]
    sentences: tuple[str, ...]
    form: str
    table: str
    mail: str
    mail_link: str
    guide: str
    issues: str


def join_page(settings: Settings) -> JoinPage:
    """Return the page for volunteers."""
    mail = "" if settings.mail == UNKNOWN else settings.mail
    return JoinPage(
        head=Head(
            address=addresses.JOIN,
            title="Meedoen aan deze site",
            description="Zo helpt u mee: iets toevoegen, verbeteren of navragen.",
            status="U hoeft niets te kunnen. Een keer bellen helpt al.",
        ),
        crumbs=(Crumb("Home", ""),),
        sentences=SENTENCES,
        form=addresses.FORM,
        table=addresses.TABLE,
        mail=mail,
        mail_link=mailto(mail, "Tabel met activiteiten") if mail else "",
        guide=view_address(settings, "docs/invulgids.md"),
        issues=choose_issue_address(settings),
    )
