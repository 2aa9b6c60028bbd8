"""Electrolytes, symptoms and the ECG under foscarnet: what is urgent, and what misleads."""
