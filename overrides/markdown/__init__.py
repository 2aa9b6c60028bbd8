"""Python-Markdown extensions that put calculators, dose tables and citations on a page."""
