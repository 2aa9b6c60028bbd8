"""The property tests try the same examples everywhere and leave nothing behind."""

from hypothesis import settings

import tests.catalogue.strategies  # noqa: F401  (registers the profile)

settings.load_profile("proof")
