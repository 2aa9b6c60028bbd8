"""What a page asks of the person who uses it: keys, pointer travel, screens and words, counted."""
