"""The program as a package: a site is made anywhere, of a folder with content, without this repository."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.support import PROJECT, TODAY, build_small, copy_small, files


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with nothing in it but the package; what that needs is taken from this one."""
    folder = tmp_path_factory.mktemp("wiel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    (packages,) = (folder / "env").rglob("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    library = (
        Path(sys.prefix) / "share/nodejs"
    )  # what `make setup` unpacks for codes on a screen; without it there are none
    if library.is_dir():
        shutil.copytree(library, folder / "env/share/nodejs")
    return folder / "env"


@pytest.mark.slow
def test_the_package_makes_the_same_site_as_a_checkout(environment: Path, tmp_path: Path):
    copy_small(tmp_path / "content")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(environment / "bin/python"), "-m", "generator", "build", "--today", TODAY.isoformat()],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [str(environment / "bin/python"), "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert where.startswith(str(environment))
    made, here = files(tmp_path / "site"), files(build_small(tmp_path / "hier"))
    assert made.keys() == here.keys()
    assert [path for path in made if made[path] != here[path]] == []


@pytest.mark.slow
def test_nothing_of_this_machine_is_in_the_package(environment: Path):
    (wheel,) = environment.parent.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name.removeprefix("generator/") for name in archive.namelist()}
    needed = {
        "project/mkdocs.yml",
        "project/site_overrides/main.html",
        "dutch/postcodes-nl.csv",
        "show/templates/leaves.html",
    }
    assert needed <= names
    assert [name for name in names if "__pycache__" in name or name.startswith(("content/", "tests/"))] == []
