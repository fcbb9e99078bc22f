"""The site as an app on a telephone: what a browser asks of who puts it on the first screen (W3C, Web Application Manifest)."""

import json
from collections.abc import Mapping

from generator.model.schema import Settings

PAPER = "#fffdf9"  # as the head of each page says


def manifest(settings: Settings, names: Mapping[str, str]) -> bytes:
    """Return the manifest, for the root of the site; ``names`` are paths of its icons, which may be missing.

    With its address in sight: a list stands in that.
    """
    icons = [{"src": names["favicon"], "type": "image/svg+xml", "sizes": "any"}]
    if "touch_icon" in names:
        icons.append({"src": names["touch_icon"], "type": "image/png", "sizes": "180x180"})
    said = {
        "name": settings.naam,
        "short_name": settings.naam,
        "description": settings.omschrijving,
        "lang": "nl",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
