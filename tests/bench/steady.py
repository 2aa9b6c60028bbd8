"""How quick answers are once all is ready: in the page, and on the command line."""

import json
import subprocess
import sys
import time
from math import ceil
from statistics import median

from overrides.markdown.speed.runs import ASKED, LINES
from tests.bench.places import ROOT
from tests.bench.trips import Trip, Visits, new_profile
from tests.bench.visit import PATIENT, result_of, tab
from tests.plan import ANSWERS
from tests.plan import PLAN as PLAN_NAME

PRESSES = 60
TAKEN = "document.activeElement.matches('.answer-heading')"
"""Whether the answer to Enter has taken the focus: what was typed may be answered before it."""
ASK = """async ([text, count]) => {
    const began = performance.now();
    for (let each = 0; each < count; each++) await python.ask(text);
    return (1000 * count) / (performance.now() - began);
}"""


def in_the_page(trip: Trip) -> Visits:
    """From Enter to the result (p50, p95, in ms), and answers a second to `python.ask`."""
    with new_profile() as profile, trip.begun(profile) as context:
        page = tab(context)
        page.goto(trip.address(), wait_until="commit")
        result_of(page)
        for press in range(PRESSES):
            page.focus("[name=age]")
            page.keyboard.press("Backspace")
            page.keyboard.press(str(press % 10))
            page.keyboard.press("Enter")
            page.wait_for_function(f"self.seen.times.length > {press} && {TAKEN}", polling=10)
        times = sorted(page.evaluate("seen.times"))
        question = {"calculator": PATIENT.calculator, "answers": dict(PATIENT.answers)}
        asked = {
            f"asked_{count}": page.evaluate(ASK, [json.dumps(question), count]) for count in ASKED
        }
        p95 = times[ceil(0.95 * len(times)) - 1]
        yield "steady", {"key_p50": median(times), "key_p95": p95, **asked}


def on_the_command_line(_trip: Trip) -> Visits:
    """Plans a second of `--batch`, its start included."""
    yield "steady", {f"plans_{count}": count / _batch(count) for count in LINES}


def _batch(count: int) -> float:
    """Seconds that so many plans take. Raises CalledProcessError unless all are answered."""
    command = [sys.executable, "-m", "calc", PLAN_NAME, "--batch"]
    lines = f"{json.dumps(ANSWERS)}\n" * count
    began = time.perf_counter()
    subprocess.run(command, input=lines, text=True, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began
