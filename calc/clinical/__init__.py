"""The clinical rules: one module for each thing a pharmacist would name."""
