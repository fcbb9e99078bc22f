"""A content file with other values in some places; all else stays as its author wrote it: order, remarks, line ends.

The places come from libyaml's own marks, so that every way of writing is understood: a name in quotes, a folded text, a list
with a blank line in it. What comes out is read again, and refused where it does not say what was asked.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.model.problem import Loc

ADDRESS = re.compile(r"[a-z0-9][a-z0-9/-]*")
NO_WORDS = frozenset({"yes", "no", "true", "false", "null", "on", "off", "ja", "nee"})
BOM = "\ufeff"


class RewriteError(Exception):
    """A file in which a place cannot be changed; the message names the place."""


def rewritten(text: str, values: Mapping[Loc, str], lists: Mapping[str, Sequence[str]]) -> str:
    """Return the text of a file in which some values are others, and some lists at its top say this; an empty list is left out.

    ``text`` is a file that could be read, with its line ends and byte order mark as they were. Raises RewriteError.
    """
    mark = BOM if text.startswith(BOM) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.removeprefix(BOM).replace("\r\n", "\n")
    plain += "" if plain.endswith("\n") else "\n"
    wanted = _data(plain)
    for loc, value in sorted(values.items(), key=lambda one: _at(plain, one[0]), reverse=True):
        plain = _with_value(plain, loc, value)
        _put(wanted, loc, value)
    for name, names in lists.items():
        plain = with_list(plain, name, names)
        wanted |= {name: list(names)}
        if not names:
            del wanted[name]
    try:
        said = _data(plain)
    except yaml.YAMLError:
        said = {}
    if said != wanted:
        raise RewriteError(", ".join((*(".".join(map(str, loc)) for loc in values), *lists)))
    return mark + plain.replace("\n", ends)


def _data(text: str) -> dict[str, Any]:
    return dict(yaml.load(text, yaml.BaseLoader))  # noqa: S506 - the loader that makes nothing but strings


def _root(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode):
        raise RewriteError("het begin van het bestand")
    return root


def _node(text: str, loc: Loc) -> yaml.Node:
    node: yaml.Node = _root(text)
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            inner = next((value for key, value in node.value if key.value == part), None)
        else:
            inner = node.value[part] if isinstance(node, yaml.SequenceNode) and isinstance(part, int) else None
        if inner is None:
            raise RewriteError(".".join(map(str, loc)))
        node = inner
    return node


def _at(text: str, loc: Loc) -> int:
    return int(_node(text, loc).start_mark.index)


def _put(data: Any, loc: Loc, value: str) -> None:
    for part in loc[:-1]:
        data = data[part]
    data[loc[-1]] = value


def _with_value(text: str, loc: Loc, value: str) -> str:
    node = _node(text, loc)
    start, end = node.start_mark.index, node.end_mark.index
    after = "\n" if text[start:end].endswith("\n") else ""  # a folded text ends where the next line begins
    return f"{text[:start]}{_quoted(value)}{after}{text[end:]}"


def with_list(text: str, name: str, values: Sequence[str]) -> str:
    """Return a file in which a list of names at its top says this: in its place where it stood, else at the end."""
    try:
        root = _root(text)
    except yaml.YAMLError:  # of a way of writing that a change before this one did not understand
        raise RewriteError(name) from None
    pair = next(((key, value) for key, value in root.value if key.value == name), None)
    if pair is None:
        return _with_more(text, root, name, values) if values else text
    key, node = pair
    start, end = _lines(text, key.start_mark.index, node.end_mark.index)
    if root.flow_style:
        inner = f"{text[: node.start_mark.index]}{_flow(values)}{text[node.end_mark.index :]}"
        return inner if values else _without(text, key, node)
    if not values:
        return text[:start] + text[end:]
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        kept = _in_block(text, node, values)
        if kept is not None:
            return kept
    margin = " " * key.start_mark.column
    remarks = "".join(f"{margin}{remark}\n" for remark in _remarks(text[start:end]))  # they stand above it now
    return f"{text[:start]}{remarks}{margin}{name}: {_flow(values)}\n{text[end:]}"


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the lines of a field begin and end: with the remark behind it, without the blank lines and remarks below it."""
    first = text.rfind("\n", 0, start) + 1
    piece = text[start:end].rstrip()
    while "\n" in piece and piece[piece.rfind("\n") :].lstrip().startswith("#"):  # about what comes next
        piece = piece[: piece.rfind("\n")].rstrip()
    last = text.find("\n", start + len(piece))
    return first, len(text) if last < 0 else last + 1


def _with_more(text: str, root: yaml.MappingNode, name: str, values: Sequence[str]) -> str:
    end = root.end_mark.index
    if root.flow_style:
        before = text[: end - 1].rstrip()
        comma = "" if before.endswith((",", "{")) else ","
        return f"{before}{comma} {name}: {_flow(values)}{text[end - 1 :]}"
    margin = " " * root.start_mark.column
    before = text[:end].rstrip(" \n")
    return f"{before}\n{margin}{name}: {_flow(values)}\n{text[end:]}"


def _without(text: str, key: yaml.Node, node: yaml.Node) -> str:
    after = text[node.end_mark.index :]
    shorter = re.sub(r"^\s*,\s*", "", after)
    before = text[: key.start_mark.index]
    return before + shorter if shorter != after else re.sub(r",?\s*$", "", before) + after


def _in_block(text: str, node: yaml.SequenceNode, values: Sequence[str]) -> str | None:
    """Return the file with names left out of a list that has a line each, and others below it; None where their order changes."""
    there = [item.value for item in node.value]
    kept = [name for name in there if name in values]
    if (
        not kept
        or list(values[: len(kept)]) != kept
        or len({item.start_mark.line for item in node.value}) != len(there)
    ):
        return None
    more = "".join(f"{' ' * node.start_mark.column}- {_quoted(name)}\n" for name in values[len(kept) :])
    cuts = [(_lines(text, item.start_mark.index, item.end_mark.index), item.value in values) for item in node.value]
    end = cuts[max(at for at, (_, stays) in enumerate(cuts) if stays)][0][1]
    pieces, position = [], 0
    for (first, last), stays in cuts:
        pieces.append(text[position : last if stays else first])
        if stays and last == end:
            pieces.append(more)
        position = last
    return "".join((*pieces, text[position:]))


def _remarks(text: str) -> list[str]:
    """Return the remarks in a piece of YAML, in their order; a # within quotes is none."""
    bare = re.sub(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'", "", text)
    return [found.rstrip() for found in re.findall(r"(?:^|(?<=\s))#.*", bare, re.MULTILINE)]


def _flow(values: Sequence[str]) -> str:
    return f"[{', '.join(value if ADDRESS.fullmatch(value) else _quoted(value) for value in values)}]"


def _quoted(text: str) -> str:
    """Return a name as it is written in YAML: in quotes where it has a sign that means something there."""
    plain = re.fullmatch(r"[^\W\d_][\w '()./-]*", text) and text == text.strip()
    if (plain or ADDRESS.fullmatch(text)) and text.casefold() not in NO_WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
