"""Foscarnet: the US label, the regimens, and what follows from a clearance and a weight."""
