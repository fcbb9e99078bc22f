"""Addresses that the site itself uses, now or in a later version: nobody can give them to something else."""

# Pages that the generator makes of data, to which a signpost may lead.
PAGES = frozenset(
    ["agenda", "inbedden", "lijst", "meedoen", "overzicht", "praktijken", "verwijzers", "welzijn-op-recept", "zoeken"]
)
# Pages that somebody writes, because the frame of every page links to them.
WRITTEN = ("over", "privacy", "toegankelijkheid")
# The first part of an address.
RESERVED = frozenset(
    [
        *PAGES, *WRITTEN, "404", "assets", "data", "flyer", "fotos", "gemeenten", "index", "kalender",
        "pagina", "shell", "sitemap",
    ]
)  # fmt: skip
# The last part of an address of an activity or a practice.
IN_MUNICIPALITY = frozenset(["index", "agenda", "inbedden", "kalender", "overzicht", "zoeken"])
