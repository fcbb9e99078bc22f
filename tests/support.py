"""What tests share: the small content folder, changed as a case asks, and the checks run on it."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest
from filelock import FileLock
from PIL import Image, ImageOps

from generator.model.problem import Problem
from generator.work.cache import Cache
from generator.write.build import Builder, Change, Options

PROJECT = Path(__file__).parent.parent
SAMPLE = Path(__file__).parent / "sample" / "content"
SMALL = Path(__file__).parent / "site" / "content"
TODAY = date(2026, 11, 22)


def copy_small(target: Path) -> Path:
    """Copy the small content folder to ``target`` and return it."""
    shutil.copytree(SMALL, target)
    return target


def change(content: Path, case: dict) -> None:
    """Change a content folder as a golden case says.

    ``bestanden`` writes files, ``vervang`` replaces text in files, ``weg`` removes, ``hex`` writes bytes,
    ``herhaal`` writes a text many times, ``fotos`` makes pictures (width, height),
    ``koppelingen`` makes symbolic links, ``pijpen`` named pipes.
    """
    for path, text in case.get("bestanden", {}).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    for path, (old, new) in case.get("vervang", {}).items():
        text = (content / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} staat niet in {path}"
        (content / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    for path, text in case.get("hex", {}).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(bytes.fromhex(text))
    for path, size in case.get("fotos", {}).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(photo(*size))
    for path, (text, times) in case.get("herhaal", {}).items():
        (content / path).write_text(text * times, encoding="utf-8")
    for path in case.get("weg", []):
        target = content / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    for path, goal in case.get("koppelingen", {}).items():
        (content / path).symlink_to(goal)
    for path in case.get("pijpen", []):
        os.mkfifo(content / path)


def photo(width: int = 600, height: int = 400, kind: str = "JPEG", **more: object) -> bytes:
    """Return a photograph of a slope from red to blue."""
    target = io.BytesIO()
    across = Image.linear_gradient("L").resize((width, height))
    Image.merge("RGB", (across, Image.new("L", (width, height)), ImageOps.invert(across))).save(target, kind, **more)
    return target.getvalue()


# What was read once is not read again: hundreds of tests change one file of the same thirty.
_READ = Cache()


def check(content: Path, today: date = TODAY, change: Change | None = None) -> tuple[Problem, ...]:
    """Return every problem of a content folder, with paths that start at ``content/``."""
    here = Path.cwd()
    os.chdir(content.parent)
    try:
        _, report = Builder(_READ).check(Path(content.name), today, lambda _count: None, change=change)
    finally:
        os.chdir(here)
    return report.problems


def loaded(content: Path = SMALL):
    """Return the catalogue of a content folder."""
    catalogue, _ = Builder(_READ).check(content, TODAY, lambda _count: None)
    assert catalogue is not None
    return catalogue


def build(
    content: Path,
    folder: Path,
    today: date = TODAY,
    site_url: str = "",
    cache: Cache | None = None,
    ledger: Path | None = None,
    project: Path = PROJECT,
) -> Path:
    """Build a content folder into ``folder/site`` and return that."""
    out = folder / "site"
    report = Builder(cache or Cache()).build(Options(content, out, today, site_url, ledger, project=project))
    assert report.written is not None, [str(problem) for problem in report.problems]
    return out


def build_small(folder: Path) -> Path:
    return build(SMALL, folder)


def once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path]) -> Path:
    """Return a site that the first process that asks builds, and that the others read."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(folder.with_suffix(".slot")):
        if not (folder / "klaar").is_file():
            build(folder)
            (folder / "klaar").touch()
    return folder / "site"


def build_sample(folder: Path, today: date) -> Path:
    return build(SAMPLE, folder, today, "https://activiteitenwijzer.example/")


def own_files() -> list[str]:
    """Return the project's own files by their path; without git (from a ZIP) what .gitignore does not name."""
    if (PROJECT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True)
        return listed.stdout.split()
    ignored = [line.strip("/ ") for line in (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines() if line]
    found = []
    for path in PROJECT.rglob("*"):
        parts = path.relative_to(PROJECT).parts
        if path.is_file() and not any(fnmatch(part, one) for part in parts for one in ignored):
            found.append("/".join(parts))
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
