"""Creatinines in order of time: which day counts, what rises, what was injury."""

from tests.clinical.redose import asked, injury, timed


def test_two_creatinines_of_one_day_are_one() -> None:
    """25 mg/kg every 12 hours run, for 0.6 to 0.8; of 0.9090... each allows 35."""
    low = {"running_dose": "1750", "interval": "12"}
    morning, noon = (0, "06:00", "1.1"), (0, "12:00", "1.1")

    assert "waits" == timed(morning, noon, **low)
    assert "rises" == timed((1, "06:00", "1.1"), morning, noon, **low)
    assert "waits" == timed((1, "06:00", "1.1"), (0, "06:00", "1.4"), noon, **low)
    assert "waits" == timed((5, "06:00", "1.1"), morning, noon, **low)


def test_after_a_stop_it_takes_two_days_in_the_table() -> None:
    stop, morning, noon = (2, "06:00", "2.6"), (0, "06:00", "2.2"), (0, "12:00", "2.2")
    running = {"running_dose": "2450", "interval": "24"}

    assert "stays-stopped" == timed(stop, morning, **running)
    assert "stays-stopped" == timed(stop, morning, noon, **running)
    assert "stays" == timed(stop, (1, "06:00", "2.2"), noon, **running)


def test_the_last_stop_counts_wherever_it_stands() -> None:
    running = {"running_dose": "2450", "interval": "24"}
    good, stop, back = (4, "06:00", "1.1"), (2, "06:00", "2.6"), (0, "06:00", "2.2")

    assert "stays-stopped" == timed(good, stop, back, **running)


def test_a_creatinine_rises_from_one_tenth_more() -> None:
    """Both sides of 1.1 times are in the row of 0.8 to 1: 35 mg/kg every 12 hours, and 25 run."""
    low = {"running_dose": "1750", "interval": "12"}
    start = (2, "06:00", "1")

    assert "waits" == timed(start, (0, "06:00", "1.1"), **low)
    assert "rises" == timed(start, (0, "06:00", "1.0999"), **low)


def test_the_worst_injury_of_seven_days_is_said() -> None:
    """Twice is stage 2, 1.5 times stage 1; the newest is no injury itself."""
    assert "2" == injury(asked((9, "1"), (7, "2"), (0, "1.2")))
    assert "" == injury(asked((9, "1"), (8, "2"), (0, "1.2")))
    assert "2" == injury(asked((6, "1"), (5, "1.5"), (4, "2"), (0, "1.2")))
    assert "2" == injury(asked((6, "1"), (5, "2"), (4, "1.5"), (0, "1.2")))


def test_three_times_or_a_third_is_asked_about_and_one_creatinine_is_not() -> None:
    def leapt(*creatinines: tuple[int, str]) -> bool:
        return "creatinine-leap" in {each.id for each in asked(*creatinines).cautions}

    assert leapt((2, "0.7"), (0, "2.1"))
    assert leapt((2, "2.1"), (0, "0.7"))
    assert not leapt((2, "2.1"), (0, "0.701"))
    assert not leapt((0, "2.1"))
