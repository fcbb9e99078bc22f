"""Views and model to what other programs read: one module a format."""
