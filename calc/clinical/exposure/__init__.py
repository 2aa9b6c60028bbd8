"""After a contact with chickenpox or zoster: what to give, until when, and isolation."""
