"""The site on this machine: built, served, and built again where something changed."""

import gc
import http.server
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import watchfiles

from generator.cli.server import News
from generator.give.pdf import PaperError
from generator.show.shell import ShellError
from generator.work.disk import WriteError
from generator.work.spread import WorkerError
from generator.write.build import Builder, Options, Report

PAUSE = 1000  # milliseconds in which nothing happened


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
        watching = watchfiles.watch(
            *[path for path in watched if path.exists()], rust_timeout=PAUSE, yield_on_timeout=True
        )
        looked = False
        for changes in watching:
            if looked and not changes:
                continue
            changed = frozenset(Path(path) for _, path in changes) if looked else None
            looked = True  # the first time also where nothing is told: what changed before anybody watched
            try:
                report = builder.build(replace(options, today=today(), changed=changed))
            except (ShellError, WriteError, WorkerError, PaperError, OSError) as error:
                tell(error)
                continue
            if changes or not report.written or report.written.made:
                tell(report)
            if report.written and (changes or report.written.made):
                news.tell()
            gc.collect()
    finally:
        running.shutdown()
        running.server_close()
    return 0
