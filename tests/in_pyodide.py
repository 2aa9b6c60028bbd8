"""`python -m tests.in_pyodide [OPTION ...]`: the tests of `calc`, by the Python of the browser.

Options are pytest's. The tests need no browser: Pyodide runs under Node. Its library and `calc` are
what is sent to the page, the library completed by what pytest needs of Pyodide's whole library.
"""

import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from overrides.runtime.build import ROOT, runtime
from overrides.runtime.pyodide import run
from setup.pyodide import PINNED, pyodide
from setup.say import say

ROOMS = ("tests/model", "tests/clinical", "tests/present", "tests/catalogue", "tests/outcomes")
IGNORED = (
    *("tests/catalogue/test_schema.py", "tests/catalogue/test_outcome_schema.py"),
    *("tests/catalogue/test_command_line.py", "tests/catalogue/test_batch_command.py"),
    *("tests/catalogue/test_many_at_once.py", "tests/catalogue/test_batch_of_any_length.py"),
)
"""They need a compiled package (jsonschema's), or other processes, which Pyodide does not start."""
A_PROGRAM = "thousand_lines"
"""This test starts one too."""
TOO_DEEP = "deep"
"""JSON a hundred thousand levels deep overflows WebAssembly's stack. No page sends such a thing."""

CODE = """
import os, sys
sys.dont_write_bytecode = True
sys.path += ["/sources", "/packages"]
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
os.chdir("/sources")
import calc, pytest
print("Python", sys.version.split()[0], "on", sys.platform, "with", calc.__file__)
status = pytest.main({arguments})
if status:
    raise SystemExit(f"pytest ended with {{status!r}}")
"""


def main(package: Path | None = None, *options: str) -> None:
    """Run the tests and print what pytest says. Exits with that where a test fails.

    In another Pyodide, if one is named. The core that is sent is none for them: tests call what no
    calculator would, and what is cut from it traps; the worked examples are asked there.
    """
    say("running the tests of calc inside Pyodide")
    ignored = [f"--ignore={name}" for name in IGNORED]
    left_out = [*ignored, "-k", f"not {TOO_DEEP} and not {A_PROGRAM}"]
    arguments = ["-p", "no:cacheprovider", "-p", "no:faulthandler", *left_out]
    arguments += [*options, *ROOMS]
    mounts = {"/sources": ROOT, "/packages": Path(sysconfig.get_path("purelib"))}
    with TemporaryDirectory() as scratch:
        library = completed(runtime() / "plain" / "py.bin", Path(scratch, "library.zip"))
        try:
            print(run(CODE.format(arguments=arguments), mounts, package, library))
        except RuntimeError as error:
            sys.exit(str(error))


def completed(sent: Path, target: Path) -> Path:
    """What is sent to the page, and every module of Pyodide's whole library that is not."""
    stock = pyodide(PINNED) / "python_stdlib.zip"
    with ZipFile(sent) as ours, ZipFile(stock) as whole, ZipFile(target, "w") as library:
        for name in ours.namelist():
            library.writestr(name, ours.read(name))
        for name in whole.namelist():
            if f"{name}c" not in ours.namelist():
                library.writestr(name, whole.read(name))
    return target


if __name__ == "__main__":
    main(None, *sys.argv[1:])
