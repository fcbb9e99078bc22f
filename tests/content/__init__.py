"""Tests of the content, not of the code: they pass for any content in which ``check`` finds no errors. CONTENT names the folder."""
