"""The kinds of file in a content folder, as one table: what each is called, what it must look like, and where it stands in the catalogue."""

from dataclasses import dataclass

from generator.model.schema import (
    Activity,
    Agreements,
    Domain,
    Draft,
    Experience,
    Kinds,
    Location,
    Model,
    Municipality,
    Organisation,
    Practice,
    Questions,
    Referral,
    Referrers,
    Results,
    Safety,
    Settings,
    Sources,
    Synonyms,
    Tongue,
)

LONG = 32 * 1024  # bytes that somebody writes about one thing
LONG_LIST = 128 * 1024  # bytes of a file that holds a whole list


@dataclass(frozen=True, slots=True)
class Folder:
    """A kind of which there are many: its folder (and attribute of the catalogue), its model, and how many folders deep its files lie."""

    name: str
    model: type[Model]
    depth: int = 1
    most: int = LONG

    @property
    def attribute(self) -> str:
        """Return where the catalogue has these entries."""
        return self.name


@dataclass(frozen=True, slots=True)
class Single:
    """A kind of which there is one file: its name without ``.yml``, its model, and whether a site can do without."""

    name: str
    model: type[Model]
    attribute: str
    required: bool = False
    most: int = LONG_LIST

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"{self.name}.yml"


FOLDERS = (
    Folder("domains", Domain),
    Folder("municipalities", Municipality),
    Folder("organisations", Organisation),
    Folder("locations", Location),
    Folder("practices", Practice, depth=2),
    Folder("activities", Activity, depth=2),
    Folder("drafts", Draft, depth=2),
    Folder("results", Results, depth=2),
    Folder("experiences", Experience, depth=2),
    Folder("languages", Tongue),
)
SINGLES = (
    Single("site", Settings, "settings", required=True),
    Single("referral", Referral, "referral", required=True),
    Single("referrers", Referrers, "referrers", required=True),
    Single("kinds", Kinds, "kinds"),
    Single("synonyms", Synonyms, "synonyms"),
    Single("safety", Safety, "safety"),
    Single("questions", Questions, "questions"),
    Single("agreements", Agreements, "agreements"),
    Single("sources", Sources, "sources"),
)
# What somebody adds with a form, a table or in a terminal: an activity, and what it names and is not there yet.
ADDED: dict[str, type[Model]] = {"activities": Activity, "organisations": Organisation, "locations": Location}
