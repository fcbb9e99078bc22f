"""What somebody may have meant."""

from collections.abc import Sequence

from generator.dutch.likeness import nearest


def suggestion(given: str, options: Sequence[str], otherwise: str = "Kies uit: {}.") -> str:
    """Return "Bedoelt u …?" for a near miss, else the options (at most twelve)."""
    by_lower = {option.lower(): option for option in options}
    near = nearest(given.lower(), by_lower)
    found = by_lower[near] if near else next((option for option in options if given and given in option), "")
    if found:
        return f'Bedoelt u "{found}"?'
    if not options:
        return "Haal het weg, of kijk hoe een ander bestand het doet."
    more = " …" if len(options) > 12 else ""
    return otherwise.format(", ".join(options[:12]) + more)
