"""Single situations of the next step: where it stands and why, what follows, what is asked for."""

import pytest

from calc.model.statements import Route
from tests.clinical.next_step import answered, asked, said, stands

FOSCARNET = ("foscarnet-plan", "co-medication")
HEALED_WITH_FEVER = {"lesions": "healed", "red_flags": "fever", "resistance": "resistant"}


@pytest.mark.parametrize(
    ("changed", "step", "expected"),
    [
        ({"red_flags": "eye"}, "admit", ("aciclovir-iv",)),
        (HEALED_WITH_FEVER, "admit", FOSCARNET),
        ({**HEALED_WITH_FEVER, "enough_clearance": "no"}, "admit", ()),
        (
            stands("foscarnet", "5", lesions="healing", red_flags="eye"),
            *("admit", ("foscarnet-redose",)),
        ),
        (
            {"treatment": "cidofovir", "red_flags": "brain", "resistance": "resistant"},
            *("admit", ("cidofovir-gate",)),
        ),
        ({"tablets_dose": "too-little"}, "mend", ("oral-antiviral",)),
        ({"tablets_dose": "not-checked"}, "find-out", ("oral-antiviral",)),
        ({"tablets_dose": "too-much"}, "dose-for-kidneys", ("oral-antiviral",)),
        (stands("aciclovir-iv", "6", in_full="no"), "mend", ()),
        (
            stands("aciclovir-iv", "6", resistance="pending", enough_clearance="no"),
            *("dose-for-kidneys", ("aciclovir-iv",)),
        ),
        ({"lesions": "healing", "tablets_dose": "not-checked"}, "healing", ("oral-antiviral",)),
        ({"lesions": "healing"}, "healing", ()),
        (stands("aciclovir-iv", "5", lesions="healing"), "healing", ()),
        (stands("foscarnet", "5", lesions="healing"), "healing", ("foscarnet-redose",)),
        (stands("foscarnet", "2"), "go-on", ("foscarnet-redose",)),
        ({}, "go-on", ()),
        ({"treatment": "prophylaxis"}, "start-treatment", ("aciclovir-iv",)),
        ({"days": "7"}, "intravenous-aciclovir", ("aciclovir-iv",)),
        (stands("aciclovir-iv", "4", lesions="new", resistance="pending"), "chase-the-test", ()),
        (stands("aciclovir-iv", "7", resistance="pending"), "foscarnet", FOSCARNET),
        (
            stands("foscarnet", "2", enough_clearance="unknown"),
            *("work-out-clearance", ("creatinine-clearance",)),
        ),
        (stands("foscarnet", "9", lesions="new"), "check-foscarnet", ("foscarnet-redose",)),
        (stands("foscarnet", "10"), "foscarnet-failed", ("cidofovir-gate",)),
        ({"treatment": "cidofovir"}, "cidofovir", ("cidofovir-gate",)),
        ({"lesions": "healed"}, "after-healing", ("prophylaxis", "vaccine-dates")),
    ],
    ids=str,
)
def test_the_calculators_that_follow_hold_the_numbers_of_the_step(
    changed: dict[str, str], step: str, expected: tuple[str, ...]
) -> None:
    answer = answered(**changed)

    assert (step, expected) == (answer.decision, answer.onward)


AIRBORNE = "In hospital: airborne and contact precautions until dissemination is ruled out."
CONTACT = "Herpes simplex: contact precautions as your infection control asks."
RAMSAY_HUNT = "Ear: Ramsay Hunt syndrome until shown otherwise."
EAR_IN_HSV = "Ear, face, hearing or balance: an ear specialist, and PCR from there too."


@pytest.mark.parametrize(
    ("virus", "expected"),
    [
        ("vzv", {AIRBORNE, RAMSAY_HUNT}),
        ("not-known", {AIRBORNE, RAMSAY_HUNT}),
        ("hsv", {CONTACT, EAR_IN_HSV}),
    ],
)
def test_isolation_and_a_red_flag_are_those_of_the_virus(virus: str, expected: set[str]) -> None:
    of_either = {AIRBORNE, CONTACT, RAMSAY_HUNT, EAR_IN_HSV}

    assert expected == said(answered(red_flags="ear", virus=virus)) & of_either


def test_nobody_is_isolated_for_lesions_that_are_dry() -> None:
    dry = said(answered(red_flags="fever", lesions="healed"))

    assert set() == dry & {AIRBORNE, CONTACT}


SWAB = "Swab the base of a lesion: PCR for VZV and HSV."
RESISTANCE = "Resistance tests: ask for DNA polymerase beside thymidine kinase."


@pytest.mark.parametrize(("lesions", "sent"), [("healing", {SWAB, RESISTANCE}), ("healed", set())])
def test_nothing_is_sent_from_lesions_that_are_dry(lesions: str, sent: set[str]) -> None:
    tests = said(answered(lesions=lesions, red_flags="ear", days="7", virus="not-known"))

    assert sent == tests & {SWAB, RESISTANCE}


RESISTANT = "A red flag. The virus is resistant to aciclovir."
TOO_LOW = "Clearance below 0.4 mL/min/kg, or dialysis."


@pytest.mark.parametrize(
    ("changed", "step", "stage", "reason"),
    [
        (
            stands("foscarnet", "5", enough_clearance="no"),
            *("stop-the-drug", "foscarnet", TOO_LOW),
        ),
        (
            {"treatment": "cidofovir", "enough_clearance": "no"},
            *("stop-the-drug", "when-foscarnet-fails", TOO_LOW),
        ),
        (
            {"lesions": "healed"},
            *("after-healing", "after-it-heals", "All lesions are dry and crusted."),
        ),
        (
            {"lesions": "healing", "treatment": "prophylaxis"},
            *("healing-without-treatment", "is-this-failure", "It is healing."),
        ),
        (
            {"lesions": "healing", "treatment": "none"},
            *("healing-without-treatment", "is-this-failure", "It is healing."),
        ),
        (
            {"treatment": "cidofovir"},
            *("cidofovir", "when-foscarnet-fails", "Cidofovir, and not healed."),
        ),
        (
            stands("aciclovir-iv", "5", red_flags="brain"),
            *("hold-the-drug", "red-flags", "A red flag. The drug that runs may be the cause."),
        ),
        (
            {"treatment": "prophylaxis", "red_flags": "brain"},
            *("hold-the-drug", "red-flags", "A red flag. The drug that runs may be the cause."),
        ),
        (
            stands("foscarnet", "5", red_flags="eye", resistance="resistant"),
            *("admit", "red-flags", "A red flag."),
        ),
        (
            stands("foscarnet", "10", red_flags="eye"),
            "foscarnet-failed",
            "red-flags",
            "A red flag. Not healed after 10 days or more. In full.",
        ),
        (
            stands("foscarnet", "10", red_flags="eye", lesions="healing"),
            *("admit", "red-flags", "A red flag."),
        ),
        (
            {"treatment": "cidofovir", "red_flags": "eye", "resistance": "resistant"},
            *("admit", "red-flags", "A red flag."),
        ),
        (
            stands("aciclovir-iv", "7", red_flags="eye", lesions="healing", in_full="no"),
            *("admit", "red-flags", "A red flag."),
        ),
        (
            {"patient": "high-risk"},
            *("admit", "red-flags", "A patient at high risk: this site's red flag."),
        ),
        (
            {"treatment": "prophylaxis"},
            "start-treatment",
            "intravenous-aciclovir-first",
            "Prophylaxis alone is no treatment.",
        ),
        (
            {"treatment": "none"},
            "start-treatment",
            "intravenous-aciclovir-first",
            "No treatment runs, or it is over.",
        ),
        (
            {},
            "go-on",
            "is-this-failure",
            "Day 5: too early to call it failure.",
        ),
        (
            {"tablets_dose": "too-much"},
            "dose-for-kidneys",
            "is-this-failure",
            "Day 5: too early to call it failure. The tablets' dose is above the text's for these "
            "kidneys.",
        ),
        (
            stands("aciclovir-iv", "6", resistance="pending", enough_clearance="no"),
            "dose-for-kidneys",
            "intravenous-aciclovir-first",
            f"Day 6: too early to call it failure. {TOO_LOW}",
        ),
        (
            {"days": "7"},
            "intravenous-aciclovir",
            "intravenous-aciclovir-first",
            "No healing after 7 days or more. The tablets have failed.",
        ),
        (
            {"in_full": "no"},
            "mend",
            "is-this-failure",
            "It was not given in full.",
        ),
        (
            {"suspicions": "atypical"},
            "resistance-tests",
            "when-to-suspect-resistance",
            "A reason to suspect resistance.",
        ),
        (
            stands("aciclovir-iv", "1"),
            "resistance-tests",
            "when-to-suspect-resistance",
            "The tests are sent when intravenous aciclovir starts.",
        ),
        (
            stands("aciclovir-iv", "6", resistance="pending"),
            "go-on",
            "intravenous-aciclovir-first",
            "Day 6: too early to call it failure.",
        ),
        (
            stands("aciclovir-iv", "4", lesions="new", resistance="pending"),
            "chase-the-test",
            "when-to-suspect-resistance",
            "New lesions after 3 days or more.",
        ),
        (
            stands("aciclovir-iv", "7", in_full="unknown"),
            "not-healing-whatever-was-missed",
            "when-to-suspect-resistance",
            "7 days or more without healing. Whether it was given in full is not known.",
        ),
        (
            stands("aciclovir-iv", "7", resistance="sensitive"),
            "sensitive-and-not-healing",
            "when-to-suspect-resistance",
            "No healing after 7 days or more. In full, and the test says sensitive.",
        ),
        (
            stands("aciclovir-iv", "7", resistance="pending"),
            "foscarnet",
            "foscarnet",
            "No response to 7 days or more in full.",
        ),
        (
            {"resistance": "resistant", "enough_clearance": "no"},
            "foscarnet-barred",
            "foscarnet",
            "The virus is resistant to aciclovir. Clearance below 0.4 mL/min/kg, or dialysis.",
        ),
        (
            stands("foscarnet", "2", enough_clearance="unknown"),
            "work-out-clearance",
            "foscarnet",
            "Day 2: too early to call it failure. The clearance is not known.",
        ),
        (
            stands("foscarnet", "9", lesions="new"),
            "check-foscarnet",
            "foscarnet",
            "New lesions after 3 days or more.",
        ),
        (
            stands("foscarnet", "10", in_full="no"),
            "check-foscarnet",
            "foscarnet",
            "Not healed after 10 days or more. Not known to be in full.",
        ),
        (
            stands("foscarnet", "10"),
            "foscarnet-failed",
            "when-foscarnet-fails",
            "Not healed after 10 days or more. In full.",
        ),
    ],
    ids=str,
)
def test_a_step_has_its_place_on_the_pathway_and_its_reason(
    changed: dict[str, str], step: str, stage: str, reason: str
) -> None:
    answer = answered(**changed)

    (route,) = answer.pictures
    assert isinstance(route, Route)
    assert (step, stage, reason) == (answer.decision, route.here.id, answer.reason)


@pytest.mark.parametrize(
    ("lesions", "flag", "step"),
    [
        ("healing", "fever", "foscarnet"),
        ("healed", "eye", "foscarnet"),
        ("healed", "fever", "admit"),
        ("healed", "necrotic", "admit"),
        ("healed", "mucosa", "admit"),
    ],
)
def test_a_flag_of_dry_skin_alone_asks_for_no_foscarnet_where_the_virus_resists(
    lesions: str, flag: str, step: str
) -> None:
    answer = answered(lesions=lesions, red_flags=flag, resistance="resistant")

    reason = RESISTANT if step == "foscarnet" else "A red flag."
    assert (step, reason) == (answer.decision, answer.reason)


def test_tablets_that_have_failed_are_no_failure_of_full_intravenous_doses() -> None:
    today = said(answered(days="7", red_flags="eye"))

    assert "Give intravenous aciclovir the same day, at the dose for today's kidneys." in today
    assert "Ask today for foscarnet, as if the virus were resistant." not in today


@pytest.mark.parametrize("dose", ["too-little", "too-much"])
def test_what_heals_on_another_dose_than_the_text_s_has_the_dose_put_right(dose: str) -> None:
    answer = answered(lesions="healing", tablets_dose=dose)

    assert "Healing: put the dose right, then finish the course" == answer.headline


@pytest.mark.parametrize(("typed", "offered"), [("240", ["10"]), ("264", [])])
def test_days_that_may_be_hours_are_offered_as_ten_days_at_most(
    typed: str, offered: list[str]
) -> None:
    (error,) = asked(days=typed).errors

    assert offered == [offer.answers["days"] for offer in error.offers]
