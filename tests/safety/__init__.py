"""The hazard log: each control has tests, these are there and passed, and its forms are whole."""
