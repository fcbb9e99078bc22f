"""The codes of many addresses, in a hundredth of the time: learnt from segno, and the same as segno's to the last module.

With one mask and one size a code is linear: each bit of an address always turns the same modules, whatever the other bits are
(ISO/IEC 18004: the correction is linear over GF(2), and mask and placement are fixed). So which modules a bit turns is asked of segno once.
"""

from collections.abc import Callable

BITS = 7  # of a letter in an address (ASCII)
Code = tuple[int, int]  # how many modules wide, and the modules of all rows as one number


class ManyCodes:
    """Codes of addresses of one site. ``make`` gives the code of one, always in the same mask; the first ``enough`` are made by it."""

    def __init__(self, make: Callable[[str], Code], enough: int = 64) -> None:
        """Know nothing yet."""
        self._make = make
        self._enough = enough
        self._made = 0
        self._first: dict[int, tuple[str, Code]] = {}  # by length
        self._turned: dict[tuple[int, int, int], int] = {}  # by width, letter and bit: the modules that it turns

    def code(self, address: str) -> Code:
        """Return the code of an address, of ASCII letters of which one at least is lower case (so that it is written in bytes)."""
        self._made += 1
        if self._made <= self._enough or not address.isascii() or address == address.upper():
            return self._make(address)
        if len(address) not in self._first:
            self._first[len(address)] = address, self._make(address)
        base, (width, modules) = self._first[len(address)]
        for at, (was, letter) in enumerate(zip(base.encode(), address.encode(), strict=True)):
            differs = was ^ letter
            for bit in range(BITS):
                if differs >> bit & 1:
                    modules ^= self._turns(base, width, at, bit)
        return width, modules

    def _turns(self, base: str, width: int, at: int, bit: int) -> int:
        """Return the modules that a bit of a letter turns, in a code so wide."""
        key = (width, at, bit)
        if key not in self._turned:
            raw = bytearray(base.encode())
            raw[at] ^= 1 << bit
            self._turned[key] = self._make(raw.decode())[1] ^ self._first[len(base)][1][1]
        return self._turned[key]
