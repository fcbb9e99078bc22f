"""The site on loopback. The server sends the policy that a real host would send.

Each page gets one script more, which waits for news of a new build; it is added while serving and never stands in the site.
"""

import functools
import http.server
import sys
import threading
from pathlib import Path
from typing import Any

from generator.show.policy import ASK_AGAIN, headers, kind
from generator.work.disk import WriteError

RELOAD_SCRIPT = "/__herlaad.js"
RELOAD_NEWS = "/__herlaad"
SCRIPT = f"""new EventSource("{RELOAD_NEWS}").addEventListener("nieuw", () => location.reload());\n""".encode()
TAG = f'<script type="module" src="{RELOAD_SCRIPT}"></script></body>'.encode()


class News:
    """Tells waiting browsers that there is a new build."""

    def __init__(self) -> None:
        """Start with build number nought."""
        self._changed = threading.Condition()
        self._number = 0

    def tell(self) -> None:
        """Wake everybody who waits."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build; return whether it came within ``seconds``."""
        with self._changed:
            number = self._number
            return self._changed.wait_for(lambda: self._number != number, seconds)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the site's policy, and the news of new builds."""

    protocol_version = "HTTP/1.1"
    news: News | None = None

    def log_message(
        self,
        format: str,  # noqa: A002 - its name in http.server
        *args: Any,
    ) -> None:
        """Say nothing: what a visitor asks for is nobody's business."""

    def end_headers(self) -> None:
        """Add what a real host would send."""
        for name, value in headers(kind(getattr(self, "path", "/").partition("?")[0])).items():
            self.send_header(name, ASK_AGAIN if name == "Cache-Control" else value)
        super().end_headers()

    def do_GET(self) -> None:
        """Answer with a page (and the script that waits for news), a file, or the news itself."""
        path = self.path.partition("?")[0]
        if self.news is not None and path == RELOAD_SCRIPT:
            self._send(200, "text/javascript; charset=utf-8", SCRIPT)
        elif self.news is not None and path == RELOAD_NEWS:
            self._stream(self.news)
        else:
            self._page_or_file(path)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        if self.news is not None and self.path.partition("?")[0] == RELOAD_NEWS:
            self._send(200, "text/event-stream", b"")
        else:
            self.do_GET()

    def _page_or_file(self, path: str) -> None:
        page = self._file(path)
        if page is None:
            self.send_response(301)
            self.send_header("Location", f"/{path.strip('/')}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        found = _is_file(page)
        if found and page.suffix != ".html":
            self._send(200, self.guess_type(page), page.read_bytes())
            return
        missing = Path(self.directory) / "404.html"
        content = (page if found else missing).read_bytes() if found or missing.is_file() else b""
        if self.news is not None:
            content = content.replace(b"</body>", TAG)
        self._send(200 if found else 404, "text/html; charset=utf-8", content)

    def _file(self, path: str) -> Path | None:
        """Return the file at a path (there or not), or None for a folder that was asked without its slash."""
        try:
            file = Path(self.translate_path(path))
            if not file.is_dir():
                return file
        except (OSError, ValueError):  # a name that no file can have
            return Path(self.directory) / "bestaat-niet"
        return file / "index.html" if path.endswith("/") else None

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self, news: News) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                word = b"event: nieuw\ndata: 1\n\n" if news.wait(15) else b": nog niets\n\n"
                self.wfile.write(word)
                self.wfile.flush()
        except OSError:
            self.close_connection = True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class Server(http.server.ThreadingHTTPServer):
    """A server that does not mind when a browser hangs up."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a connection that was cut; anything else is a fault worth seeing."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int, news: News | None = None) -> http.server.ThreadingHTTPServer:
    """Return a server of ``folder`` on loopback, not started yet; port 0 takes a free one."""
    kind = type("SiteHandler", (Handler,), {"news": news})
    return Server(("127.0.0.1", port), functools.partial(kind, directory=str(folder)))


def open_server(folder: Path, port: int, news: News) -> http.server.ThreadingHTTPServer:
    """Return a server that has its port. Raises WriteError, in Dutch, where it cannot have that."""
    try:
        return server(folder, port, news)
    except PermissionError:
        raise WriteError(f"Poort {port} mag u niet gebruiken. Kies met --port een getal boven 1024.") from None
    except OSError:
        raise WriteError(f"Poort {port} is bezet. Kies een andere met --port.") from None
