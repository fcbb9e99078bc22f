"""What is on by date."""
