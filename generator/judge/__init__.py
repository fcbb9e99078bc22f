"""What is wrong with the content: the rules, and problems as text."""
