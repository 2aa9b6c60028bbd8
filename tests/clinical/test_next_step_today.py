"""What the next step says for today, by the drug that runs, the virus and what was missed."""

from itertools import product

import pytest

from tests.clinical.next_step import answered, asked, said, stands

SAME_DAY = "Give intravenous aciclovir the same day, at the dose for today's kidneys."
NO_GAP = "Leave no gap in treatment: what runs goes on until specialists change it."
KEEP_FOSCARNET = "Leave no gap in treatment: foscarnet runs until specialists change it."
KEEP_CIDOFOVIR = "Ask before the next dose of cidofovir: its gate is looked at before each."
RUNNING = {
    **dict.fromkeys(("tablets", "prophylaxis", "none"), SAME_DAY),
    **{"aciclovir-iv": NO_GAP, "foscarnet": KEEP_FOSCARNET, "cidofovir": KEEP_CIDOFOVIR},
}


@pytest.mark.parametrize(("treatment", "expected"), [*RUNNING.items()])
def test_at_a_red_flag_what_runs_goes_on_or_aciclovir_starts(treatment: str, expected: str) -> None:
    today = said(answered(treatment=treatment, red_flags="eye"))

    assert {expected} == today & {*RUNNING.values()}


@pytest.mark.parametrize("treatment", RUNNING)
def test_at_a_red_flag_a_virus_that_resists_is_no_longer_left_to_aciclovir(treatment: str) -> None:
    today = said(answered(treatment=treatment, red_flags="eye", resistance="resistant"))

    ask = "The virus resists aciclovir: ask today for foscarnet, if the kidneys allow."
    assert (ask in today) is (treatment not in ("foscarnet", "cidofovir"))


@pytest.mark.parametrize(
    ("enough", "expected"),
    [
        ("yes", "Ask today for foscarnet, as if the virus were resistant."),
        ("no", "The label gives no dose of foscarnet here: start none, ask specialists today."),
    ],
)
def test_who_is_confused_after_full_doses_that_failed_is_still_asked_about_for_foscarnet(
    enough: str, expected: str
) -> None:
    failed = stands("aciclovir-iv", "7", red_flags="brain", resistance="pending")
    answer = answered(**failed, enough_clearance=enough)

    assert "hold-the-drug" == answer.decision
    assert expected in said(answer)


@pytest.mark.parametrize(
    ("treatment", "lesions", "in_full"),
    [*product(("foscarnet", "tablets"), ("unchanged", "healing"), ("no", "unknown", "yes"))],
)
def test_at_a_red_flag_foscarnet_that_was_missed_and_fails_is_worked_out_anew(
    treatment: str, lesions: str, in_full: str
) -> None:
    answer = answered(**stands(treatment, "3"), lesions=lesions, in_full=in_full, red_flags="eye")

    missed = "Work the dose out anew from today's creatinine; make up for no missed dose."
    fails = (treatment, lesions, in_full) == ("foscarnet", "unchanged", "no")
    assert "admit" == answer.decision
    assert (missed in said(answer)) is fails


@pytest.mark.parametrize(
    ("treatment", "expected"),
    [
        ("tablets", "Correct the cause; tablets cannot be absorbed: intravenous aciclovir today."),
        ("aciclovir-iv", "Put the dose right for today's kidneys."),
        (
            "foscarnet",
            "Work the dose out anew from today's creatinine; make up for no missed dose.",
        ),
    ],
)
def test_what_was_missed_is_put_right_as_the_drug_asks(treatment: str, expected: str) -> None:
    answer = answered(**stands(treatment, "5"), in_full="no")

    assert "mend" == answer.decision
    assert expected in said(answer)


@pytest.mark.parametrize(
    ("virus", "expected"),
    [
        ("hsv", "Make a foscarnet plan, and have it checked."),
        ("vzv", "Make a foscarnet plan, and have it checked. For zoster it is off label."),
        ("not-known", "Make a foscarnet plan, and have it checked. For zoster it is off label."),
    ],
)
def test_foscarnet_is_called_off_label_but_where_herpes_simplex_is_proven(
    virus: str, expected: str
) -> None:
    today = said(answered(**stands("aciclovir-iv", "7"), virus=virus, resistance="resistant"))

    assert [expected] == [each for each in today if each.startswith("Make a foscarnet plan")]


@pytest.mark.parametrize(
    ("resistance", "flag", "expected"),
    [("pending", "none", True), ("resistant", "none", False), ("pending", "eye", False)],
)
def test_foscarnet_without_proof_is_said_to_rest_on_full_doses_that_failed(
    resistance: str, flag: str, expected: bool
) -> None:
    answer = answered(**stands("aciclovir-iv", "7"), resistance=resistance, red_flags=flag)

    only = "Resistance is not proven, but full intravenous doses brought no response."
    assert "foscarnet" == answer.decision
    assert (only in said(answer)) is expected


def test_foscarnet_does_not_join_cidofovir() -> None:
    today = said(answered(treatment="cidofovir"))

    assert {KEEP_CIDOFOVIR, "Foscarnet does not join cidofovir."} <= today


ENDS = "All is dry and crusted: ask today whether the drug that runs ends."
FOSCARNET_ENDS = "All is dry and crusted: ask today whether foscarnet ends."


@pytest.mark.parametrize(
    ("treatment", "expected"),
    [
        *product(("tablets", "aciclovir-iv", "cidofovir"), [{ENDS}]),
        ("foscarnet", {FOSCARNET_ENDS}),
        *product(("prophylaxis", "none"), [set()]),
    ],
)
def test_where_all_is_healed_it_is_asked_whether_the_drug_that_treats_ends(
    treatment: str, expected: set[str]
) -> None:
    assert expected == said(answered(treatment=treatment, lesions="healed")) & {
        *(ENDS, FOSCARNET_ENDS)
    }


@pytest.mark.parametrize(("virus", "vaccine"), [("vzv", True), ("not-known", True), ("hsv", False)])
def test_the_vaccine_against_zoster_is_not_planned_after_herpes_simplex(
    virus: str, vaccine: bool
) -> None:
    today = said(answered(lesions="healed", virus=virus))

    with_it = "Plan prevention: prophylaxis and, once symptoms have eased, the vaccine."
    without = "Plan prevention: prophylaxis with infection specialists."
    assert {with_it if vaccine else without} == today & {with_it, without}


@pytest.mark.parametrize("reason", ["atypical", "breakthrough", "long-earlier"])
def test_each_reason_to_suspect_resistance_asks_for_tests_by_itself(reason: str) -> None:
    assert "resistance-tests" == answered(suspicions=reason).decision


@pytest.mark.parametrize(
    ("resistance", "step"),
    [("not-sent", "resistance-tests"), ("pending", "chase-the-test"), ("sensitive", "go-on")],
)
def test_a_reason_to_suspect_resistance_asks_for_the_result_that_is_not_there(
    resistance: str, step: str
) -> None:
    assert step == answered(suspicions="atypical", resistance=resistance).decision


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        *(("0", []), ("60", []), ("61", ["confirm"])),
        *(("365", ["confirm"]), ("366", ["high"]), ("5.5", ["whole"])),
    ],
)
def test_days_are_whole_and_up_to_a_year_and_more_than_60_are_looked_at_twice(
    days: str, expected: list[str]
) -> None:
    assert expected == [error.code for error in asked(days=days).errors]
