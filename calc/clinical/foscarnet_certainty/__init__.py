"""How sure a patient's band of foscarnet is: what crosses its edges, and what may be off."""
