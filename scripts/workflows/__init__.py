"""Makes the workflows of three forges of one description: ``python -m scripts.workflows``.

``beschrijving.yml`` says what is run, when and with which actions; a template a file says it in the forge's own grammar.
"""
