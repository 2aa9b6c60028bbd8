"""The proof, readable by an outsider."""
