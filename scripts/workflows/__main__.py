"""Writes the workflows: ``python -m scripts.workflows``."""

from scripts.workflows.make import PROJECT, made

if __name__ == "__main__":
    for path, text in made().items():
        (PROJECT / path).write_text(text, encoding="utf-8")
