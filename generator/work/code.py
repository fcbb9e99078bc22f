"""What a part of this program is made of: its modules with all that they import, and the packages that those need.

So that what was worked out is worked out again when something changed that had a hand in it, and not when anything did.
"""

import importlib.metadata as installed
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

from generator.work.cache import Cache, digest, of

PACKAGE = Path(__file__).parent.parent
ROOT = PACKAGE.name
NOTED = (".dist-info", ".egg-info")
FROM = re.compile(r"^[ \t]*from ([\w.]+) import (\([^)]*\)|[^\n#]+)", re.MULTILINE)
IMPORT = re.compile(r"^[ \t]*import ([\w.]+)", re.MULTILINE)
REQUIRES = re.compile(r"^[A-Za-z0-9._-]+")
# What a package uses where it is there, and this program has asked for.
BESIDES = {"fonttools": ("brotli", "zopfli"), "pydantic": ("email-validator",)}
# Modules whose package has another name.
CALLED = {
    "PIL": "pillow",
    "dateutil": "python-dateutil",
    "material": "mkdocs-material",
    "minify": "tdewolff-minify",
    "yaml": "pyyaml",
}
DATA = ("*.csv", "*.txt", "*.svg")  # beside the modules that read them


Module = tuple[str, tuple[str, ...]]  # a digest of what it is made of, and what it imports


@cache
def path_of(module: str) -> Path | None:
    """Return where a module of this program stands; None where there is none of that name."""
    place = PACKAGE.parent.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


@cache
def imports(module: str) -> frozenset[str]:
    """Return what a module imports, also within a function: modules of this program, and the first names of others."""
    path = path_of(module)
    text = path.read_text(encoding="utf-8") if path else ""
    found = set(IMPORT.findall(text))
    for name, what in FROM.findall(text):
        found.add(name)
        found |= {
            f"{name}.{one.split()[0]}" for one in what.strip("()").split(",") if name.startswith(ROOT) and one.split()
        }
    own = {name for name in found if name.partition(".")[0] == ROOT and path_of(name)}
    others = {name.partition(".")[0] for name in found} - {ROOT, *sys.stdlib_module_names}
    return frozenset(own | others)


@cache
def closure(*modules: str) -> frozenset[str]:
    """Return modules with all that they import: of this program by their full names, of packages the first name."""
    return _closure(modules, imports)


def _closure(modules: Iterable[str], imports: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    to_see = [*modules]
    while to_see:
        one = to_see.pop()
        if one in found:
            continue
        found.add(one)
        parents = [one.rsplit(".", count)[0] for count in range(1, one.count(".") + 1)]  # run before what is in them
        to_see += (*imports(one), *parents)
    return frozenset(found)


@cache
def room(name: str) -> tuple[str, ...]:
    """Return every module in a room of this program, or in a part of one."""
    folder = PACKAGE.parent.joinpath(*name.split("."))
    paths = sorted(path for path in folder.rglob("*.py") if path.name != "__init__.py")
    return (name, *(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in paths))


class Code:
    """Knows the digests of parts of the program. What is installed is looked through once, and kept in ``cache``; so is the program.

    ``mark`` gives a digest of the whole program: as long as that is the same, no module is read.
    """

    def __init__(self, cache: Cache, mark: Callable[[], str] = lambda: "") -> None:
        """Keep the cache."""
        self._cache = cache
        self._mark = mark
        self._here = packages()
        self._found: dict[tuple[str, ...], frozenset[str]] = {}

    def made_by(self, *modules: str) -> str:
        """Return a digest of modules, with all that they import and the packages that those need."""
        own = sorted(name for name in self._closure(modules) if name in self._modules)
        return digest(*(self._modules[name][0] for name in own), self.packages_of(*modules))

    def packages_of(self, *modules: str) -> str:
        """Return which packages modules need, with their versions, and which Python runs them."""
        others = sorted(name for name in self._closure(modules) if name not in self._modules)
        return " ".join((sys.version, *(f"{name}: {self._versions.get(name, '')}" for name in others)))

    def _closure(self, modules: tuple[str, ...]) -> frozenset[str]:
        if modules not in self._found:
            self._found[modules] = _closure(modules, lambda name: self._modules.get(name, ("", ()))[1])
        return self._found[modules]

    @cached_property
    def _modules(self) -> Mapping[str, Module]:
        mark = self._mark()
        key = digest("modules", mark)
        found: Mapping[str, Module] | None = self._cache.get(key, of(dict[str, Module])) if mark else None
        if found is None:
            own = sorted(name for name in closure(*room(ROOT)) if path_of(name))
            found = {name: (_digest_of(name), tuple(sorted(imports(name)))) for name in own}
            if mark:
                self._cache.put(key, found)
        return found

    @cached_property
    def _versions(self) -> Mapping[str, str]:
        key = digest("pakketten", self._here, *sorted(self._closure(room(ROOT))))
        found: Mapping[str, str] | None = self._cache.get(key, of(dict[str, str]))
        if found is None:
            found = _versions_here(self._here)
            self._cache.put(key, found)
        return found


@cache
def _digest_of(module: str) -> str:
    path = path_of(module)
    assert path  # noqa: S101 - whoever asks has looked
    beside = sorted(one for kind in DATA for one in path.parent.glob(kind))
    return digest(module, path.read_bytes(), *map(_bytes, beside))


@cache
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def packages() -> str:
    """Return which Python runs this and which packages it finds, each with its version, as one text.

    Read from the names of the folders in which installers note them ("jinja2-3.1.6.dist-info"): reading what is in a hundred of
    those takes longer than a build in which nothing changed.
    """
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(entry.name for entry in os.scandir(place or ".") if entry.name.endswith(NOTED))
        except OSError:
            continue
    return " ".join((sys.version, *sorted(found)))


def _versions(modules: Iterable[str]) -> dict[str, str]:
    """Return of each module of a package, by its first name: the package and all that it requires, with versions."""
    known = {_plain(one.name): one for one in installed.distributions()}
    required = {name: (*_required(one.requires or ()), *BESIDES.get(name, ())) for name, one in known.items()}

    def needed(name: str, seen: dict[str, str]) -> Mapping[str, str]:
        if name in known and name not in seen:
            seen[name] = known[name].version
            for other in required[name]:
                needed(other, seen)
        return seen

    return {
        module: " ".join(f"{name}-{version}" for name, version in sorted(needed(_package_of(module), {}).items()))
        for module in modules
    }


def _package_of(module: str) -> str:
    """Return the package that a module comes from, by its name as installers write it (a test asks those)."""
    return CALLED.get(module, _plain(module))


@lru_cache(maxsize=4)
def _versions_here(_here: str) -> dict[str, str]:
    """Return the packages of all modules that this program imports, once for each set of what is installed."""
    return _versions(name for name in closure(*room(ROOT)) if not path_of(name))


def _required(lines: Iterable[str]) -> Iterator[str]:
    """Yield the packages that must be there, without those for what somebody may want besides."""
    for line in lines:
        found = REQUIRES.match(line)
        if found and "extra ==" not in line:
            yield _plain(found[0])


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
