"""Measures speed, memory and size, each beside a reference in the same run."""
