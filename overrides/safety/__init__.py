"""The hazard log: read and held against what it names, and written in the forms of others."""
