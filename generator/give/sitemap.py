"""The sitemap for search engines (https://www.sitemaps.org/protocol.html), in files of at most 50,000 addresses."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

MOST = 50_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(site_url: str, addresses: Sequence[str]) -> dict[str, bytes]:
    """Return the files by name: one map, or an index with several."""
    chunks = [addresses[start : start + MOST] for start in range(0, len(addresses), MOST)] or [[]]
    if len(chunks) == 1:
        return {"sitemap.xml": _map(site_url, chunks[0])}
    files = {f"sitemap-{index}.xml": _map(site_url, chunk) for index, chunk in enumerate(chunks, start=1)}
    lines = "".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in files)
    return {"sitemap.xml": f"{HEAD}<sitemapindex {SPACE}>\n{lines}</sitemapindex>\n".encode(), **files}


def robots(site_url: str) -> bytes:
    """Return ``robots.txt``: everything may be read, and here is the map."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()


def _map(site_url: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<url><loc>{escape(site_url + address)}</loc></url>\n" for address in addresses)
    return f"{HEAD}<urlset {SPACE}>\n{lines}</urlset>\n".encode()
