"""The only module that knows MkDocs: written pages and an empty shell in, stamped pages out.

MkDocs runs as a command, once, on a copy of ``content/pages`` with one page more: the shell, whose front matter holds
a plain-letter word for everything that differs between pages. The rendered shell is split at those words; a page from
data is stamped by putting its own words between the parts. Another builder that reads ``mkdocs.yml`` (Zensical) can
take MkDocs' place by giving another ``command``.
"""

import html as html_words
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from generator.model.written_page import WrittenPage, filled, worded

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file")
SHELL_PAGE = "stempelvel"
BARE_PAGE = "stempelvel-kaal"  # without header and menu: for a frame in another site
REPORT = "qzmeldingqz"
ROOT_WORD = "qzrootqz"  # stands for the way to the root in what written pages get from here
TIMEOUT_SECONDS = 300


class ShellError(Exception):
    """MkDocs did not build the shell; the message says why, in Dutch, with its last words."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What differs between pages, as HTML that may stand where the shell has the word of the same name.

    ``root`` leads to the site's root (``../``); ``policy`` is the Content-Security-Policy; ``address`` holds the canonical and sharing links; ``data`` the JSON-LD;
    those that begin with ``here`` mark the menu; the others are blocks of the page.
    """

    root: str
    policy: str
    title: str
    description: str
    address: str
    data: str
    here: str
    here_referral: str
    here_agenda: str
    here_list: str
    content: str
    coach: str
    status: str
    report: str
    printed: str
    icons: str


WORDS = {field.name: f"qz{field.name}qz" for field in fields(Stamp)}
MENU = {
    word for name, word in WORDS.items() if name.startswith("here")
}  # words that a page without a menu does not have
SPLIT = re.compile("(" + "|".join(WORDS.values()) + ")")


@dataclass(frozen=True)
class Shell:
    """The rendered shell and its bare form, split at their words, and the written pages by address ("over/")."""

    parts: tuple[str, ...]
    bare: tuple[str, ...]
    written: Mapping[str, str]
    titles: Mapping[str, str]

    def stamp(self, stamp: Stamp, *, bare: bool = False) -> bytes:
        """Return a whole page, or a ``bare`` one for a frame."""
        return "".join(
            part if index % 2 == 0 else getattr(stamp, part[2:-2])
            for index, part in enumerate(self.bare if bare else self.parts)
        ).encode()


def split(html: str, *, bare: bool = False) -> tuple[str, ...]:
    """Return a shell in parts: literal text and words in turn. Raises ShellError when a word is missing."""
    parts = tuple(SPLIT.split(html))
    missing = set(WORDS.values()) - set(parts[1::2]) - (MENU if bare else set())
    if missing:
        raise ShellError(f"In site_overrides/main.html ontbreekt: {', '.join(sorted(missing))}.")
    return parts


def build_shell(
    config: Path,
    pages: Mapping[str, WrittenPage],
    settings: Mapping[str, Any],
    report: Callable[[str, str], str],
    values: Mapping[str, str] | None = None,
    command: Sequence[str] = MKDOCS,
) -> Shell:
    """Run the builder and return what it made.

    ``config`` is ``mkdocs.yml``; ``pages`` the written pages by name; ``settings`` overrides the configuration
    (``site_name``, ``site_url``, ``extra``); ``report`` gives the "Klopt er iets niet?" block for a written page's title
    and address; ``values`` what a page may fill in (:func:`written_page.filled`). Raises ShellError with the builder's last words.
    """
    with tempfile.TemporaryDirectory(prefix="wijzer-") as folder:
        work = Path(folder)
        names = _write_pages(pages, work / "pages")
        _write_config(config, work, names, settings)
        _run(command, work)
        html = {name: (work / "site" / name / "index.html").read_text(encoding="utf-8") for name in names}
    parts, bare = split(html.pop(SHELL_PAGE)), split(html.pop(BARE_PAGE), bare=True)
    titles = {f"{name}/": _title(text) for name, text in html.items()}
    written = {
        f"{name}/": _reported(filled(_from_root(text, name), values or {}), report(titles[f"{name}/"], f"{name}/"))
        for name, text in html.items()
    }
    return Shell(parts, bare, written, titles)


def _write_pages(pages: Mapping[str, WrittenPage], target: Path) -> tuple[str, ...]:
    """Write the pages anew, with a head of our own, add the shell pages, and return the names without their ending.

    Nothing of an author's head reaches the template but a title and a description: what the shell is filled with stands in the
    configuration, which content cannot reach.
    """
    target.mkdir()
    for name, page in pages.items():
        _write_page(target / f"{name}.md", {"title": page.title, "description": page.description}, worded(page.body))
    for name in (SHELL_PAGE, BARE_PAGE):
        _write_page(target / f"{name}.md", {"shell": name}, "")
    return tuple(sorted(path.stem for path in target.glob("*.md")))


def _write_page(path: Path, head: Mapping[str, str], body: str) -> None:
    path.write_text(f"---\n{yaml.safe_dump(dict(head), allow_unicode=True)}---\n{body}", encoding="utf-8")


def _write_config(config: Path, work: Path, names: Sequence[str], settings: Mapping[str, Any]) -> None:
    merged = yaml.safe_load(config.read_text(encoding="utf-8"))
    theme = dict(merged["theme"])
    theme["custom_dir"] = str((config.parent / theme["custom_dir"]).resolve())
    shells = {SHELL_PAGE: WORDS, BARE_PAGE: {**WORDS, "bare": True}}
    merged |= {
        **settings,
        "extra": {**settings["extra"], "shells": shells},
        "theme": theme,
        "docs_dir": "pages",
        "site_dir": "site",
        "nav": [f"{n}.md" for n in names],
    }
    (work / "mkdocs.yml").write_text(yaml.safe_dump(merged, allow_unicode=True), encoding="utf-8")


def _run(command: Sequence[str], work: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - our own command, no shell
            [*command, "mkdocs.yml"], cwd=work, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ShellError(f"MkDocs is niet gestart of niet klaar gekomen ({type(error).__name__}).") from error
    if done.returncode or not (work / "site" / SHELL_PAGE / "index.html").is_file():
        raise ShellError(f"MkDocs kon de pagina's niet maken:\n{(done.stderr or done.stdout).strip()[-2000:]}")


def _from_root(html: str, name: str) -> str:
    """Make the links that an author wrote from the site's root (``/zoeken/``) work below any folder.

    Relative ones are no way: MkDocs leaves them as they are and its successors do not.
    """
    root = "../" * (name.count("/") + 1)
    return re.sub(r'(href|src)="/(?!/)', rf'\1="{root}', html)


def _reported(html: str, report: str) -> str:
    """Put the block for reports where the shell has its word: the last one, for an author may write that word too."""
    before, _, after = html.rpartition(REPORT)
    return before + report + after


def _title(html: str) -> str:
    found = re.search(r"<title>(.*?) \| ", html)
    return html_words.unescape(found[1]) if found else ""
