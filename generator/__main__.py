"""Lets `python -m generator VERB` run the command line."""

import sys

from generator.cli.verbs import main

if __name__ == "__main__":
    sys.exit(main())
