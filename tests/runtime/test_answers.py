"""The calculators answer in the browser's Python, and in the next one, as they do in this one.

`make test` asks the first example of each outcome of each calculator, `make sweep` every one; `make
test-pyodide` holds the stored text of every one to it too.
"""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE
from overrides.runtime.build import ROOT, runtime
from overrides.runtime.pyodide import run
from setup.pyodide import NEXT, PYTHON, pyodide
from tests.cases import Case, cases
from tests.present.carried import requests_after
from tests.runtime.package import with_core
from tests.swept import swept

ANSWER_ALL = """
import json, sys
from pathlib import Path
{find_calc}
from calc.browser import answer
requests = json.loads(Path("/asked/requests.json").read_text(encoding="utf-8"))
answers = json.dumps([answer(request) for request in requests])
Path("/asked/answers.json").write_text(answers, encoding="utf-8")
print(sys.version.split()[0], Path(sys.modules["calc"].__file__).as_posix())
"""


FIRST = {(case.calculator, case.outcome): case for case in reversed(cases())}.values()


def requests(examples: Iterable[Case]) -> list[str]:
    """Worked examples with the forms after them, and each calculator asked without an answer."""
    empty = [{"calculator": name, "answers": {}} for name in CATALOGUE]
    answers = [{"calculator": case.calculator, "answers": case.answers} for case in examples]
    asked = [json.dumps(request) for request in (*empty, *answers)]
    return [*asked, *(form for each in asked for form in requests_after(each))]


def put(asked: list[str], work: Path) -> None:
    """Questions into a folder that Pyodide sees as /asked."""
    (work / "requests.json").write_text(json.dumps(asked), encoding="utf-8")


def answers(work: Path) -> list[str]:
    given: list[str] = json.loads((work / "answers.json").read_text(encoding="utf-8"))
    return given


@pytest.mark.parametrize("examples", [FIRST, swept(cases())], ids=["first", "every"])
def test_what_is_sent_to_the_browser_answers_as_plain_python_does(
    tmp_path: Path, examples: Iterable[Case]
) -> None:
    asked, work = requests(examples), tmp_path
    put(asked, work)
    library = work / "library.zip"
    library.write_bytes(gzip.decompress((runtime() / "py.bin").read_bytes()))
    core = (runtime() / "plain" / "core.bin").read_bytes()
    package = with_core(core, work / "pyodide")
    printed = run(ANSWER_ALL.format(find_calc=""), {"/asked": work}, package, library)
    assert printed == f"{PYTHON} /lib/python313.zip/calc/__init__.pyc\n"
    assert answers(work) == [answer(request) for request in asked]


@pytest.mark.sweep
def test_the_sources_answer_in_the_next_pyodide_as_plain_python_does(tmp_path: Path) -> None:
    asked, work = requests(cases()), tmp_path
    put(asked, work)
    code = ANSWER_ALL.format(find_calc="sys.path.insert(0, '/sources')")
    sources = {"/asked": work, "/sources/calc": ROOT / "calc"}
    assert run(code, sources, package=pyodide(NEXT)) == "3.14.2 /sources/calc/__init__.py\n"
    assert answers(work) == [answer(request) for request in asked]
