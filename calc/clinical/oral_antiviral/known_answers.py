"""The known answers of the calculator: invented patients, and what their answers must say."""

from calc.model.calculator import KnownAnswer

MAN_OF_68 = {
    **{"age": "68", "sex": "male", "height": "170", "creatinine": "2.0"},
    **{"creatinine_unit": "mg/dL", "dialysis_kind": "none", "mind": "no"},
    **{"tablets": "valaciclovir", "purpose": "zoster", "whose_text": "us"},
}
TOO_MUCH = KnownAnswer(
    MAN_OF_68
    | {"weight": "59", "ordered": "yes", "tablet_dose": "1000", "order_often": "three-a-day"},
    (
        "Too much: 200% more than the text's 1,000 mg every 24 hours",
        "29.5 mL/min",
        "is the dose for normal kidneys",
    ),
)
BY_TEXT = KnownAnswer(
    MAN_OF_68 | {"weight": "80", "tablets": "famciclovir", "whose_text": "europe", "ordered": "no"},
    (
        "Famciclovir, dose for these kidneys: 500 mg every 12 hours",
        "250 mg every 8 hours, 30 to 39",
    ),
)
