"""The search index: what the browser needs to find an activity, packed into one file a shard.

All knowledge of Dutch is used here; the browser gets words with their keys and ranks with lunr.js.
"""
