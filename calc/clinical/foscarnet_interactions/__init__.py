"""Other drugs beside foscarnet: what each does, what to do, and how that is known."""
