"""The figures of intravenous aciclovir that a page may state, by name."""

from calc.clinical.aciclovir.label import CEILING, HSV, SHORTEST, UK, US, VZV
from calc.clinical.aciclovir.words import NEAR_PERCENT
from calc.model.quantity import Quantity

FIGURES: dict[str, Quantity | str] = {
    "aciclovir-vzv": VZV,
    "aciclovir-hsv": HSV,
    "aciclovir-ceiling": CEILING,
    "aciclovir-shortest": SHORTEST,
    "aciclovir-us-most": US.most,
    "aciclovir-uk-most": UK.most,
    "aciclovir-near": f"{NEAR_PERCENT}%",
}
