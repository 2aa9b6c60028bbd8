"""A fresh machine is prepared with the bytes that were pinned, and told plainly what is missing."""
