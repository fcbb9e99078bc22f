"""What comes with the program and is the same for every site: the themes, the kinds of activity, the words, the signposts and the texts.

A content folder that has a file of the same name uses its own: so what changes here for everybody, reaches every site that did not change
it itself.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.model.problem import Problem

PACKAGE = Path(__file__).parent.parent
# In a checkout the site's own content has them; where it was installed they come along.
FOLDER = PACKAGE.parent / "content" if (PACKAGE.parent / "mkdocs.yml").is_file() else PACKAGE / "project" / "content"
OWN = ("site.yml", "sources.yml")  # what every site writes itself, or has not
THEMES = "domains"
# What names the kinds in another file: who has kinds of its own, has these of its own too.
NAMES = {"synonyms.yml": "kinds.yml", "questions.yml": "kinds.yml"}


def single(content: Path, file: str) -> Path:
    """Return where a file stands of which there is one: in the content folder, or with the program."""
    own = content / file
    names = content / NAMES.get(file, file)
    kept = own.exists() or own.is_symlink() or names.exists() or names.is_symlink() or file in OWN
    return own if kept else FOLDER / file


def told(problem: Problem, content: Path) -> Problem:
    """Return a problem of a file that came with the program as one of the file that its owner can make in its place."""
    here = Path(problem.path)
    if content.absolute() == FOLDER or not here.is_relative_to(FOLDER):
        return problem
    own = (content / here.relative_to(FOLDER)).as_posix()
    hint = f"{problem.hint} Dit bestand komt met het programma: neem het eerst over uit {problem.path}."
    return replace(problem, path=own, hint=hint)


def besides(content: Path, folder: str, suffix: str) -> Iterator[Path]:
    """Yield what a folder of the program has, and that of the content has not."""
    if (content / folder).is_symlink():
        return
    for path in sorted((FOLDER / folder).glob(f"*{suffix}")):
        own = content / folder / path.name
        if not own.exists() and not own.is_symlink():
            yield path
