"""The model to frozen shapes, one a reader."""
