"""What cannot be otherwise, by the definition of a unit or of a day."""

from calc.model.quantity import constant

ONE = constant(1, "1")
HOURS_24 = constant(24, "h", "24 hours")
MINUTES_PER_HOUR = constant(60, "min/h", "60 min/h")
MG_PER_G = constant(1000, "mg/g")
