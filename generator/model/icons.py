"""Material's pictograms, read from its package."""

from pathlib import Path

import material

FOLDER = Path(material.__file__).parent / "templates" / ".icons" / "material"


def icon_exists(name: str) -> bool:
    """Tell whether Material has a pictogram of this name."""
    return (FOLDER / f"{name}.svg").is_file()


def icon_drawing(name: str) -> str:
    """Return what is drawn in a pictogram, in a box of 24 by 24."""
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")]
