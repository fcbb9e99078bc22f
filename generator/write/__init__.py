"""The plan of the site, the build, the tree on disk, and settings for hosts."""
