"""An entry as YAML, the way a volunteer would write it: plain texts, short lists on one line, the schema in the first line."""

from collections.abc import Mapping
from typing import Any

import yaml


class _Plain(yaml.CSafeDumper):
    """Writes texts without quotes wherever YAML allows it: this program reads every value as a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to switch them off


def entry_yaml(folder: str, data: Mapping[str, Any], depth: int) -> str:
    """Return an entry of a content folder ("activities"), which lies ``depth`` folders deep in it."""
    up = "../" * (depth + 1)
    first = f"# yaml-language-server: $schema={up}schema/{folder}.json\n"
    return first + _indented(
        yaml.dump(
            {name: _short(value) for name, value in data.items()},
            Dumper=_Plain,
            sort_keys=False,
            allow_unicode=True,
            width=4000,
            default_flow_style=False,
        )
    )


def _indented(text: str) -> str:
    """Return an entry with the items of its lists below their field: libyaml, five times as fast as PyYAML, writes them beside it."""
    lines: list[str] = []
    in_list = False
    for line in text.split("\n"):
        if line.startswith("- "):
            in_list = True
        elif line and not line.startswith(" "):
            in_list = False
        lines.append(f"  {line}" if in_list and line else line)
    return "\n".join(lines)


class _OnOneLine(list[str]):
    """A list of short words, written between brackets."""


def _one_line(dumper: Any, value: _OnOneLine) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


def _text(dumper: Any, value: str) -> Any:
    lines = "\n" in value.rstrip("\n")
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", value.rstrip("\n") + "\n" if lines else value, style="|" if lines else None
    )


_Plain.add_representer(_OnOneLine, _one_line)
_Plain.add_representer(str, _text)


def _short(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _OnOneLine(value)
    if isinstance(value, list):
        return [_short(one) for one in value]
    return {name: _short(one) for name, one in value.items()} if isinstance(value, dict) else value
