"""Builds the site: MkDocs, and what is done to its pages so that they work wherever they lie."""
