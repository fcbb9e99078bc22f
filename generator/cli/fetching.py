"""Files of other sites over the network: bounded in size and time, from the host that was asked and no other, and never run."""

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from generator import __version__
from generator.read.gathering import GatherError

MOST_BYTES = 20_000_000  # of one file
MOST_TOGETHER = 400_000_000
SECONDS = 30  # without an answer
MOST_SECONDS = 600  # for all of a site
CHUNK = 65_536


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows to another path of the same host, and nowhere else."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Return the request for where a host sends to. Raises GatherError where that is another host."""
        before, after = urlsplit(req.full_url), urlsplit(newurl)
        if (before.scheme, before.netloc) != (after.scheme, after.netloc):
            raise GatherError(
                f"{req.full_url} verwijst naar een andere site: {newurl}. Zet het nieuwe adres in sources.yml."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetcher(clock: Callable[[], float] = monotonic) -> Callable[[str], bytes]:
    """Return what fetches the files of one site: together they may take no longer and be no larger than is reasonable."""
    opener = urllib.request.build_opener(
        _Stay, urllib.request.HTTPSHandler(context=ssl.create_default_context()), urllib.request.ProxyHandler()
    )
    until = clock() + MOST_SECONDS
    total = 0

    def fetch(address: str) -> bytes:
        nonlocal total
        asked = urllib.request.Request(address, headers={"User-Agent": f"activiteitenwijzer/{__version__}"})  # noqa: S310 - https, or this machine
        parts: list[bytes] = []
        size = 0
        try:
            with opener.open(asked, timeout=SECONDS) as answer:
                while chunk := answer.read(CHUNK):
                    parts.append(chunk)
                    size += len(chunk)
                    if size > MOST_BYTES or total + size > MOST_TOGETHER:
                        raise GatherError(f"{address} is te groot.")
                    if clock() > until:
                        raise GatherError(f"{address}: dit duurt te lang. Probeer het later nog een keer.")
        except urllib.error.HTTPError as error:
            raise GatherError(f"{address} is er niet ({error.code}).") from None
        except (OSError, http.client.HTTPException):
            raise GatherError(f"{address} is niet te bereiken. Klopt het adres, en is er internet?") from None
        total += size
        return b"".join(parts)

    return fetch
