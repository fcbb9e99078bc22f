"""The generator of the Activiteitenwijzer: checked entries in, a static site out."""

__version__ = "0.1.0"
