"""A second implementation of the calculators, apart from `calc`: whole numbers, and nothing else.

It imports nothing of the first. Its tables are the transcriptions that were made apart from the
rows of `calc`; what is not in a table it types again from the source, in least units: tenths of mL,
grams, nanograms.
"""
