"""Tests of the catalogue, its promises and the command line."""
