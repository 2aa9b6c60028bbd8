"""The order in which the extensions read a page, whatever order they are named in: highest first.

Beside each stand the steps of Python-Markdown that it must come after or before.
"""

# Lines, after fenced code was put aside (25) and before raw HTML is (20).
WRITTEN = 24.5
CITATIONS = 24
GLOSSARY = 23.5
UNBROKEN = 23

# Blocks, before every processor that could take a `:::` line (100 and less).
DRAWN = 115

# Words, after code spans (190) and before links (170).
FIGURES = 176

# The tree, after the notes were put at its end (50) and before words are read (20).
FOLDED = 49

# The tree, after words were read (20) and headings got links to themselves (5), and before a site
# builder looks where links lead (0).
LINKS = 4
