"""Judges a proposal (a pull request, a merge request) and says in Dutch what it does. It runs in the repository, on the proposal.

usage: python -m scripts.proposal BASE OUT SUMMARY [--format text|github|gitlab] [--report FILE]

BASE is the commit that it would change. OUT gets the site as it becomes, SUMMARY what a volunteer reads (Markdown; added to what is
there). Problems go to the output, or to the file after --report. The exit code is that of check.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.work.disk import why
from scripts.changed import changed
from scripts.changed import summary as pages

MOST = 100  # problems that a summary holds
FEW = 20  # files that it names
WRONG_USE = 2
TABLES = "tabellen/"  # where somebody without a terminal puts a table, to hear how it is read
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
GOOD = "## Alles is goed"
WRONG = "## Er klopt nog iets niet"


def judged(base: str, out: Path, target: Path, form: str, report: Path | None) -> int:
    """Judge the proposal that stands here, and return the exit code."""
    base = _git("merge-base", base, "HEAD").strip()
    files = _git("diff", "--name-only", base, "HEAD").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "nu"
        _git("worktree", "add", "--quiet", "--detach", str(before), base)
        try:
            said = Path(folder) / "bericht.txt"
            said.write_text(_git("log", "--format=%B", f"{base}..HEAD"), encoding="utf-8")
            about = ["check", "--voor", str(before / "content"), "--bericht", str(said), "--format"]
            code, found = _generator(Path.cwd(), *about, "json")
            _, told = _generator(Path.cwd(), *about, form)
            words = _summary(code, json.loads(found), files) + _files(files)
            tables = [
                Path(file)
                for file in files
                if file.startswith(TABLES) and file.endswith(KINDS) and Path(file).is_file()
            ]
            with target.open("a", encoding="utf-8") as file:
                file.write(words + _changes(before, Path(folder) / "site", out))
                file.write("".join(_table(table, Path(folder) / "tabel", out / TABLES) for table in tables))
        finally:
            _git("worktree", "remove", "--force", str(before))
    if report:
        report.write_text(told, encoding="utf-8")
    sys.stdout.write(words if report else told)
    return code or int(bool(tables))  # a table is no part of the site: nobody takes it over by accident


def _summary(code: int, found: list[dict[str, Any]], files: Sequence[str]) -> str:
    """Return what is wrong, and the hints for what this proposal touches; the other hints are only counted."""
    wrong = [one for one in found if one["severity"] == "fout"]
    hints = [one for one in found if one["severity"] != "fout"]
    own = [one for one in hints if one["path"] in files]
    lines = [WRONG if code else GOOD, ""]
    lines += _listed("**Dit moet anders, anders komt het niet op de site:**", wrong)
    lines += _listed("**Hier kunt u misschien iets aan doen. Het hoeft niet:**", own)
    if len(hints) > len(own):
        lines += [f"In andere bestanden: {len(hints) - len(own)} waarschuwingen. Die gaan niet over dit voorstel.", ""]
    return "\n".join(lines) + "\n"


def _listed(words: str, problems: Sequence[dict[str, Any]]) -> list[str]:
    if not problems:
        return []
    lines = [
        f"- `{one['path']}`, regel {one['line']}: {_plain(one['message'])} {_plain(one['hint'])} ({one['code']})"
        for one in problems[:MOST]
    ]
    more = [f"- en nog {len(problems) - MOST}"] if len(problems) > MOST else []
    return [words, "", *lines, *more, ""]


def _plain(text: str) -> str:
    """Return a text that Markdown leaves as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)


def _files(files: Sequence[str]) -> str:
    """Return which files change: other people look at content than at code, so the two are told apart."""
    content = [file for file in files if file.startswith("content/")]
    code = [file for file in files if not file.startswith("content/")]
    lines = ["## Wat verandert er in de bestanden?", ""]
    for words, named in (("Inhoud", content), ("Code en uitleg", code)):
        if named:
            more = [f"- en nog {len(named) - FEW}"] if len(named) > FEW else []
            lines += [f"**{words}: {len(named)}**", "", *(f"- {_plain(file)}" for file in named[:FEW]), *more, ""]
    if content and code:
        lines += [
            "Inhoud en code veranderen hier samen. Maak er liever twee voorstellen van: andere mensen kijken ernaar.",
            "",
        ]
    return "\n".join(lines) + "\n"


def _changes(before: Path, old: Path, out: Path) -> str:
    """Return which pages change, where both sites can be made."""
    code, _ = _generator(Path.cwd(), "build", "--out", str(out))
    if code:
        return "Met deze fouten kan de site niet worden gemaakt.\n"
    code, _ = _generator(before, "build", "--out", str(old))
    return "De site zoals zij was, kan niet worden gemaakt.\n" if code else pages(changed(old, out))


def _table(table: Path, content: Path, out: Path) -> str:
    """Return how a table is read; beside the site come the whole report, and the files that it makes."""
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree("content", content)
    out.mkdir(parents=True, exist_ok=True)
    before = set(content.rglob("*.yml"))
    _, told = _generator(
        Path.cwd(), "import", str(table), "--content", str(content), "--verslag", str(out / f"{table.name}.html")
    )
    for path in sorted({*content.rglob("*.yml")} - before):
        target = out / table.stem / "content" / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    lines = [line for line in told.splitlines() if not line.startswith(("Kijk het na", "Van elke cel"))]
    more = [f"en nog {len(lines) - MOST} regels: die staan in het verslag"] if len(lines) > MOST else []
    return "\n".join(
        [
            f"## De tabel {_plain(table.name)}",
            "",
            (
                f"**{_plain(lines[-1]) if lines else 'Deze tabel is niet te lezen.'}** Het hele verslag en de bestanden die ervan komen staan bij de "
                f"site om te bekijken, in de map `{TABLES}`. De tabel zelf hoort niet op de site: haal haar uit dit voorstel en zet de bestanden erin."
            ),
            "",
            "```text",
            *(line.replace("`", "'") for line in lines[:MOST]),
            *more,
            "```",
            "",
        ]
    )


def _generator(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the generator that stands in a folder, on the content there."""
    done = subprocess.run(  # noqa: S603 - this Python, and no words of anybody else
        [sys.executable, "-m", "generator", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout or done.stderr


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 - as above


def main() -> int:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("out", type=Path)
    parser.add_argument("summary", type=Path)
    parser.add_argument("--format", choices=("text", "github", "gitlab"), default="text")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    try:
        return judged(options.base, options.out, options.summary, options.format, options.report)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"git: {error.stderr.strip()}\n")
    except OSError as error:
        sys.stderr.write(f"{error.filename}: dat kan niet: {why(error)}.\n")
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
