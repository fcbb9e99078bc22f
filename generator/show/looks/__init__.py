"""How the site looks: style, script, typeface and pictures as files with a hash in their name."""
