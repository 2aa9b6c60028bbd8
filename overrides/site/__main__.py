"""`python -m overrides.site`: builds site/, unless it is already what its sources say."""

from overrides.site.build import build

build()
