"""Why a limit lies where it does, in the words that several limits share, and days that may be."""

from datetime import date

from calc.model.written import Span

SLIP = "beyond this a slip is likelier than a patient"
SLIP_OF_THE_UNIT = "beyond this a slip of the unit is likelier than a patient"
SLIP_IN_A_COURSE = "beyond this a slip is likelier than a course"
RARE = "values beyond this are rare"
RARE_OR_ANOTHER_UNIT = f"{RARE}, or of another unit"
RARE_IN_ADULTS = "adults outside this are rare"

LAST_YEAR = date(2099, 12, 31)
IN_USE = "the years in which this may be used"
YEARS = Span(date(2020, 1, 1), LAST_YEAR, IN_USE)
"""For what is given or asked now."""
YEARS_OF_A_HISTORY = Span(date(2000, 1, 1), LAST_YEAR, IN_USE)
"""For what may lie years back, such as a transplant."""
