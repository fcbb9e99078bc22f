"""QR codes: an address as a picture that a telephone reads (ISO/IEC 18004), made by segno."""

import base64
import io
import re
from typing import TYPE_CHECKING

from generator.give.many_codes import Code, ManyCodes

if TYPE_CHECKING:
    import segno

QUIET = 4  # modules of white around a code, as the standard asks
CORRECTION = "m"  # readable with 15 % of it smudged, which print on a home printer needs
# Which of the eight masks a code of an activity gets. A reader takes any; looking for the calmest one takes five times as long,
# and a site has many activities. Paper that many people see (flyers, posters) gets the calmest.
MASK = 2
PNG_SCALE = 16  # pixels a module: large enough for a poster in any text processor


def qr_svg(address: str) -> bytes:
    """Return the code of an address as SVG, black on white, without a size of its own. Needs a full address."""
    target = io.BytesIO()
    _code(address).save(
        target,
        kind="svg",
        border=QUIET,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
    )
    return target.getvalue()


def qr_png(address: str) -> bytes:
    """Return the code of an address as PNG, black on white."""
    target = io.BytesIO()
    _code(address).save(target, kind="png", border=QUIET, scale=PNG_SCALE, dark="#000", light="#fff")
    return target.getvalue()


def qr_data(address: str) -> str:
    """Return the code of an address as a ``data:`` address, to stand in a page."""
    return f"data:image/svg+xml;base64,{base64.b64encode(qr_svg(address)).decode()}"


def _code(address: str) -> "segno.QRCode":
    import segno  # noqa: PLC0415 - loaded where it is needed

    return segno.make_qr(address, error=CORRECTION, boost_error=False)


def modules(address: str) -> bytes:
    """Return the code of an address as its modules, packed: a byte with the size, then the bits of row after row."""
    size, bits = _MANY.code(address)
    return bytes([size]) + bits.to_bytes(-(-size * size // 8), "big")


def one_code(address: str) -> Code:
    """Return the code of an address as segno makes it, in the one mask."""
    import segno  # noqa: PLC0415 - loaded where it is needed

    matrix = segno.make_qr(address, error=CORRECTION, boost_error=False, mask=MASK).matrix
    return len(matrix), int("".join("01"[dark] for row in matrix for dark in row), 2)


_MANY = ManyCodes(one_code)


def path(packed: bytes) -> tuple[int, str]:
    """Return what ``modules`` gave as the size of a drawing and a path in it: each row of dark modules as strokes."""
    size = packed[0]
    bits = int.from_bytes(packed[1:], "big")
    width = -(-size // 8)
    row, spare = (1 << size) - 1, 8 * width - size
    strokes = []
    for number in range(size):
        pieces = ((bits >> (size - 1 - number) * size & row) << spare).to_bytes(width, "big")
        strokes.append(f"M{QUIET} {number + QUIET}.5" + "".join([_STROKES[piece] for piece in pieces]))
    return size + 2 * QUIET, "".join(strokes)


def _strokes(piece: int) -> str:
    """Return eight modules as what a pen does: dark ones are drawn, over light ones it is lifted."""
    runs = re.findall("1+|0+", f"{piece:08b}")
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)


_STROKES = [_strokes(piece) for piece in range(256)]
