"""Reading YAML: strings only, positions right, and hostile input refused at once."""

import resource
import time

from hypothesis import given
from hypothesis import strategies as st

from generator.model.files import LONG
from generator.model.problem import Problem
from generator.read.source import Document, parse


def read(text: str) -> Document:
    found = parse(text.encode(), "x.yml")
    assert isinstance(found, Document), found
    return found


def refused(raw: bytes) -> Problem:
    found = parse(raw, "x.yml")
    assert isinstance(found, Problem), found
    return found


def test_every_scalar_stays_a_string():
    text = "a: 10:30\nb: 0612345678\nc: NO\nd: 2026-11-22\ne: 1e3\nf: null\ng: ~\nh: 0x10\ni:\n"
    assert read(text).data == {
        "a": "10:30",
        "b": "0612345678",
        "c": "NO",
        "d": "2026-11-22",
        "e": "1e3",
        "f": "null",
        "g": "~",
        "h": "0x10",
        "i": "",
    }


def test_lists_become_tuples_and_positions_are_known():
    found = read("a:\n  - b: x\n    c: [y, z]\n")
    assert found.data == {"a": ({"b": "x", "c": ("y", "z")},)}
    assert found.values["a", 0, "c", 1] == (3, 12)
    assert found.keys["a", 0, "c"] == (3, 5)
    assert found.position(("a", 0, "d", 7)) == (2, 5)


def test_a_byte_order_mark_is_read_over():
    assert read("\ufefftitel: x").data == {"titel": "x"}


def quick(raw: bytes, code: str):
    """Refuse within a second and without a hundred megabytes: generous, for a machine that is busy."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    assert refused(raw).code == code
    assert time.process_time() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_an_alias_bomb_is_refused_at_once():
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10))
    quick(f"l0: &l0 lol\n{levels}\n".encode(), "B005")


def test_two_thousand_levels_are_refused_at_once():
    quick(b"a: " + b"[" * 2000 + b"]" * 2000, "B008")
    quick(b"a: " + b"{b: " * 2000 + b"}" * 2000, "B008")
    quick("\n".join(" " * n + "a:" for n in range(200)).encode(), "B008")


def test_a_huge_file_is_refused_unread():
    quick(b"titel: " + b"x" * (LONG * 100), "B002")


def test_binary_and_wrong_encodings_are_refused():
    quick(bytes(range(256)) * 10, "B001")
    quick(b"a: \x00", "B011")
    quick("titel: Samen zingen".encode("utf-16"), "B001")
    quick("titel: één".encode("latin-1"), "B001")


def test_a_merge_key_is_not_special():
    assert read("a: {<<: {b: c}}").data == {"a": {"<<": {"b": "c"}}}


@given(st.text())
def test_any_text_gives_a_document_or_one_problem(text: str):
    found = parse(text.encode("utf-8", "surrogatepass"), "x.yml")
    assert isinstance(found, Document | Problem)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_one_problem(raw: bytes):
    assert isinstance(parse(raw, "x.yml"), Document | Problem)


YAMLISH = st.text(alphabet="ab:-[]{}\"'&*!|>#?,%@`\n \t0", max_size=80)


@given(YAMLISH)
def test_any_yaml_like_text_gives_a_document_or_one_problem(text: str):
    found = parse(text.encode(), "x.yml")
    assert isinstance(found, Document | Problem)
    if isinstance(found, Document):
        assert isinstance(found.data, dict)
