"""Lets `python -m generator VERB` run the command line."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
