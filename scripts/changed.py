"""Which pages of a site change, for who judges a pull request: `python -m scripts.changed BEFORE AFTER` prints Markdown.

Both sites are built for the same day. A style or script that got another name changes no page.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HASHED = re.compile(rb"assets/([a-z0-9-]+)\.[0-9a-f]{10}\.")
GONE = (
    "Mensen bewaren links. Is een activiteit gestopt? Laat het bestand dan staan, en schrijf bij loopt dat zij gestopt is. "
    "Heeft zij een ander adres? Noem het oude bij vroeger_adres."
)
MOST = 40  # addresses of a kind that are named


@dataclass(frozen=True, slots=True)
class Changed:
    """The addresses of pages that came, that differ, and that went."""

    new: tuple[str, ...]
    different: tuple[str, ...]
    gone: tuple[str, ...]


def changed(before: Path, after: Path) -> Changed:
    """Compare two built sites."""
    old, now = _pages(before), _pages(after)
    return Changed(
        tuple(sorted(now.keys() - old.keys())),
        tuple(sorted(page for page in now.keys() & old.keys() if now[page] != old[page])),
        tuple(sorted(old.keys() - now.keys())),
    )


def _pages(site: Path) -> dict[str, bytes]:
    return {
        f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/"): HASHED.sub(
            rb"assets/\1.", path.read_bytes()
        )
        for path in site.rglob("index.html")
    }


def summary(found: Changed) -> str:
    """Return what changes as Markdown that a volunteer understands."""
    lines = ["## Wat verandert er op de site?", ""]
    if not (found.new or found.different or found.gone):
        lines.append("Geen enkele pagina verandert.")
    for words, addresses in (
        ("Nieuw", found.new),
        ("Anders", found.different),
        ("Weg", found.gone),
    ):
        lines += _named(words, addresses)
    if found.gone:
        lines.append(GONE)
    return "\n".join(lines) + "\n"


def _named(words: str, addresses: Iterable[str]) -> list[str]:
    named = list(addresses)
    if not named:
        return []
    more = [f"- en nog {len(named) - MOST}"] if len(named) > MOST else []
    return [f"**{words}: {len(named)}**", "", *(f"- `{address}`" for address in named[:MOST]), *more, ""]


if __name__ == "__main__":
    sys.stdout.write(summary(changed(Path(sys.argv[1]), Path(sys.argv[2]))))
