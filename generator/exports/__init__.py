"""The site's data in the formats of others: one module a format."""
