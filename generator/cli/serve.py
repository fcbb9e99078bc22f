"""The site on this machine: built, served, and built again where something changed."""

import gc
import http.server
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import watchfiles

from generator.cli.server import News
from generator.give.pdf import PaperError
from generator.show.shell import ShellError
from generator.work.disk import WriteError
from generator.work.spread import WorkerError
from generator.write.build import Builder, Options, Report


def serve(
    running: http.server.ThreadingHTTPServer,
    news: News,
    builder: Builder,
    options: Options,
    tell: Callable[[Report | Exception], object],
    today: Callable[[], date],
) -> int:
    """Serve the built site until Ctrl+C, building again after each change. Returns the exit code.

    ``tell`` gets what each build did, or why it could not; ``today`` gives the day of each build.
    """
    threading.Thread(target=running.serve_forever, daemon=True).start()
    gc.disable()  # nothing is cleared away while somebody waits for a page: there is time for it after
    watched = [options.content, options.project / "site_overrides", options.project / "mkdocs.yml"]
    try:
        for _changes in watchfiles.watch(*[path for path in watched if path.exists()]):
            try:
                report = builder.build(replace(options, today=today()))
            except (ShellError, WriteError, WorkerError, PaperError, OSError) as error:
                tell(error)
                continue
            tell(report)
            if report.written:
                news.tell()
            gc.collect()
    finally:
        running.shutdown()
        running.server_close()
    return 0
