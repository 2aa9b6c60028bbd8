"""What answers to the questions about dialysis say, in words that all of them share."""

NONE = frozenset({"no dialysis"})
HAEMODIALYSIS = frozenset({"haemodialysis"})
PERITONEAL = frozenset({"peritoneal dialysis"})
CONTINUOUS = frozenset({"continuous dialysis"})
ANY = HAEMODIALYSIS | PERITONEAL | CONTINUOUS
