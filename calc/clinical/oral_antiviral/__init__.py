"""Aciclovir, valaciclovir and famciclovir by mouth: what the texts give, and today's order."""
