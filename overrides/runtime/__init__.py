"""Builds the browser runtime: Python for the page, in five files that any server can serve."""
