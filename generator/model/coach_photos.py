"""The photographs of welzijnscoaches: a face is shown only with a dated consent, as a name is."""

from collections.abc import Iterator

from generator.model.problem import Loc
from generator.model.schema import Foto, Municipality, Practice, Welzijnscoach


def coaches_of(model: Practice | Municipality) -> Iterator[tuple[Loc, Welzijnscoach]]:
    """Yield the coaches that a practice or a municipality names, each with its place in the file."""
    if isinstance(model, Municipality):
        yield from ((("welzijnscoaches", at), coach) for at, coach in enumerate(model.welzijnscoaches))
    elif model.welzijnscoach:
        yield ("welzijnscoach",), model.welzijnscoach


def coach_photos(model: Practice | Municipality) -> Iterator[tuple[Loc, Foto]]:
    """Yield the photographs that may be shown, each with its place in the file."""
    for loc, coach in coaches_of(model):
        if coach.foto and coach.toestemming:
            yield (*loc, "foto"), coach.foto
