"""Tests of what is said of the benchmark's runs."""
