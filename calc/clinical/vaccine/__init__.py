"""The days of the recombinant zoster vaccine: both doses, and what moves them."""
