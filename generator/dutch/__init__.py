"""The language: sentences, words, compounds, places."""
