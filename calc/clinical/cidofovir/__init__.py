"""Cidofovir: whether it may be given, from when, how much, and the clock of its day."""
