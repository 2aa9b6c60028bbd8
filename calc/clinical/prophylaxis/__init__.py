"""Antiviral prophylaxis in myeloma: who advises it, and until which day, source by source."""
