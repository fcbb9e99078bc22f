"""The style guide that cannot grow old: every component of the site, in every state that it has an example of, with the site's own styles.

The examples are those of the tests (``tests/templates/examples``): what the guide shows is what the tests hold the components to.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from generator.show import render
from generator.show.looks.assets import EXTRA_STYLES, STYLES

PROJECT = Path(__file__).parent.parent
EXAMPLES = PROJECT / "tests/templates/examples"
LOOSE = """<div class="prose">
<h3>Knoppen en links</h3>
<p class="actions"><a class="button" href="#">Hoofdactie</a> <a class="button button--quiet" href="#">Tweede keus</a> <button class="link" type="button">Een link die iets doet</button> <a href="#">Een gewone link</a></p>
<h3>Kiezen en typen</h3>
<label class="choice"><input type="checkbox"><span class="choice__label">Niet gekozen</span></label>
<label class="choice"><input type="checkbox" checked><span class="choice__label">Gekozen</span></label>
<div class="finder__box"><input type="search" aria-label="Zoek"><button class="button" type="button">Zoek</button></div>
<h3>Zeggen</h3>
<p class="notice">Dit moet u weten.</p>
<p class="unknown">Dit weten wij nog niet.</p>
<p class="quiet">Dit is bijzaak.</p>
<h3>Kop en tekst</h3>
<p class="lead">De eerste zin van een bladzijde.</p>
<p>Gewone tekst, met korte zinnen. Een regel heeft hoogstens zeventig letters.</p>
<div class="box"><h4>Een vak</h4><p>Wat ernaast staat.</p></div>
<div class="box box--accent"><h4>Een vak dat opvalt</h4><p>Wat u als eerste doet.</p></div>
<ol class="path"><li>De eerste stap.</li><li>De tweede stap.</li></ol>
</div>"""


def simple(value: Any) -> Any:
    """Turn mappings into objects, as templates get them, and lists into tuples."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: simple(item) for key, item in value.items()})
    return tuple(simple(item) for item in value) if isinstance(value, list) else value


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the examples of components: the name of the component, and what it is given and must hold."""
    for path in sorted(EXAMPLES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, case


def drawn(component: str, case: dict[str, Any]) -> str:
    """Return a component as its example has it."""
    module = render.environment().get_template(f"components/{component}.html").module
    return str(getattr(module, case["macro"])(**{key: simple(value) for key, value in case["met"].items()}))


def guide() -> str:
    """Return the style guide, a page that stands by itself."""
    parts = []
    last = ""
    for number, (component, case) in enumerate(examples()):
        if component != last:
            parts.append(f"<h2>{escape(component)}</h2>")
        last = component
        parts.append(f"<h3>{escape(case['naam'])}</h3>\n{_shown(_own_names(drawn(component, case), number))}")
    body = "\n".join(parts)
    style = "\n".join(
        (PROJECT / "site_overrides/assets" / name).read_text(encoding="utf-8")
        for name in (*STYLES, *(f"{name}.css" for name in EXTRA_STYLES))
    )
    style = re.sub(r"@font-face \{.*?\}", "", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL), flags=re.DOTALL)
    style = "\n".join(line for line in style.splitlines() if line.strip())
    return (
        '<!doctype html>\n<html lang="nl" class="with-list">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>Stijl: alle onderdelen van de site</title>\n'
        f"<style>\n{style}\n.shown {{ margin-block: 0.5rem 2rem; padding: 1rem; border: 1px dashed var(--edge); border-radius: var(--radius); }}\n</style>\n"
        '</head>\n<body>\n<main class="wrap">\n<h1>Stijl</h1>\n'
        "<p>Elk onderdeel, in elke stand waarvan de tests een voorbeeld hebben. Gemaakt met <code>python -m scripts.docs</code>; "
        "verander niet dit, maar het onderdeel of zijn voorbeeld. Druk op Tab om te zien waar u bent.</p>\n"
        f"<h2>Losse delen</h2>\n{_shown(LOOSE)}\n{body}\n</main>\n{render.sprite(body)}\n</body>\n</html>\n"
    )


def _shown(html: str) -> str:
    """Return a piece in its frame; a row of a table and the like get what they must stand in."""
    return f'<div class="shown">\n{html.strip()}\n</div>'


def _own_names(html: str, number: int) -> str:
    """Return HTML in which each name is its own: many examples of a component stand on one page."""
    for attribute in ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls"):
        html = re.sub(
            rf'(?<=\s){attribute}="([^"]+)"',
            lambda found, attribute=attribute: (  # type: ignore[misc]
                f'{attribute}="{" ".join(f"v{number}-{name}" for name in found[1].split())}"'
            ),
            html,
        )
    return html.replace('name="', f'name="v{number}-')
