"""YAML text to plain strings with their positions, and nothing else.

PyYAML's resolvers turn ``10:30`` into 630 and ``NO`` into False, and composing a document recurses as deep as the
document does. So this module walks libyaml's events itself: every scalar stays a string, and the walk stops at the
first thing that is refused (anchors, aliases, tags, depth, size), before it can cost time or memory.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import msgpack
import yaml

from generator.dutch.letters import UNSEEN
from generator.model.files import LONG
from generator.model.problem import Loc, Problem, quoted

MAX_DEPTH = 8
REMARK = re.compile(r"\s+#")
# Something that looks like a space and is none for YAML, where YAML wants one: in front of a line, or behind the name of a field.
INDENT = re.compile(r"^ *(?:- *)?(?:[a-z_]+:)?([^\S \t\n\r])", re.MULTILINE)
# Line ends, tabs, and the spaces and soft hyphens that come along with pasted text: they mean nothing bad.
BLANKS = dict.fromkeys(map(ord, "\n\r\t\u00a0\u00ad\u2002\u2003\u2009\u202f\u2011"))

Value: TypeAlias = "str | tuple[Value, ...] | dict[str, Value]"
Position: TypeAlias = tuple[int, int]


class Positions(Mapping[Loc, Position]):
    """Where each value of a file stands, packed: there are fifty in a file, and most are never asked for."""

    def __init__(self, packed: bytes) -> None:
        """Keep what :meth:`Document.packed_positions` gave."""
        self._packed = packed

    @cached_property
    def _found(self) -> dict[Loc, Position]:
        try:
            rows = msgpack.unpackb(self._packed, use_list=False)
            return {tuple(loc): (int(line), int(column)) for loc, line, column in rows}
        except Exception:  # noqa: BLE001 - then a problem points at the beginning of its file
            return {}

    def __getitem__(self, loc: Loc) -> Position:
        return self._found[loc]

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(slots=True)
class Document:
    """A file as it was written: mappings, tuples and strings, with where each value (and each key) stands.

    ``cut`` has the values behind which " #" begins: YAML takes the rest of the line for a remark.
    """

    data: dict[str, Value]
    values: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)
    cut: list[Loc] = field(default_factory=list)

    def position(self, loc: Loc) -> Position:
        """Return the place of the value at ``loc``, or of the nearest thing around it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, (1, 1))

    def packed_positions(self) -> bytes:
        """Return where the values stand, for :class:`Positions`."""
        return bytes(msgpack.packb([(loc, *position) for loc, position in self.values.items()]))


class SourceError(Exception):
    """Raised inside this module only, carrying the one problem that stopped the reading."""

    def __init__(self, position: Position, code: str, message: str, hint: str) -> None:
        """Keep what makes a problem."""
        super().__init__(message)
        self.position, self.code, self.message, self.hint = position, code, message, hint


def parse(raw: bytes, path: str, most: int = LONG) -> Document | Problem:
    """Read one content file.

    ``raw`` is the file's bytes (at most ``most`` of them), ``path`` only names it in a problem. Returns the document, or the first problem
    that makes it unreadable (codes B001 to B011). Never raises.
    """
    try:
        return _Walk(_decoded(raw, most)).document()
    except SourceError as error:
        line, column = error.position
        return Problem(path, line, column, error.code, error.message, error.hint)


def _decoded(raw: bytes, most: int) -> str:
    if len(raw) > most:
        raise SourceError(
            (1, 1),
            "B002",
            f"het bestand is groter dan {most // 1024} kB.",
            "Kort de tekst in, of maak er twee activiteiten van." if most == LONG else "Haal weg wat niemand gebruikt.",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SourceError(
            (line, 1), "B001", "het bestand is geen UTF-8-tekst.", 'Sla het op als "UTF-8" in uw tekstprogramma.'
        ) from None
    if not _visible(text):
        _refuse_invisible(text)
    indent = None if text.isascii() else INDENT.search(text)
    if indent:
        raise SourceError(
            (text.count("\n", 0, indent.start(1)) + 1, indent.start(1) - indent.start() + 1),
            "B004",
            f"hier staat een teken dat op een spatie lijkt, en er geen is (U+{ord(indent[1]):04X}).",
            "Vervang het door gewone spaties; misschien is de tekst uit een ander programma geplakt.",
        )
    return text


def invisible(text: str) -> tuple[Position, str, str] | None:
    """Return where a text has a sign that nobody sees, what is wrong and what to do; None where it has none."""
    try:
        if not _visible(text):
            _refuse_invisible(text)
    except SourceError as error:
        return error.position, error.message, error.hint
    return None


def _visible(text: str) -> bool:
    return text.translate(BLANKS).isprintable() and (text.isascii() or UNSEEN.isdisjoint(text))


def _refuse_invisible(text: str) -> None:
    for offset, char in enumerate(text):
        if (not char.isprintable() and ord(char) not in BLANKS) or char in UNSEEN:
            raise SourceError(
                (text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)),
                "B011",
                f"hier staat een onzichtbaar teken (U+{ord(char):04X}).",
                "Haal het weg; misschien is de tekst uit een ander programma geplakt.",
            )


class _Walk:
    """One pass over the events of one document, without recursion."""

    def __init__(self, text: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._parser = loader(text)
        self._document = Document({})
        self._lines = re.split(r"\r\n|\r|\n", text) if "#" in text else []

    def document(self) -> Document:
        try:
            return self._walk()
        except yaml.MarkedYAMLError as error:
            unfinished = "end of stream" in (error.problem or "")  # then the beginning says more than the end
            mark = (unfinished and error.context_mark) or error.problem_mark or error.context_mark
            position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise SourceError(
                position,
                "B004",
                "deze regel is geen goede YAML.",
                "Kijk naar het inspringen, naar aanhalingstekens en naar een dubbele punt in de tekst; "
                "zet de tekst dan tussen aanhalingstekens.",
            ) from None
        except yaml.YAMLError:
            raise SourceError(
                (1, 1), "B004", "dit bestand is geen goede YAML.", "Vergelijk het met een ander bestand in deze map."
            ) from None
        finally:
            self._parser.dispose()

    def _walk(self) -> Document:
        stack: list[_Open] = []
        documents = 0
        next_event = self._parser.get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event, stack)
            elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                self._open(event, stack)
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._close(stack)
            elif kind is yaml.AliasEvent:
                raise _no_anchor(_place(event))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise SourceError(
                        _place(event),
                        "B010",
                        "dit bestand heeft meer dan een deel (---).",
                        "Maak er losse bestanden van.",
                    )
        if not self._document.data and not self._document.values:
            raise SourceError((1, 1), "B009", "dit bestand is leeg.", "Vul het in of verwijder het.")
        return self._document

    def _scalar(self, event: yaml.ScalarEvent, stack: list["_Open"]) -> None:
        here = _place(event)
        _refuse_extras(event, here)
        if not stack:
            raise _no_fields(here)
        parent = stack[-1]
        value: str = event.value
        if event.style == '"' and not _visible(value):  # all else stands in the file as it is, and that was looked at
            raise SourceError(
                here,
                "B011",
                "in deze tekst staat een onzichtbaar teken (\\x of \\u).",
                "Schrijf de tekst zonder zulke tekens.",
            )
        if parent.expects_key:
            if value in parent.items:
                raise SourceError(
                    here, "B007", f"het veld {quoted(value)} staat er twee keer.", "Laat er een van staan."
                )
            parent.key = value
            self._document.keys[(*parent.loc, value)] = here
        else:
            loc = parent.next_loc()
            self._document.values[loc] = here
            if self._lines and not event.style and self._is_cut(event.end_mark):
                self._document.cut.append(loc)
            parent.put(value)

    def _is_cut(self, end: Any) -> bool:
        return bool(REMARK.match(self._lines[end.line], end.column))

    def _open(self, event: yaml.CollectionStartEvent, stack: list["_Open"]) -> None:
        here = _place(event)
        _refuse_extras(event, here)
        mapping = type(event) is yaml.MappingStartEvent
        if not stack and not mapping:
            raise _no_fields(here)
        if len(stack) >= MAX_DEPTH:
            raise SourceError(
                here, "B008", f"dit staat meer dan {MAX_DEPTH} niveaus diep.", "Maak de indeling eenvoudiger."
            )
        if stack and stack[-1].expects_key:
            raise SourceError(here, "B010", "een veldnaam moet gewone tekst zijn.", 'Schrijf bijvoorbeeld "titel: …".')
        loc = stack[-1].next_loc() if stack else ()
        self._document.values[loc] = here
        stack.append(_Open({} if mapping else [], loc))

    def _close(self, stack: list["_Open"]) -> None:
        done = stack.pop()
        value: Value = done.items if isinstance(done.items, dict) else tuple(done.items)
        if stack:
            stack[-1].put(value)
        elif isinstance(value, dict):
            self._document.data = value


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet."""

    items: dict[str, Value] | list[Value]
    loc: Loc
    key: str | None = None

    @property
    def expects_key(self) -> bool:
        return isinstance(self.items, dict) and self.key is None

    def next_loc(self) -> Loc:
        """Return where the next value goes."""
        return (*self.loc, len(self.items) if isinstance(self.items, list) else (self.key or ""))

    def put(self, value: Value) -> None:
        if isinstance(self.items, list):
            self.items.append(value)
        elif self.key is not None:
            self.items[self.key] = value
            self.key = None


def _place(event: yaml.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _no_fields(here: Position) -> SourceError:
    return SourceError(here, "B010", "dit bestand begint niet met een veld.", 'Begin met een regel als "titel: …".')


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, here: Position) -> None:
    if event.anchor is not None:
        raise _no_anchor(here)
    if event.tag is not None:
        raise SourceError(
            here,
            "B006",
            f"{quoted(str(event.tag))} is hier niet toegestaan.",
            "Schrijf gewone tekst, zonder uitroepteken vooraan.",
        )


def _no_anchor(here: Position) -> SourceError:
    return SourceError(
        here,
        "B005",
        "verwijzingen met & en * zijn hier niet toegestaan.",
        "Schrijf de tekst uit, of zet hem tussen aanhalingstekens.",
    )
