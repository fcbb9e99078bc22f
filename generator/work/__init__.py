"""The cellar: what was worked out before, several processes, and the disk."""
