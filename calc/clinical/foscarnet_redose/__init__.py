"""Foscarnet that is running, and what the newest creatinine makes of its dose."""
