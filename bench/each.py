"""What is made for each activity (its calendar and its code), and what is kept of that."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.give import ics, qr
from generator.show import render
from generator.views.activity.activity_page import activity_page
from generator.views.activity.diary import diary
from generator.views.activity.take_home import take_home
from generator.work.cache import Cache
from generator.write.build import Builder

TODAY = date(2026, 11, 22)
ADDRESS = "https://w.example/"
VERSION = ics.Version(1, TODAY)


def each(content: Path) -> list[str]:
    """Return the rows of what one activity costs in milliseconds, beside the page of that activity."""
    catalogue, _ = Builder(Cache()).check(content, TODAY, lambda _count: None)
    assert catalogue
    entries = list(catalogue.activities.values())
    dated = [entry for entry in entries if ics.events(diary(catalogue, entry, TODAY), "")]

    def page() -> None:
        for entry in entries:
            render.body("activity", activity_page(catalogue, entry, TODAY), "../../")

    def calendar() -> None:
        for entry in dated:
            ics.calendar(entry.id, [ics.stamped(ics.events(diary(catalogue, entry, TODAY), ADDRESS), VERSION)])

    def code() -> None:
        for entry in entries:
            qr.modules(f"{ADDRESS}{entry.id}/")

    def leaf() -> None:
        found = (render.leaf(entry.id, take_home(catalogue, entry, TODAY), "../../") for entry in entries)
        render.leaves(found, len(entries))

    page()  # once before, so that no template is compiled in what is measured
    reference = _milliseconds(page, entries)
    rows = []
    for name, work, of in (
        ("agenda", calendar, dated),
        ("code voor op papier", code, entries),
        ("blad van de lijst", leaf, entries),
    ):
        spent = _milliseconds(work, of)
        rows.append(f"| {name} | **{spent:.2f}** | {spent / reference:.2f} × |")
    return rows


def _milliseconds(work: Callable[[], None], entries: Sequence[object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) / len(entries) * 1000
