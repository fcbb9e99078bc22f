"""Judges a proposal (a pull request, a merge request) and says in Dutch what it does. It runs in the repository, on the proposal.

usage: python -m scripts.proposal BASE OUT SUMMARY [--format text|github|gitlab] [--report FILE]

BASE is the commit that it would change. OUT gets the site as it becomes, SUMMARY what a volunteer reads (Markdown; added to what is
there). Problems go to the output, or to the file after --report. The exit code is that of check.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.changed import changed
from scripts.changed import summary as pages

MOST = 200  # lines of problems that a summary holds
GOOD = "## Alles is goed"
WRONG = "## Er klopt nog iets niet"
EXPLAINED = "Een fout houdt de site tegen. Een waarschuwing niet: kijk of u er iets aan kunt doen. Achter elke melding staat wat u kunt doen."


def judged(base: str, out: Path, target: Path, form: str, report: Path | None) -> int:
    """Judge the proposal that stands here, and return the exit code."""
    base = _git("merge-base", base, "HEAD").strip()
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "nu"
        _git("worktree", "add", "--quiet", "--detach", str(before), base)
        try:
            said = Path(folder) / "bericht.txt"
            said.write_text(_git("log", "--format=%B", f"{base}..HEAD"), encoding="utf-8")
            about = ["--voor", str(before / "content"), "--bericht", str(said)]
            code, told = _generator(Path.cwd(), "check", *about)
            _, problems = _generator(Path.cwd(), "check", *about, "--format", form) if form != "text" else (code, told)
            with target.open("a", encoding="utf-8") as file:
                file.write(_summary(code, told) + _kinds(base) + _changes(before, Path(folder) / "site", out))
        finally:
            _git("worktree", "remove", "--force", str(before))
    if report:
        report.write_text(problems, encoding="utf-8")
    sys.stdout.write(told if report else problems)
    return code


def _summary(code: int, told: str) -> str:
    lines = told.rstrip().splitlines()
    more = [f"(en nog {len(lines) - MOST} regels)"] if len(lines) > MOST else []
    shown = "\n".join([*lines[-MOST:], *more]).replace("```", "'''")
    return f"{WRONG if code else GOOD}\n\n{EXPLAINED}\n\n```\n{shown}\n```\n\n"


def _kinds(base: str) -> str:
    """Return whether content changes, or code, or both: other people look at each."""
    files = _git("diff", "--name-only", base, "HEAD").splitlines()
    content = sum(file.startswith("content/") for file in files)
    code = len(files) - content
    words = [
        f"{amount} {word}"
        for amount, word in ((content, "van de inhoud"), (code, "van de code of de uitleg"))
        if amount
    ]
    return f"## Wat verandert er in de bestanden?\n\n{' en '.join(words) or 'Geen enkel bestand'}.\n\n"


def _changes(before: Path, old: Path, out: Path) -> str:
    """Return which pages change, where both sites can be made."""
    code, _ = _generator(Path.cwd(), "build", "--out", str(out))
    if code:
        return "Met deze fouten kan de site niet worden gemaakt.\n"
    code, _ = _generator(before, "build", "--out", str(old))
    return "De site zoals zij was, kan niet worden gemaakt.\n" if code else pages(changed(old, out))


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
    return judged(options.base, options.out, options.summary, options.format, options.report)


if __name__ == "__main__":
    sys.exit(main())
