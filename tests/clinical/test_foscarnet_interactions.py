"""Drugs beside foscarnet keep a transcription made apart from them, and nothing is dropped."""

import csv
from itertools import permutations
from pathlib import Path

import pytest

from calc.catalogue import run
from calc.clinical.foscarnet_interactions.drug import Drug, Effect, Level, Proof
from calc.clinical.foscarnet_interactions.fluids import DRUGS
from calc.clinical.foscarnet_interactions.reference import LIST
from calc.model.outcomes import Answered, Outcome
from calc.model.results import Table

TABLE = Path(__file__).parent / "foscarnet_interactions_table.csv"
ROWS = [*csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())]
TRANSCRIBED = {
    (drug, row["effect"], row["source"]) for row in ROWS for drug in row["drugs"].split()
}
NEVER = {
    *("intravenous-pentamidine", "cidofovir", "arsenic-trioxide"),
    *("citalopram", "escitalopram", "haloperidol", "hydroxyzine", "domperidone"),
    *("saquinavir", "droperidol", "moxifloxacin"),
}
OWN_TEXT_BARS_QT = {
    *("haloperidol", "hydroxyzine", "domperidone", "saquinavir", "droperidol", "moxifloxacin"),
}


def asked(drugs: str, **others: str) -> Outcome:
    """The outcome for drugs as typed."""
    return run("co-medication", {"drugs": drugs, **others})


def rows(outcome: Outcome) -> list[tuple[str, ...]]:
    """The cells of its rows, in their order."""
    assert isinstance(outcome, Answered)
    tables = [each for each in outcome.answer.results if isinstance(each, Table)]
    return [row.cells for table in tables for row in table.rows]


def claimed() -> set[tuple[str, str, str]]:
    """What is claimed of each drug, and by which source."""
    return {
        (drug.id, claim.effect.value, claim.cite.source.key)
        for drug in DRUGS
        for claim in drug.claims
    }


def test_every_claim_is_that_of_the_transcription_made_apart() -> None:
    assert TRANSCRIBED == claimed()


def test_each_drug_rests_on_words_that_were_seen() -> None:
    unseen = [
        drug.id for drug in DRUGS if all(claim.proof is Proof.SECOND for claim in drug.claims)
    ]

    assert [] == unseen


def test_never_combined_are_those_and_no_others() -> None:
    assert {drug.id for drug in DRUGS if drug.level is Level.NOT} == NEVER


def test_whose_own_text_bars_another_drug_that_prolongs_qt_rests_on_that_text() -> None:
    rests = {
        drug.id
        for drug in DRUGS
        if drug.level is Level.NOT
        and any(claim.effect is Effect.QT and claim.proof is Proof.OWN for claim in drug.claims)
    }

    assert OWN_TEXT_BARS_QT | {"arsenic-trioxide"} == rests


def test_what_must_not_share_the_line_says_another_line_where_that_is_all() -> None:
    only_line = {drug.id for drug in DRUGS if drug.effects == (Effect.LINE,)}

    assert only_line <= {drug.id for drug in DRUGS if drug.level is Level.LINE}


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("zometa", "Zoledronate"),
        ("septrin", "Co-trimoxazole"),
        ("bactrim", "Co-trimoxazole"),
        ("lasix", "Furosemide"),
        ("frusemide", "Furosemide"),
        ("valtrex", "Valaciclovir"),
        ("advil", "Ibuprofen"),
        ("contrast", "Iodinated contrast"),
        ("HARTMANN'S", "Ringer's lactate"),
        ("acyclovir", "Aciclovir"),
        *((f"glucose {per_cent}%", "Strong glucose") for per_cent in (30, 40, 50, 70)),
    ],
)
def test_a_brand_or_another_name_is_taken(typed: str, means: str) -> None:
    assert [means] == [cells[0] for cells in rows(asked(typed))]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("vanco", "Vancomycin"),
        ("gent", "Gentamicin"),
        ("gentamycin", "Gentamicin"),
        ("pentamadine", "Intravenous pentamidine"),
        ("zolendronate", "Zoledronate"),
        ("Gentamicin 320 mg od", "Gentamicin"),
        ("amitryptiline", "Amitriptyline"),
        ("intravenous aciclovir", "Aciclovir"),
        ("mag sulph", "Magnesium into a vein"),
        ("glucose 30% 500 ml", "Strong glucose"),
    ],
)
def test_a_slip_is_offered_and_never_taken(typed: str, offered: str) -> None:
    (error,) = asked(typed).errors

    assert ("drugs", "confirm") == error[:2]
    assert f"“{typed}”: not in this list, which does not mean safe" in error.text
    assert offered in [offer.label for offer in error.offers]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("glucose 10%", []),
        ("sodium chloride 3%", []),
        ("calcium carbonate", []),
        ("magnesium oxide", []),
        ("intravenous gentamycin", ["Gentamicin"]),
        ("inhaled pentamadine", ["Inhaled pentamidine"]),
    ],
)
def test_no_other_strength_salt_or_way_is_offered(typed: str, offered: list[str]) -> None:
    (error,) = asked(typed).errors

    assert offered == [offer.label for offer in error.offers]


@pytest.mark.parametrize("typed", ["Zometa pentamidine", "calcium gluconate pentamidine"])
def test_two_names_in_one_are_never_kept_as_one(typed: str) -> None:
    (error,) = asked(typed, confirm="yes").errors

    assert ("drugs", "several") == error[:2]


def test_an_offer_mends_its_own_word_and_leaves_the_others() -> None:
    (error,) = asked("septrin, paracetamol, gentamycin").errors

    assert {"drugs": "co-trimoxazole, paracetamol, Gentamicin"} == error.offers[0].answers


@pytest.mark.parametrize("order", [*permutations(("paracetamol", "tramadol", "unheardof"))])
def test_nothing_is_dropped_whatever_the_order(order: tuple[str, ...]) -> None:
    named = {cells[0].lower() for cells in rows(asked(", ".join(order), confirm="drugs"))}

    assert {"paracetamol", "tramadol", "unheardof"} == named


@pytest.mark.parametrize(
    ("third", "named"),
    [
        ("Avelox, escitalopram", "Moxifloxacin, Escitalopram"),
        ("arsenic trioxide, Vistide", "Arsenic trioxide, 1 more"),
    ],
    ids=["80 letters", "81 letters with all three"],
)
def test_a_caution_names_as_many_drugs_as_a_line_of_80_letters_holds(
    third: str, named: str
) -> None:
    cautions = {each.text for each in asked(f"Pentam, {third}").cautions}

    assert f"Do not give with foscarnet: Intravenous pentamidine, {named}." in cautions


def test_an_unknown_name_stands_with_every_name_that_is_near_to_it() -> None:
    unknown = asked("gentamycin, valgancyclovir", confirm="drugs")
    assert isinstance(unknown, Answered)
    checks = str(unknown.answer.lists)

    assert "gentamycin (Gentamicin?), valgancyclovir (Valganciclovir?, Valaciclovir?)" in checks
    assert "Near to it in this list: Valganciclovir, Valaciclovir." in str(rows(unknown))


def test_a_row_for_each_of_all_the_most_dangerous_first() -> None:
    found = rows(asked(", ".join(drug.id for drug in reversed(DRUGS))))
    ranks = [[level.words for level in Level].index(cells[1]) for cells in found]

    assert sorted(ranks) == ranks
    assert {drug.label for drug in DRUGS} == {cells[0] for cells in found}


def test_each_row_says_how_it_is_known_and_whose_rule_the_action_is() -> None:
    found = rows(asked(", ".join(drug.id for drug in DRUGS)))

    assert all("(" in cells[4] and cells[4].endswith("rule of this site") for cells in found)


def does(drug: Drug, effect: str) -> bool:
    """Whether the transcription gives a drug an effect."""
    return any((drug.id, effect) == each[:2] for each in TRANSCRIBED)


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        ("kidney_drugs", "kidneys"),
        ("qt_drugs", "QT"),
        ("calcium_drugs", "calcium falls"),
        ("magnesium_drugs", "magnesium falls"),
        ("seizure_drugs", "seizures"),
    ],
)
def test_every_window_of_the_list_is_counted_as_the_transcription_counts(
    name: str, effect: str
) -> None:
    for start in range(0, len(DRUGS), 7):
        window = DRUGS[start : start + 11]
        outcome = asked(", ".join(drug.id for drug in window))

        assert sum(does(drug, effect) for drug in window) == outcome.values[name].value


def test_the_list_to_look_up_by_marks_how_dangerous_a_drug_is() -> None:
    assert "How dangerous" == LIST.heads[LIST.strong or 0]


@pytest.mark.parametrize(
    "row",
    [
        (
            "Ibuprofen (advil, motrin, nurofen, brufen)",
            "Hold or replace",
            "kidneys (text of a third drug on its class, list on its class)",
        ),
        (
            "Streptomycin",
            "Hold or replace",
            "kidneys (foscarnet text on its class); magnesium falls (list)",
        ),
        (
            "Zinc into a vein (zinc sulfate, zinc sulphate, zinc chloride)",
            "Another line",
            "never in one line (foscarnet text)",
        ),
    ],
)
def test_a_row_of_the_list_has_all_names_and_how_each_effect_is_known(
    row: tuple[str, ...],
) -> None:
    assert row in LIST.rows


def test_what_is_known_twice_in_the_same_way_is_told_once() -> None:
    (contrast,) = (row for row in LIST.rows if row[0].startswith("Iodinated contrast ("))

    assert "kidneys (list)" == contrast[-1]


def test_the_list_has_every_drug_the_most_dangerous_first_and_then_by_name() -> None:
    levels = [level.words for level in Level]
    named = [(levels.index(row[1]), row[0].partition(" (")[0].lower()) for row in LIST.rows]

    assert sorted(named) == named
    assert {drug.label.lower() for drug in DRUGS} == {name for _, name in named}


def test_what_rests_on_a_source_that_was_only_retold_is_second_hand() -> None:
    retold = {drug.id for drug in DRUGS if any(each.proof is Proof.SECOND for each in drug.claims)}

    assert {"teclistamab", "panobinostat"} == retold
