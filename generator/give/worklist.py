"""The work-list as text, Markdown, CSV and a calendar of reminders."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from generator.dutch.sentences import count, full_date
from generator.give.cells import table
from generator.views.volunteers.talk import Item, Talk
from generator.views.volunteers.worklist import title_of

COLUMNS = (
    "organisatie",
    "telefoon",
    "email",
    "website",
    "activiteit",
    "gemeente",
    "nagevraagd",
    "vragen",
    "bestand",
    "regel",
    "klopt_nog",
)
A_DAY = 4  # talks that somebody can have on a working day
WEEKEND = 5


def as_text(talks: Sequence[Talk], today: date) -> str:
    """Return the list for a screen or a printer."""
    blocks = [_head(talks, today)]
    for number, talk in enumerate(talks, 1):
        lines = [f"{number}. {talk.name}", f"   {reach(talk)}"]
        for item in talk.items:
            lines += ["", f"   {title_of(item)}", *(f"   - {question}" for question in item.questions)]
            if item.draft:
                lines += [f"   {line}" for line in _after(item, item.still)]
            elif item.referral:
                lines.append(f"   {item.path}: {item.line}")
            elif item.still:
                lines.append(f"   Klopt alles? Open: {item.still}")
            else:
                lines += [
                    f"   Klopt alles? Zet in {item.path} (in plaats van zo'n regel die er al staat):",
                    f"     {item.line}",
                ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_markdown(talks: Sequence[Talk], today: date) -> str:
    """Return the list for an issue: each activity with a box to tick, and a link to its file where that is known."""
    blocks = [f"# Belronde van {full_date(today)}", _head(talks, today)]
    for talk in talks:
        blocks.append(f"## {_escaped(talk.name)}\n\n{_escaped(reach(talk))}")
        for item in talk.items:
            file = f"[{item.path}]({item.edit})" if item.edit else f"`{item.path}`"
            lines = [f"- [ ] **{_escaped(title_of(item))}**"]
            lines += [f"  - {_escaped(question)}" for question in item.questions]
            if item.draft:
                form = f"[ingevuld formulier]({item.still})" if item.still else ""
                lines += [f"  - {line}" for line in _after(item, form, file)]
                blocks.append("\n".join(lines))
                continue
            if item.referral:
                blocks.append("\n".join((*lines, f"  - {file}: {item.line}")))
                continue
            still = f"[Zeg dat het klopt]({item.still})" if item.still else f"Zet in {file}: `{item.line}`"
            lines.append(f"  - Klopt alles? {still}")
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_csv(talks: Sequence[Talk], today: date) -> str:
    """Return the list for a spreadsheet: a row an activity."""
    del today
    rows = [
        (
            talk.name,
            talk.phone,
            talk.email,
            talk.website,
            item.title,
            item.place,
            item.since,
            " ".join(item.questions),
            item.path,
            item.line,
            item.still,
        )
        for talk in talks
        for item in talk.items
    ]
    return table([COLUMNS, *rows], for_people=True)


def as_calendar(talks: Sequence[Talk], today: date) -> str:
    """Return reminders: four talks on each working day from tomorrow on, in the order of the list."""
    import icalendar  # noqa: PLC0415 - loaded where it is needed

    made = icalendar.Calendar()
    made.add("prodid", "-//Activiteitenwijzer//Belronde//NL")
    made.add("version", "2.0")
    day = today
    for number, talk in enumerate(talks):
        if number % A_DAY == 0:
            day = _next_working_day(day)
        event = icalendar.Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"activiteitenwijzer:belronde:{talk.id}")))
        event.add("dtstamp", datetime.combine(today, time(), tzinfo=UTC))
        event.add("dtstart", day)
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"Navragen: {talk.name}")
        told = [reach(talk)]
        for item in talk.items:
            told += ["", title_of(item), *(f"- {question}" for question in item.questions)]
            told += (
                _after(item, item.still)
                if item.draft
                else [f"{item.path}: {item.line}" if item.referral else f"Klopt alles? {item.still or item.path}"]
            )
        event.add("description", "\n".join(told))
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"Navragen: {talk.name}")
        alarm.add("trigger", timedelta(hours=9))
        event.add_component(alarm)
        made.add_component(event)
    return str(made.to_ical().decode())


def reach(talk: Talk) -> str:
    """Return how to reach an organisation in one line, and what to do where nobody knows that."""
    if talk.id.startswith("experiences/"):
        return "Hiervoor hoeft u niemand te bellen."
    ways = [
        f"Bel {talk.phone}" if talk.phone else "",
        f"mail {talk.email}" if talk.email else "",
        talk.website,
    ]
    found = ", ".join(filter(None, ways))
    first = found.partition(" ")[0]
    return (
        (found if "://" in first else f"{found[0].upper()}{found[1:]}")
        if found
        else "Nog geen nummer: zoek het op, of vraag het in de buurt."
    )


def _after(item: Item, form: str = "", file: str = "") -> tuple[str, str]:
    """Return what to do with a draft once somebody has asked: when it is there, and when it is not."""
    there = f"Is het er? Open het formulier, al ingevuld: {form}" if form else item.line
    return there, f"Is het er niet meer, of staat het op de site? Haal {file or item.path} weg."


def _head(talks: Sequence[Talk], today: date) -> str:
    if not talks:
        return f"Op {full_date(today)} is alles korter dan een half jaar geleden nagevraagd."
    referral = [talk for talk in talks if any(item.referral for item in talk.items)]
    drafted = [talk for talk in talks if any(item.draft for item in talk.items)]
    asked = [talk for talk in talks if talk not in referral and talk not in drafted]
    entries = count(sum(len(talk.items) for talk in asked), "activiteit", "activiteiten")
    more = f" Over de verwijzing: {count(len(referral), 'gesprek', 'gesprekken')}." if referral else ""
    drafts = len(drafted)
    more += f" En {count(drafts, 'concept', 'concepten')}: gevonden, en nog nooit nagevraagd." if drafts else ""
    return (
        f"Na te vragen op {full_date(today)}: {entries} van {count(len(asked), 'organisatie', 'organisaties')}.{more}"
    )


def _next_working_day(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() >= WEEKEND:
        following += timedelta(days=1)
    return following


def _escaped(text: str) -> str:
    """Return a text that Markdown leaves as it is."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
