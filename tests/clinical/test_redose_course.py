"""Creatinines in order of time: which day counts, what rises, what was injury."""

from tests.clinical.redose import timed


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
