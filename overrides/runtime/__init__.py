"""Builds the browser runtime: Python for the page, in five files that any static server can serve."""
