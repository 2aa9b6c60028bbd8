"""The browser runtime: how it is built, how it starts, and how it fails."""
