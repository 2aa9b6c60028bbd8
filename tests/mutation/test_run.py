"""A run tells what came of each error, what it could not tell, and what changed since."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

import pytest

from overrides.markdown import mutants as page
from overrides.markdown.as_tried import digest
from tests.mutation import __main__ as command
from tests.mutation import trying
from tests.mutation.checks import Check
from tests.mutation.mutants import Mutant, modules, mutants
from tests.mutation.noticed import Noticed
from tests.mutation.result import Score
from tests.mutation.swapping import loaded
from tests.mutation.trying import Trial
from tests.root import ROOT

RENAL, UNITS = "calc/clinical/renal.py", "calc/model/units.py"
BREAKS = (
    "raise ImportError('no module of that name', name='pytest')",
    "os.kill(os.getpid(), signal.SIGSEGV)",
    "os._exit(7)",
)
ENDS = {
    "pass": False,
    "raise MemoryError": True,
    "os.kill(os.getpid(), signal.SIGPROF)": True,
}
"""How a trial can end, and whether its error was noticed then."""


class Scripted(Trial):
    """Each trial goes as the line says that stands in the place of the error."""

    def _noticed_by(self, mutant: Mutant) -> str | None:
        exec(f"import os, signal\n{mutant.now}")
        return None


def scripted(line: str) -> Mutant:
    """No error, but what happens while it is tried."""
    return Mutant(RENAL, "", "", line, 1, at_import=False, source="")


def tells() -> None:
    """Prints what a run tells of trials that break and of trials that end."""
    trial = Scripted([], 2)
    trial.try_each(map(scripted, (*BREAKS, *ENDS)))
    told = {each.mutant.now: each.noticed for each in trial.tried}
    print(len(trial.broken), [told[line] for line in ENDS])


def test_a_trial_that_breaks_is_told_apart_from_an_error_that_is_noticed() -> None:
    program = "from tests.mutation.test_run import tells; tells()"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)

    assert f"{len(BREAKS)} {[*ENDS.values()]}" == run.stdout.strip().splitlines()[-1], run.stderr


def works(seconds: float) -> bool:
    """Takes so much computing, and notices nothing."""
    end = process_time() + seconds
    while process_time() < end:
        pass
    return True


def tells_of_time() -> None:
    """Prints what a run tells of an error on checks that take long together, of one that takes
    longer than it has the first time, then of an endless one."""
    trying.SECONDS = 0.2
    error = next(each for each in mutants(RENAL) if each.within == "age_term")
    trial = Trial([], 1)
    trial.functions, trial.kept, trial.at_import = loaded(), [], set()
    checks = [Check(f"short {each}", partial(works, 0.04)) for each in range(10)]
    slow, endless = (Check("other", partial(works, seconds)) for seconds in (0.4, 1000))
    for which in (checks, [slow], [endless]):
        trial.by_place = {(error.module, error.within): which}
        trial.try_each([error])
    print([each.noticed for each in trial.tried], trial.broken)


def test_each_check_has_its_own_time_and_only_one_without_an_end_notices() -> None:
    program = (
        "import calc.catalogue; from tests.mutation.test_run import tells_of_time as tells; tells()"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)

    assert "[False, False, True] []" == run.stdout.strip().splitlines()[-1], run.stderr


def test_whatever_module_runs_something_while_it_is_loaded_a_run_knows_it() -> None:
    program = (
        "from tests.mutation.trying import Trial, modules; trial = Trial([], 1); trial.load();"
        "print({*modules()} - {module for module, _ in trial.at_import} or 'each of them')"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)

    assert "each of them" == run.stdout.strip(), run.stderr


def test_what_noticed_an_error_is_asked_first_the_next_time(tmp_path: Path) -> None:
    error, other, *_ = mutants(RENAL)
    first_run = Noticed(tmp_path / "noticed.json")
    first_run.add(error, "dear test")
    first_run.save()
    trial = Trial([], 1, noticed=Noticed(tmp_path / "noticed.json"))
    trial.checks = [Check("example cheap", bool, 1.0), Check("dear test", bool, 9.0)]

    def order(mutant: Mutant) -> list[str]:
        return [each.name for each in sorted(trial.checks, key=trial._turn(mutant))]

    assert ["dear test", "example cheap"] == order(error)
    assert ["example cheap", "dear test"] == order(other)


def test_an_order_asks_every_example() -> None:
    (error, *_) = mutants(RENAL)
    trial = Trial([], 1)
    near = {"own": RENAL, "near": "calc/clinical/weight.py", "far": UNITS}
    trial.checks = [
        Check(f"example {name}", bool, enters={(module, "")})
        for name, module in reversed(near.items())
    ]

    assert [*near] == trial._examples_anew(error)


def test_a_test_comes_before_examples_where_it_noticed_most() -> None:
    first, second, third, *_ = mutants(RENAL)
    trial = Trial([], 1)
    trial.checks = [Check("example one", bool), Check("a test", bool), Check("another", bool)]

    assert [] == trial._tests_known(first)
    trial.noticed.add(first, "example one")
    trial.noticed.add(second, "a test")
    assert [] == trial._tests_known(first)
    assert ["a test"] == trial._tests_known(second)
    trial.noticed.add(third, "a test")
    assert ["a test"] == trial._tests_known(replace(third, nth=9))


def test_an_error_that_keeps_a_known_test_from_being_collected_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test = tmp_path / "test_it.py"
    test.write_text("import calc.nowhere\ndef test_it(): pass\n", encoding="utf-8")
    trial = Trial([], 1)
    monkeypatch.setattr(trial, "_allow", lambda seconds: None)

    assert "collected" == trial._failing([f"{test}::test_it"])


def test_a_module_is_stored_as_soon_as_it_was_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[str] = []

    def run(trial: Trial) -> list[object]:
        for number, batch in enumerate(trial.batches):
            first = next(iter(batch))
            assert trial.after
            trial.after([trying.Tried(first, noticed=True)], ["broke"] if number else [])
        return []

    monkeypatch.setattr(Trial, "run", run)
    monkeypatch.setattr(command, "KEPT", tmp_path / "noticed.json")
    monkeypatch.setattr(command, "store", lambda scores: stored.extend(scores))
    monkeypatch.setattr(command, "fitting", lambda alive, paths: paths)
    command.main([RENAL, UNITS])

    assert [RENAL] == stored


def test_a_trial_that_broke_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broke(trial: Trial) -> list[object]:
        trial.broken.append("this error")
        return []

    monkeypatch.setattr(Trial, "run", broke)

    assert 1 == command.main(["--most", "1", RENAL])
    assert "nothing is known of this error" in capsys.readouterr().out


def of_some(tried: dict[str, str], *named: str) -> dict[str, int]:
    """How many errors are tried of each named module, where these texts were, and seven may be."""
    with pytest.MonkeyPatch.context() as patch:
        scores = {path: Score(text, 1, 1, date(2026, 11, 29)) for path, text in tried.items()}
        patch.setattr(command, "stored", lambda: scores)
        return Counter(each.module for each in command.some(7, named))


def test_every_error_of_a_changed_module_is_tried_and_some_of_the_others() -> None:
    tried = {RENAL: digest(RENAL), UNITS: "changed since"}

    assert {RENAL: 7, UNITS: sum(1 for _ in mutants(UNITS))} == of_some(tried, RENAL, UNITS)


def test_of_the_named_modules_some_errors_are_tried() -> None:
    tried = {RENAL: digest(RENAL), UNITS: digest(UNITS)}

    assert {RENAL, UNITS} == {*of_some(tried, RENAL, UNITS)}
    assert {UNITS: 7} == of_some(tried, UNITS)


def test_every_error_of_a_new_module_is_tried() -> None:
    tried = of_some({UNITS: digest(UNITS)}, RENAL, UNITS)

    assert {RENAL: sum(1 for _ in mutants(RENAL)), UNITS: 7} == tried


@pytest.mark.parametrize("words", [["calc/nowhere"], ["--most", "5", "calc/__init__.py"]])
def test_a_run_that_would_try_nothing_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        command.main(words)

    assert 2 == refused.value.code


def scored(tmp_path: Path, text: str) -> list[str]:
    """The lines of the page where one module was tried, with this text."""
    stored = tmp_path / "mutants.toml"
    stored.write_text(
        f'[[module]]\npath = "{RENAL}"\ndigest = "{text}"\n'
        "tried = 1\nnoticed = 1\non = 2026-11-29\n",
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "STORED", stored)
        return [*page.score(str)]


@pytest.mark.parametrize(
    ("text", "said"), [(digest(RENAL), []), ("0" * 16, [f"`{RENAL}`, changed since"])]
)
def test_the_page_says_of_a_module_that_it_changed_since(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    first_cells = [line.split(" | ")[0].strip("| ") for line in scored(tmp_path, text)]

    assert said == [cell for cell in first_cells if "changed since" in cell]


def test_the_page_names_each_module_that_was_never_tried_whole(tmp_path: Path) -> None:
    (line,) = (line for line in scored(tmp_path, digest(RENAL)) if line.startswith("Not yet: "))
    named = [name.strip("`") for name in line.removeprefix("Not yet: ").strip(".").split(", ")]

    assert [path for path in modules() if path != RENAL] == named
