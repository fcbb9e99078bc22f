"""Frozen shapes, one a reader: what a template prints, already in order and in Dutch. Views are pure."""
