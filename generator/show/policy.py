"""What a browser may do with a page, and what a server says along with each file: one place for every host.

Only what stands in ``inbedden/`` may be framed by another site.
"""

import re
from enum import StrEnum

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types wijzer"
)
EMBED_POLICY = f"{POLICY}; frame-src 'self'"  # the page about embedding shows a frame of its own
# Paths on a server, below whatever folder the site lies in.
EMBED_PATH = r"/inbedden/"
ASSET_PATH = r"/assets/[^/]+\.[0-9a-f]{10}\.[a-z0-9]+$"
FOR_EVER = "public, max-age=31536000, immutable"  # the name of such a file changes with what is in it
ASK_AGAIN = "no-cache"
# Another host learns nothing. This one learns from which of its pages somebody came, never what stands behind the #. With
# "no-referrer" a browser also hides the last page from a page that is gone back to, and a list would lose what was added.
REFERRER = "same-origin"


class Kind(StrEnum):
    """The kinds of files that a server tells apart."""

    PAGE = "pagina"
    EMBED = "inbedden"
    ASSET = "vast"


def kind(path: str) -> Kind:
    """Return the kind of a file by its path on the server, such as ``/wijzer/inbedden/meppel/``."""
    if re.search(EMBED_PATH, path):
        return Kind.EMBED
    return Kind.ASSET if re.search(ASSET_PATH, path) else Kind.PAGE


def headers(kind: Kind) -> dict[str, str]:
    """Return what a server sends with a file of a kind, in a fixed order. An embedded page may stand in any site."""
    found = {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",
        "X-Frame-Options": "SAMEORIGIN",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": "camera=(), geolocation=(self), microphone=()",
        "Cache-Control": FOR_EVER if kind is Kind.ASSET else ASK_AGAIN,
    }
    if kind is Kind.EMBED:
        # Without frame-ancestors: a star there leaves out pages without an origin of their own, such as a sandboxed one.
        found["Content-Security-Policy"] = EMBED_POLICY
        found["Cross-Origin-Resource-Policy"] = "cross-origin"
        del found["X-Frame-Options"]
    return found
