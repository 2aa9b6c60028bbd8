"""A rule names its sources by their keys; what a source is, the register says."""

import pytest

from calc.clinical.sources import source


def test_a_source_that_the_register_lacks_is_named_with_what_to_do() -> None:
    words = "^calc/clinical/register.py has no source unheard-of: run make register$"

    with pytest.raises(LookupError, match=words):
        source("unheard-of")
