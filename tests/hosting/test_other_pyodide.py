"""A page with a Pyodide of its own loads the calculators by name, and no wheel but the released."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from overrides.release.build import DIST, ROOT
from setup.pyodide import pyodide
from tests.hosting.conftest import expected
from tests.server import Serve

LOCK = "pyodide-lock.json"
PAGE = '<!doctype html><link rel="icon" href="data:,"><script src="pyodide/pyodide.js"></script>'
FOR_HOSTS = (ROOT / "docs" / "hosting" / "index.md").read_text(encoding="utf-8")
WRITTEN = re.findall(r"```\n(const lockFileURL .*?)```", FOR_HOSTS, re.DOTALL)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The folder of another page: Pyodide as npm has it, and beside it what a release holds."""
    (tmp_path / "pyodide").symlink_to(pyodide())
    (tmp_path / "zoster").mkdir()
    for file in (DIST / LOCK, *DIST.glob("*.whl")):
        shutil.copy(file, tmp_path / "zoster")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def computed(page: Page, url: str) -> str:
    """What the script on the page for hosts computes, in a page of a server."""
    (script,) = WRITTEN
    page.goto(f"{url}/index.html")
    script = script.replace("https://intranet.example", url)
    return str(page.evaluate(f"async () => {{ {script}; return text; }}"))


def test_the_script_that_hosts_are_shown_computes_the_plan(
    page: Page, serve: Serve, other: Path
) -> None:
    assert expected() == computed(page, serve(other).url)


def test_a_wheel_in_which_one_bit_changed_is_not_loaded(
    page: Page, serve: Serve, other: Path
) -> None:
    (wheel,) = other.glob("zoster/*.whl")
    content = bytearray(wheel.read_bytes())
    content[len(content) // 2] ^= 1
    wheel.write_bytes(content)

    with pytest.raises(Error, match="No module named 'calc'"):
        computed(page, serve(other).url)


def test_the_lock_file_is_that_of_pyodide_with_one_package_more() -> None:
    stock = json.loads((pyodide() / LOCK).read_text(encoding="utf-8"))
    ours = json.loads((DIST / LOCK).read_text(encoding="utf-8"))

    assert {"refractory-zoster"} == ours["packages"].keys() - stock["packages"].keys()
    assert stock["info"] == ours["info"]
