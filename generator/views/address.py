"""Web addresses as links: the rules refuse all that is not https, and a page still trusts no other kind."""

from urllib.parse import urlsplit


def web_address(text: str | None) -> str:
    """Return an address that may stand in a link: one of the web, else nothing."""
    return text if text and text.startswith(("https://", "http://")) else ""


def host_of(address: str) -> str:
    """Return the name of the site behind an address, without "www."; nothing where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
