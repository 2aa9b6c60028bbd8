"""The known answers of the calculator: invented orders, and what must be said of them."""

from calc.model.calculator import KnownAnswer

PATIENT = {
    **{"age": "68", "sex": "male", "creatinine": "1.0", "creatinine_unit": "mg/dL"},
    **{"weight": "70", "dialysis": "no", "regimen": "hsv-40-every-8-h"},
    **{"access": "peripheral", "first_infusion": "no"},
}
AS_BY_LABEL = {
    **{"order_dose": "2450", "order_interval": "12", "order_concentration": "12"},
    **{"order_volume": "204.1", "order_time": "60", "order_rate": "204.1"},
}
AGREES = KnownAnswer(PATIENT | AS_BY_LABEL, ("All 9 items checked agree with the label's figures",))
NOT_REDUCED = KnownAnswer(
    PATIENT | {"order_dose_per_kg": "40", "order_interval": "8"},
    (
        "dose per kg higher by 14.3%, interval shorter by 4 hours, dose in 24 hours higher by "
        "71.5%",
        "40 mg/kg is this regimen's dose for normal kidneys",
    ),
)
