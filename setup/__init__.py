"""Prepares a machine: finds or fetches what the build and the tests need, and says so."""
