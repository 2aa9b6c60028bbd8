"""What the verdict on tablets answers of the questions of the next step."""

from calc.clinical.oral_antiviral.compared import Compared, Verdict
from calc.clinical.oral_antiviral.dose import ByText
from calc.model.inputs import YesNoUnknown

FITS = {
    Verdict.SAME: "fits",
    Verdict.WITHIN: "fits",
    Verdict.DIVIDED: "fits",
    Verdict.LESS: "too-little",
    Verdict.MORE: "too-much",
}
"""What a verdict is called there; one that asks first, or compares nothing, is not given on."""


def settled(own: ByText, found: Compared, mind: YesNoUnknown, doubted: bool) -> dict[str, str]:
    """The answers that are given on: what runs, whether its dose fits, and confusion as a flag.

    Nothing is said of a dose that a study found too high, of much at one time, or where it is
    `doubted` which drug was ordered.
    """
    treats = own.followed.purpose == "zoster"
    answers = {"treatment": "tablets" if treats else "prophylaxis"}
    if mind is YesNoUnknown.YES:
        answers["red_flags"] = "brain"
    fits = FITS.get(found.verdict)
    unsure = doubted or found.at_once or (own.too_high and fits == "fits")
    if treats and fits and not unsure:
        answers["tablets_dose"] = fits
    return answers
