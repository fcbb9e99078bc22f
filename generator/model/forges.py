"""The forges that a repository can live at: every address there that this site leads to. The form in a browser has the same table."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.schema import UNKNOWN, Forge, Settings

BRANCH = "main"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What stands behind the address of a repository: ``{path}`` is a file, ``{name}`` the same as one word, ``{title}`` and ``{text}`` words.

    ``new`` and ``edit`` are where a file is made and changed; ``fill_new`` and ``fill_edit`` is what fills it in there, empty where a forge cannot.
    """

    called: str
    view: str
    new: str
    edit: str
    fill_new: str
    fill_edit: str
    issue: str
    choose_issue: str


FORGES: dict[Forge, Addresses] = {
    Forge.GITHUB: Addresses(
        "GitHub",
        f"blob/{BRANCH}/{{path}}",
        f"new/{BRANCH}?filename={{name}}",
        f"edit/{BRANCH}/{{path}}",
        "&value={text}",
        "",
        "issues/new?title={title}&body={text}",
        "issues/new/choose",
    ),
    Forge.FORGEJO: Addresses(
        "de site van het project",
        f"src/branch/{BRANCH}/{{path}}",
        f"_new/{BRANCH}?filename={{name}}",
        f"_edit/{BRANCH}/{{path}}",
        "&value={text}",
        "?value={text}",
        "issues/new?title={title}&body={text}",
        "issues/new/choose",
    ),
    Forge.GITLAB: Addresses(
        "GitLab",
        f"-/blob/{BRANCH}/{{path}}",
        f"-/new/{BRANCH}?file_name={{name}}",
        f"-/edit/{BRANCH}/{{path}}",
        "",
        "",
        "-/issues/new?issue[title]={title}&issue[description]={text}",
        "-/issues/new",
    ),
}


def base(settings: Settings) -> str:
    """Return the address of the repository, without what people leave behind it; nothing where it is not known."""
    return "" if settings.repository == UNKNOWN else settings.repository.rstrip("/").removesuffix(".git")


def _at(settings: Settings, address: str) -> str:
    return f"{base(settings)}/{address}" if base(settings) else ""


def edit_address(settings: Settings, path: str) -> str:
    """Return where a file can be changed in the browser; nothing where the repository is not known."""
    return _at(settings, FORGES[settings.forge].edit.format(path=quote(path)))


def view_address(settings: Settings, path: str) -> str:
    """Return where a file can be read; nothing where the repository is not known."""
    return _at(settings, FORGES[settings.forge].view.format(path=path))


def issue_address(settings: Settings, title: str, text: str) -> str:
    """Return where an issue can be written that is filled in already; nothing where the repository is not known."""
    return _at(settings, FORGES[settings.forge].issue.format(title=quote(title, safe=""), text=quote(text, safe="")))


def choose_issue_address(settings: Settings) -> str:
    """Return where somebody chooses what to report; nothing where the repository is not known."""
    return _at(settings, FORGES[settings.forge].choose_issue)
