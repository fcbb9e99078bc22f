"""The pages that list activities: home, themes, municipalities, the visitor's own list, frames."""
