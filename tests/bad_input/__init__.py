"""Bad input, stored: what it is, and what must come of it, whichever way it comes."""
