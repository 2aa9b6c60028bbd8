"""The plan that the tests in a browser type, and the benchmark: a man at a band edge."""

PLAN = "foscarnet-plan"

ANSWERS = {
    "age": "68",
    "sex": "male",
    "creatinine": "1.0",
    "creatinine_unit": "mg/dL",
    "weight": "70",
    "dialysis": "no",
    "regimen": "hsv-40-every-8-h",
    "access": "peripheral",
    "first_infusion": "no",
    "fluid": "saline",
}
SECRET = {"age": "67", "weight": "71.375", "creatinine": "1.1375"}
"""Values that would be recognised anywhere."""
