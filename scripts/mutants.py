"""Mutation sampling: changes a line of the core at a time, in a copy, and sees whether the tests notice.

usage: .venv-night/bin/python scripts/mutants.py [NUMBER] [SEED] [--write]

Takes NUMBER mutants of each module of ``CORE`` (the same ones each time for a SEED; a random seed at night with SEED 0), runs the
tests that are about that module, and prints the ones that survived. With --write the score goes to docs/mutanten.md. The exit code is
1 where fewer than ``ENOUGH`` of a hundred were noticed.
"""

import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome

PROJECT = Path(__file__).parent.parent
SCORE = PROJECT / "docs" / "mutanten.md"
ENOUGH = 80
TIMEOUT = 240
# Each module of the core, with the tests that are about it.
CORE = {
    "generator/write/tree.py": "tests/unit/test_write.py tests/unit/test_whole.py",
    "generator/work/disk.py": "tests/unit/test_whole.py",
    "generator/work/cache.py": "tests/unit/test_cache.py tests/unit/test_whole.py",
    "generator/read/source.py": "tests/unit/test_source.py tests/unit/test_rules.py",
    "generator/read/load.py": "tests/unit/test_load.py tests/unit/test_rules.py tests/unit/test_whole.py",
    "generator/model/outgoing.py": "tests/unit/test_hostile.py tests/unit/test_rules.py tests/unit/test_views.py",
    "generator/read/markdown.py": "tests/unit/test_hostile.py tests/unit/test_rules.py tests/unit/test_shell.py",
    "generator/read/photographs.py": "tests/unit/test_hostile.py",
    "generator/read/folder.py": "tests/unit/test_rules.py tests/unit/test_load.py tests/unit/test_hostile.py",
    "generator/judge/problem_text.py": "tests/unit/test_problem_text.py tests/unit/test_cli.py tests/unit/test_proposal.py",
    "generator/give/cells.py": "tests/unit/test_hostile.py",
    "generator/give/ics.py": "tests/unit/test_calendars.py tests/unit/test_hostile.py",
    "generator/model/when/dates.py": "tests/unit/test_schedule.py tests/unit/test_calendars.py tests/unit/test_agenda.py",
    "generator/judge/rules/checked.py": "tests/unit/test_rules.py tests/unit/test_worklist.py",
    "generator/judge/rules/contacts.py": "tests/unit/test_rules.py",
    "generator/judge/rules/times.py": "tests/unit/test_rules.py",
    "generator/views/activity/status.py": "tests/unit/test_views.py tests/unit/test_small_site.py",
}


def copy(target: Path) -> Path:
    """Copy the project, with links to what is installed; nothing in the project itself is ever changed."""
    left = {".git", ".venv", ".venv-night", "node_modules", "site", ".cache", ".hypothesis"}
    top = str(PROJECT)
    shutil.copytree(
        PROJECT,
        target,
        symlinks=True,
        ignore=lambda folder, names: {
            name for name in names if name == "__pycache__" or (folder == top and name in left)
        },
    )
    for name in (".venv", "node_modules"):
        (target / name).symlink_to(PROJECT / name)
    return target


def survivors(here: Path, module: str, tests: str, number: int, seed: int) -> tuple[int, list[str]]:
    """Return how many mutants of a module were tried, and those that no test noticed, as differences."""
    # Only the first failure is wanted, and no test may wait for another to write the same folder.
    command = f"{here}/.venv/bin/python -m pytest -x -q -p no:randomly -p no:cacheprovider {tests}"
    session = here / "session.sqlite"
    session.unlink(missing_ok=True)
    settings = here / "cosmic-ray.toml"
    settings.write_text(
        f"[cosmic-ray]\nmodule-path = {module!r}\ntimeout = {TIMEOUT}\nexcluded-modules = []\ntest-command = {command!r}\n"
        "[cosmic-ray.distributor]\nname = 'local'\n",
        encoding="utf-8",
    )
    ray = [str(Path(sys.executable).parent / "cosmic-ray")]
    baseline = subprocess.run(command.split(), cwd=here, capture_output=True, text=True, check=False)
    if baseline.returncode:
        raise SystemExit(f"{module}: the tests fail without a mutant.\n{baseline.stdout[-2000:]}")
    subprocess.run([*ray, "init", str(settings), str(session)], cwd=here, check=True, capture_output=True)
    with use_db(session, WorkDB.Mode.open) as database:
        # The | of a type is never worked out while a test runs.
        items = [one for one in database.work_items if "BitOr" not in str(one.mutations)]
        items.sort(key=lambda item: str(item.mutations))
        kept = random.Random(f"{seed}{module}").sample(items, min(number, len(items)))  # noqa: S311 - a sample
        database.clear()
        database.add_work_items(kept)
    subprocess.run([*ray, "exec", str(settings), str(session)], cwd=here, check=True, capture_output=True)
    with use_db(session, WorkDB.Mode.open) as database:
        results = [result for _, result in database.completed_work_items]
    return len(results), [str(one.diff) for one in results if one.test_outcome is TestOutcome.SURVIVED]


def main() -> int:
    """Try the sample, say what survived, and return the exit code."""
    given = [int(one) for one in sys.argv[1:] if one.isdigit()]
    number, seed = (*given, 4, 13)[:2] if len(given) < 2 else given[:2]
    seed = seed or random.SystemRandom().randrange(1, 10**6)
    rows, tried, left = [], 0, 0
    with tempfile.TemporaryDirectory(prefix="wijzer-mutant-") as folder:
        here = copy(Path(folder) / "project")
        for module, tests in CORE.items():
            amount, survived = survivors(here, module, tests, number, seed)
            tried, left = tried + amount, left + len(survived)
            rows.append(f"| `{module}` | {amount} | {amount - len(survived)} |")
            print(f"{module}: {amount - len(survived)} of {amount} noticed", flush=True)
            for difference in survived:
                print(difference, flush=True)
    score = round(100 * (tried - left) / max(tried, 1))
    print(f"{tried - left} of {tried} mutants noticed ({score} of a hundred), seed {seed}")
    if "--write" in sys.argv:
        SCORE.write_text(
            "# Mutanten\n\n"
            "Een mutant is de code met een regel anders. Een goede test merkt dat. `make mutants` probeert een vaste steekproef uit de kern\n"
            f"({number} per module, zaad {seed}); in de nachtproef is het elke week een andere. Wie overleeft, krijgt een test.\n\n"
            f"**{tried - left} van de {tried}** zijn opgemerkt.\n\n| module | geprobeerd | opgemerkt |\n| --- | --- | --- |\n"
            + "\n".join(rows)
            + "\n",
            encoding="utf-8",
        )
    return 0 if score >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
