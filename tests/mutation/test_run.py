"""A run tells what came of each error, what it could not tell, and what changed since."""

import subprocess
import sys
from pathlib import Path

import pytest

from overrides.markdown import mutants as page
from tests.mutation import __main__ as command
from tests.mutation.mutants import Mutant
from tests.mutation.result import Score
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
    "os.kill(os.getpid(), signal.SIGXCPU)": True,
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


def test_a_trial_that_broke_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broke(trial: Trial) -> list[object]:
        trial.broken.append("this error")
        return []

    monkeypatch.setattr(Trial, "run", broke)

    assert 1 == command.main(["--most", "1"])
    assert "nothing is known of this error" in capsys.readouterr().out


def test_of_the_named_modules_some_errors_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = dict.fromkeys((RENAL, UNITS), Score("", 1, 1))
    monkeypatch.setattr(command, "stored", lambda: tried)

    assert {RENAL, UNITS} == {each.module for each in command.some(80, [RENAL, UNITS])}
    assert {UNITS} == {each.module for each in command.some(80, [UNITS])}


@pytest.mark.parametrize("words", [["calc/nowhere"], ["--most", "5", "calc/__init__.py"]])
def test_a_run_that_would_try_nothing_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        command.main(words)

    assert 2 == refused.value.code


@pytest.mark.parametrize(
    ("digest", "said"), [(page.digest(RENAL), []), ("0" * 16, [f"`{RENAL}`, changed since"])]
)
def test_the_page_says_of_a_module_that_it_changed_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digest: str, said: list[str]
) -> None:
    stored = tmp_path / "mutants.toml"
    stored.write_text(
        f'[[module]]\npath = "{RENAL}"\ndigest = "{digest}"\ntried = 1\nnoticed = 1\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(page, "STORED", stored)
    first_cells = [line.split(" | ")[0].strip("| ") for line in page.score(str)]

    assert said == [cell for cell in first_cells if "changed since" in cell]
