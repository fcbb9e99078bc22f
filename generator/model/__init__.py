"""What content is and means."""
