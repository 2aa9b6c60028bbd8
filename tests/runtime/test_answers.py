"""The calculators answer in the browser's Python, and in the next one, as they do in this one."""

import gzip
import json
from pathlib import Path

import pytest

from calc.browser import answer
from calc.catalogue import CATALOGUE
from overrides.runtime.build import ROOT, runtime
from overrides.runtime.pyodide import run
from setup.pyodide import NEXT, PYTHON
from tests.cases import cases

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


def requests() -> list[str]:
    """Every worked example, and each calculator asked without an answer."""
    asked = [{"calculator": name, "answers": {}} for name in CATALOGUE]
    asked += [{"calculator": case.calculator, "answers": case.answers} for case in cases()]
    return [json.dumps(request) for request in asked]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder that Pyodide sees as /asked, with the questions."""
    (tmp_path / "requests.json").write_text(json.dumps(requests()), encoding="utf-8")
    return tmp_path


def answers(work: Path) -> list[str]:
    given: list[str] = json.loads((work / "answers.json").read_text(encoding="utf-8"))
    return given


def test_what_is_sent_to_the_browser_answers_as_plain_python_does(work: Path) -> None:
    library = work / "library.zip"
    library.write_bytes(gzip.decompress((runtime() / "py.bin").read_bytes()))
    printed = run(ANSWER_ALL.format(find_calc=""), {"/asked": work}, library=library)
    assert printed == f"{PYTHON} /lib/python313.zip/calc/__init__.pyc\n"
    assert answers(work) == [answer(request) for request in requests()]


@pytest.mark.sweep
def test_the_sources_answer_in_the_next_pyodide_as_plain_python_does(work: Path) -> None:
    code = ANSWER_ALL.format(find_calc="sys.path.insert(0, '/sources')")
    sources = {"/asked": work, "/sources/calc": ROOT / "calc"}
    assert run(code, sources, version=NEXT) == "3.14.2 /sources/calc/__init__.py\n"
    assert answers(work) == [answer(request) for request in requests()]
