"""What a page is made with besides its content: its templates, and the style sheets and scripts that only some pages have.

So that a change in one of them touches the pages that show it, and no others.
"""

import re
from functools import cache
from pathlib import Path

from generator.work.cache import digest

TEMPLATES = Path(__file__).parent / "templates"
# Templates name each other in full (a test looks).
NAMED = re.compile(r'{%-?\s*(?:from|import|include|extends)\s+"([^"]+)"')
# Pages with a script of their own, by template: modules by what they are for, and what other sites load as it is.
MODULES = {
    "referrers": ("referrers",),
    "embed": ("embedding",),
    "agenda": ("agenda",),
    "activity": ("activity", "aloud"),
    "referral": ("aloud",),
    "list": ("list", "aloud"),
    "form": ("form",),
    "not_found": ("lost",),
    "moved": ("moved",),
    "talk": ("talk",),
    "experience_form": ("sharing",),
}
STYLES = {
    "activity": ("activity_style", "aloud_style"),
    "agenda": ("agenda_style",),
    "week": ("agenda_style",),
    "list": ("fields_style", "list_style", "aloud_style"),
    "overview": ("overview_style",),
    "form": ("fields_style", "form_style"),
    "join": ("form_style", "wide_style"),
    "referral": ("referral_style", "wide_style", "aloud_style"),
    "referrers": ("referral_style", "wide_style"),
    "embed": ("referral_style",),
    "practices": ("referral_style",),
    "practices_in_place": ("referral_style", "wide_style"),
    "practice": ("referral_style", "wide_style"),
    "flyer": ("flyer_style",),
    "data": ("referral_style", "wide_style"),
    "results": ("wide_style",),
    "results_in_place": ("overview_style", "wide_style"),
    "registration": ("referral_style", "wide_style"),
    "experiences": ("wide_style", "experiences_style"),
    "experience_form": ("fields_style", "form_style"),
    "talk": ("fields_style", "referral_style", "talk_style"),
}
# The same of pages in another language.
MODULES_ABROAD = {
    "list": ("aloud", "abroad"),
    "places": ("aloud", "abroad"),
    "activity": ("aloud",),
    "referral": ("aloud",),
}
STYLES_ABROAD = {"referral": ("wide_style",)}
# Pages that a script makes another page of: it says so before anything is drawn.
EARLY = frozenset(["home", "everything", "province", "municipality", "agenda", "list", "form"])
# What a view puts in a page itself: the search, the codes of the list, the sending of the form.
IN_VIEWS = {
    "everything": ("worker", "finder"),
    "province": ("worker", "finder"),
    "municipality": ("worker", "finder"),
    "list": ("code",),
    "form": ("form_send",),
}


def source(name: str) -> str:
    """Return the text of a template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def closure(name: str) -> frozenset[str]:
    """Return a template and all that it is put together of."""
    found = {name}
    for other in NAMED.findall(source(name)):
        found |= closure(other)
    return frozenset(found)


@cache
def template_digest(*names: str) -> str:
    """Return a digest of templates and all that they are put together of."""
    parts = sorted(set[str]().union(*map(closure, names)))
    return digest(*(text for part in parts for text in (part, source(part))))


def assets_of(template: str) -> tuple[str, ...]:
    """Return what a kind of page loads that not every page loads, by what it is for."""
    early = ("early",) if template in EARLY else ()
    return (*MODULES.get(template, ()), *STYLES.get(template, ()), *early, *IN_VIEWS.get(template, ()))


def assets_abroad(template: str) -> tuple[str, ...]:
    """Return what only some pages in another language load, by what it is for."""
    return (*MODULES_ABROAD.get(template, ()), *STYLES_ABROAD.get(template, ()))
