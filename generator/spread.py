"""Work over several processes, where there is enough of it. Each inherits what is in memory; only results come back."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
ENOUGH = 16
CHUNKS_A_JOB = 8

_work: Callable[[int], Any] | None = None


def spread(work: Callable[[int], T], number: int, jobs: int) -> Iterator[T]:
    """Yield ``work(0)`` to ``work(number - 1)`` in order, over ``jobs`` processes when there is enough to do.

    ``work`` may be a closure over anything: the processes are forks of this one. Where the system has no fork, or the
    work is small, it is done here. An exception in ``work`` is raised here.
    """
    if jobs < 2 or number < ENOUGH or sys.platform == "win32":
        yield from map(work, range(number))
        return
    global _work  # noqa: PLW0603 - how a fork inherits what cannot be pickled
    _work = work
    size = -(-number // (jobs * CHUNKS_A_JOB))
    starts = range(0, number, size)
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            for chunk in pool.map(_chunk, [(start, min(start + size, number)) for start in starts]):
                yield from chunk
    finally:
        _work = None
        gc.unfreeze()


def _chunk(bounds: tuple[int, int]) -> list[Any]:
    assert _work is not None  # noqa: S101 - set before the fork
    return [_work(index) for index in range(*bounds)]
