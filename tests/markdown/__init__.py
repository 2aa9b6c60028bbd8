"""Tests of the Markdown extensions."""
