"""Tests of forms, results and texts."""
