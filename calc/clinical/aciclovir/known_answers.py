"""The known answers of the calculator: invented patients, and what their answers must say."""

from calc.model.calculator import KnownAnswer

MAN_OF_68 = {
    **{"age": "68", "sex": "male", "weight": "70", "height": "175"},
    **{"creatinine": "1.0", "creatinine_unit": "mg/dL", "renal_replacement": "none"},
    **{"infection": "vzv", "product_text": "us", "vial": "us-500"},
}
ONE_WEIGHT = KnownAnswer(
    MAN_OF_68,
    (
        "Intravenous aciclovir: 10 mg/kg (700 mg) every 8 hours",
        "14 mL of 50 mg/mL, from 2 vials of 500 mg in 10 mL",
        "100 mL in all, drug included: 7 mg/mL or less",
    ),
)
THREE_WEIGHTS = KnownAnswer(
    MAN_OF_68 | {"sex": "female", "weight": "120", "height": "160", "confirm": "yes"},
    (
        "By ideal weight 10 mg/kg (523.8 mg)",
        "by adjusted weight 10 mg/kg (794.2 mg)",
        "by actual weight 10 mg/kg (1,200 mg)",
    ),
)
