"""What the browser needs to find an activity: facets, word list, cries for help, shards."""
