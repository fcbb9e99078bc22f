"""What every page has: its address, its title, how fresh it is, and the way to a person."""

from dataclasses import dataclass

from generator.views.referral.coach import Coach


@dataclass(frozen=True, slots=True)
class Head:
    """The frame of a page. ``address`` is relative to the site's root and ends in a slash (empty: home).

    ``status`` is the line at its foot that says how fresh a text is, where the page does not say so itself; ``place`` names the municipality it is about, if any;
    ``theme`` is the theme whose picture stands for the page when it is shared; ``abroad`` is what stands behind a language in the address of the
    same page in that language, None where there is none.
    """

    address: str
    title: str
    description: str
    status: str = ""
    place: str = ""
    theme: str = ""
    coaches: tuple[Coach, ...] = ()
    abroad: str | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step back: a name and an address relative to the site's root."""

    name: str
    address: str
