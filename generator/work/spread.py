"""Work over several processes, where there is enough of it. Each inherits what is in memory; only results come back."""

import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

T = TypeVar("T")
ENOUGH = 16
CHUNKS_A_JOB = 8
LOOK = 0.2  # seconds between two looks at whether the first process is still there

_work: Callable[[int], Any] | None = None


class WorkerError(Exception):
    """One of the processes was stopped from outside; the message says what to do, in Dutch."""


def spread(work: Callable[[int], T], number: int, jobs: int, enough: int = ENOUGH) -> Iterator[T]:
    """Yield ``work(0)`` to ``work(number - 1)`` in order, over ``jobs`` processes when there is enough to do.

    ``work`` may be a closure over anything: the processes are forks of this one. Where the system has no fork, or the
    work is small, it is done here. An exception in ``work`` is raised here. The processes end when this one does, in whatever
    way. Raises WorkerError when one of them is stopped.
    """
    if jobs < 2 or number < enough or sys.platform == "win32":
        yield from map(work, range(number))
        return
    global _work  # noqa: PLW0603 - how a fork inherits what cannot be pickled
    _work = work
    size = -(-number // (jobs * CHUNKS_A_JOB))
    starts = range(0, number, size)
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            for chunk in pool.map(_chunk, [(start, min(start + size, number)) for start in starts]):
                yield from chunk
    except BrokenProcessPool:
        remedy = "Misschien is er te weinig geheugen. Probeer het met --jobs 1."
        raise WorkerError(f"Een proces van de bouw is van buitenaf gestopt. {remedy}") from None
    finally:
        _work = None
        gc.unfreeze()


def _end_with(parent: int) -> None:
    """End this process soon after ``parent`` has ended: one that goes on would write in the tree of the next build."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _chunk(bounds: tuple[int, int]) -> list[Any]:
    assert _work is not None  # noqa: S101 - set before the fork
    return [_work(index) for index in range(*bounds)]
