"""What other programs read: shapes that stay as they are for as long as their version lasts."""
