"""Builds the browser runtime: Python for the page, in files that any server can serve."""
