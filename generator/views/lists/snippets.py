"""Code for another site: what somebody pastes there."""

from html import escape

# A style of its own, because no style sheet of this site is there; white on the accent of site_overrides/assets/tokens.css.
BUTTON = (
    "display:inline-block;padding:.75em 1.25em;border-radius:.75em;background:#0f5c63;color:#fff;"
    "font-weight:bold;text-decoration:none"
)


def link(address: str, text: str) -> str:
    """Return a link as HTML."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def button(address: str, text: str) -> str:
    """Return a link that looks like a button as HTML."""
    return f'<a href="{escape(address)}" style="{BUTTON}">{escape(text)}</a>'
