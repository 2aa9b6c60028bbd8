"""Whatever fails: what the reader sees, that the tables serve, and that no number is wrong."""
