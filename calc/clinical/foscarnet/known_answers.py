"""The known answers of the calculators: invented patients, and what their answers must say."""

from calc.model.calculator import KnownAnswer

MAN_OF_68 = {
    "age": "68",
    "sex": "male",
    "creatinine": "1.0",
    "creatinine_unit": "mg/dL",
    "weight": "70",
}
NO_DIALYSIS = {"dialysis": "no"}
HSV = {"regimen": "hsv-40-every-8-h"}
THROUGH_A_VEIN = {"access": "peripheral"}
SALINE = {"first_infusion": "no", "fluid": "saline"}

PLAN = KnownAnswer(
    MAN_OF_68 | NO_DIALYSIS | HSV | THROUGH_A_VEIN | SALINE,
    (
        "2,450 mg every 12 hours",
        "35 mg/kg; 4,900 mg (70 mg/kg) in any 24 hours",
        "102 mL of foscarnet made up to 204.1 mL",
        "over at least 60 min, at no more than 204.1 mL/h",
        "the label gives no figure for this dose",
    ),
)
CLEARANCE = KnownAnswer(
    MAN_OF_68 | {"age": "47"},
    ("Clearance per kg: 1.291 mL/min/kg", "Label band: above 1, up to 1.4"),
)
A_SLIP = KnownAnswer(
    MAN_OF_68 | {"weight": "70000"},
    ("Weight must be 350 kg or less", "was it 70,000 g (70 kg)?"),
)
A_REFUSAL = KnownAnswer(
    MAN_OF_68 | NO_DIALYSIS | HSV | {"creatinine": "3.0"},
    ("No dose or volume can be given", "0.333 mL/min/kg, is below 0.4"),
)
INFUSION = KnownAnswer(
    {"dose": "2450", "weight": "70", "first_infusion": "no"} | NO_DIALYSIS | HSV | THROUGH_A_VEIN,
    ("204.1 mL of 12 mg/mL", "over at least 60 min, at no more than 204.1 mL/h"),
)
HYDRATION = KnownAnswer(
    {"dose_per_kg": "40", "interval": "8"} | NO_DIALYSIS | SALINE,
    ("500 mL of 0.9% sodium chloride", "1,500 mL"),
)
