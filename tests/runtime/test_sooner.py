"""Python starts sooner in a browser: what it would do twice, or the build can do, is not done."""

from overrides.runtime.build import runtime
from overrides.runtime.pyodide import run
from overrides.runtime.sitecustomize import compiled_before, loaded_once, number_of

EACH_IS_KNOWN = """
import calc.browser, sitecustomize
known = sitecustomize.codes_of(sitecustomize.__spec__.loader)
print(len(known) > 100, set(sitecustomize.codes) == set(known))
"""
LOADED = """
import sys
import zipimport

loads, loaded = zipimport._get_data, []

def counted(archive, entry):
    loaded.append(entry[0])
    return loads(archive, entry)

zipimport._get_data = counted
before = set(sys.modules)
import calc.browser
new = [sys.modules[name] for name in sys.modules.keys() - before]
print(len(new) > 100, sorted(loaded) == sorted({each.__cached__ or each.__file__ for each in new
    if getattr(each, "__file__", None)}))
"""


def test_all_that_python_compiles_as_it_starts_the_build_has_compiled() -> None:
    printed = run(EACH_IS_KNOWN, {}, library=runtime() / "plain" / "py.bin")

    assert "True True\n" == printed


def test_each_module_of_the_calculators_is_read_once() -> None:
    printed = run(LOADED, {}, library=runtime() / "plain" / "py.bin")

    assert "True True\n" == printed


def test_a_text_is_run_by_the_code_that_stands_for_it() -> None:
    answer = compile("6 * 7", "<string>", "eval")

    assert 42 == compiled_before(eval, {number_of("1 + 1"): answer})("1 + 1")


def test_a_text_that_the_build_did_not_see_is_compiled() -> None:
    spaces: tuple[dict[str, int], dict[str, int]] = ({"given": 2}, {})
    compiled_before(exec, {})("made = given + 1", *spaces)

    assert {"made": 3} == spaces[1]


def test_a_text_is_compiled_as_it_would_be_where_it_stands_alone() -> None:
    """Annotations of this project are not read as text where Python would evaluate them."""
    made: dict[str, dict[str, type]] = {}
    compiled_before(exec, {})("def read(dose: int): ...", made)

    assert {"dose": int} == made["read"].__annotations__


def test_what_is_asked_for_twice_is_loaded_once_and_then_anew() -> None:
    loaded: list[str] = []

    def load(importer: str, name: str) -> int:
        loaded.append(f"{importer}/{name}")
        return len(loaded)

    once = loaded_once(load)

    assert [1, 1, 2, 2, 3] == [
        once("a", "json"),
        once("a", "json"),
        once("b", "json"),
        once("b", "json"),
        once("a", "json"),
    ]
