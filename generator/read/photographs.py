"""Photographs: opened to see that they are, and written anew for the site: without what a camera adds, in sizes for a phone.

A file from a camera says where and when it was made, and by whose telephone. Nothing of a file reaches the site but its picture.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

WIDTHS = (480, 960)  # pixels: a narrow phone, and the column of a page on a sharp screen
KINDS = {
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}
TALLEST = 3  # times as high as wide: more is no photograph, and no format for the web takes all of it
READ = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10_000_000
MOST_PIXELS = 60_000_000  # what a good telephone makes; more takes a computer's memory
TOO_MANY = f"heeft meer dan {MOST_PIXELS // 1_000_000} miljoen punten"


def fault(raw: bytes) -> str | None:
    """Return what is wrong with a photograph, in Dutch without a full stop, or None."""
    if len(raw) > MOST_BYTES:
        return f"is groter dan {MOST_BYTES // 1_000_000} MB"
    from PIL import Image  # noqa: PLC0415 - as below

    try:
        picture = _opened(raw)
    except Image.DecompressionBombError:
        return TOO_MANY
    except Exception:  # noqa: BLE001 - Pillow raises whatever its readers raise
        return "is geen beeld dat te openen is"
    if isinstance(picture, str):
        return picture
    if picture.width < WIDTHS[0]:
        return f"is smaller dan {WIDTHS[0]} punten"
    return "is veel hoger dan breed" if picture.height > TALLEST * picture.width else None


def reduced(raw: bytes, width: int, kind: str) -> bytes:
    """Return a photograph (that has no ``fault``) of at most ``width`` pixels, as "webp" or "jpg", with nothing else in it."""
    picture = _opened(raw)
    if isinstance(picture, str):
        raise TypeError(picture)
    if picture.width > width:
        from PIL import Image  # noqa: PLC0415 - as below

        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    name, settings = KINDS[kind]
    target = io.BytesIO()
    picture.save(target, name, **settings)
    return target.getvalue()


@contextmanager
def _whole_ones_only() -> Iterator[None]:
    """Let Pillow refuse files that were cut off: WeasyPrint, where it is loaded, lets it read those for all."""
    from PIL import ImageFile  # noqa: PLC0415 - as below

    kept, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = kept


def _opened(raw: bytes) -> Any:
    """Return a picture the right way up and without anything besides, or what is wrong with it."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - most runs have looked at every photograph before

    with warnings.catch_warnings(), _whole_ones_only():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(raw), formats=READ) as file:
            if file.width * file.height > MOST_PIXELS:
                return TOO_MANY
            # Pillow cuts sixteen bits a point off at eight instead of scaling them.
            eight = (
                file.convert("I").point(lambda value: value / 256).convert("L") if file.mode.startswith("I") else file
            )
            turned = ImageOps.exif_transpose(eight)
            flat = Image.new("RGB", turned.size, "white")
            seen = turned.convert("RGBA")
            flat.paste(seen, mask=seen.getchannel("A"))
    return flat
