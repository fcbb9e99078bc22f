"""Disk and tables to the model."""
