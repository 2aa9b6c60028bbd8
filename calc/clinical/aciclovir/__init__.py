"""Intravenous aciclovir: the rules of its product texts, and what is said of them."""
