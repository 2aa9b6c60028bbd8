"""The conformance kit of a release: its tables, its cases, and the command that compares."""
