"""How much the tests look at of barriers, privacy, security and bad input, stored by a run."""
