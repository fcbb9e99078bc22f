"""What the generator knows of the Dutch language: words to keys, compounds to parts, texts to kinds of activity."""
