"""Numbers and words as short plain text, which every server compresses and a browser unpacks in a moment.

The other half is ``site_overrides/assets/search/unpack.js``; a test packs and unpacks.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

# Printable characters that JSON writes as themselves.
ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
RADIX = len(ALPHABET) // 2
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = "!#$%&()*+,-./:;<=>?@[]^_`{|}~"


def number(value: int) -> str:
    """Return a number of zero or more in base 46: the last character is one of the first 46, those before are not."""
    text = ALPHABET[value % RADIX]
    value //= RADIX
    while value:
        text = ALPHABET[RADIX + value % RADIX] + text
        value //= RADIX
    return text


def numbers(values: Iterable[int]) -> str:
    """Return numbers one after the other."""
    return "".join(map(number, values))


def _shared(one: str, other: str, most: int) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right or length == most:
            break
        length += 1
    return length


def front(words: Iterable[str]) -> str:
    """Return words in order, each as a capital (how many letters it shares with the one before) and its other letters."""
    text, last = [], ""
    for word in words:
        shared = _shared(word, last, len(CAPITALS) - 1)
        text.append(CAPITALS[shared] + word[shared:])
        last = word
    return "".join(text)


def lexicon(forms: Mapping[str, Sequence[str]]) -> str:
    """Return sorted keys as :func:`front` does, each followed by its forms: a sign (letters shared) and the rest."""
    text, last = [], ""
    for key in sorted(forms):
        shared = _shared(key, last, len(CAPITALS) - 1)
        text.append(CAPITALS[shared] + key[shared:])
        last = key
        for form in forms[key]:
            same = _shared(form, key, len(SIGNS) - 1)
            text.append(SIGNS[same] + form[same:])
    return "".join(text)


def bits(flags: Sequence[bool]) -> str:
    """Return yes and no as characters, five to each."""
    return "".join([_FIVES[tuple(flags[start : start + 5])] for start in range(0, len(flags), 5)])


_FIVES = {
    flags: ALPHABET[sum(1 << place for place, flag in enumerate(flags) if flag)]
    for amount in range(1, 6)
    for flags in product((False, True), repeat=amount)
}
