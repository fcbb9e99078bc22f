"""What a reader sees of one activity: its card, its page, its leaf, its days."""
