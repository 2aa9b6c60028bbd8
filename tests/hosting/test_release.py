"""The zip and the wheel hold what their host needs, and are the same bytes for everyone."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import brotli
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from calc.catalogue import CATALOGUE
from overrides.release.build import DIST, ROOT, commit_time, release
from overrides.release.policy import policy
from overrides.runtime import core, glue
from overrides.runtime.pyodide import run
from overrides.site.build import SITE
from setup.pyodide import PYTHON
from tests.hosting.conftest import EXAMPLES, ZIP, expected
from tests.plan import PLAN

LOADED = {".html", ".css", ".js", ".bin", ".svg", ".txt"}
EXTRA = {".json", ".csv"}
"""Nothing on a page waits for these: schemas, references and the hazard log, for programs."""
OTHERS = [
    version
    for version in sorted(Path(os.environ.get("PYENV_ROOT", "")).glob("versions/3.1[2-9]*"))
    if not str(version).endswith(sys.version.split()[0])
]


Count = Callable[[str, Any], None]
NOTICE = re.compile(r"/\*[!*](?:\\n|[\s*])*(?P<name>[a-z][\w.-]*)(?P<more>[^\n\\]*)")
VERSION = re.compile(r"\d+\.\d+\.\d+")
"""How a library that is packed into a script begins: with its name, and perhaps its version."""
FOR_HOSTS = (ROOT / "docs" / "hosting" / "index.md").read_text(encoding="utf-8")


def names() -> set[str]:
    with ZipFile(ZIP) as packed:
        return set(packed.namelist())


def tens(size: int) -> int:
    """Of bytes, the megabytes to the next ten: a host plans with them, a page more is no news."""
    return ceil(size / 1e7) * 10


def test_the_zip_has_these_parts() -> None:
    parts = {name.split("/")[0] for name in names()}

    assert {"SHA256SUMS", "conformance", "licences", "sbom.json", "servers", "site"} == parts


def test_its_conformance_kit_finds_no_difference_in_the_batch_that_it_comes_with(
    unpacked: Path,
) -> None:
    kit = [sys.executable, "-I", str(unpacked / "conformance" / "check.py")]
    ours = [sys.executable, "-m", "calc", "{}", "--batch"]
    done = subprocess.run(
        [*kit, "--", *ours], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.endswith(f"cases of {len(CATALOGUE)} calculators, 0 with differences\n")


def test_the_zip_has_a_configuration_for_five_servers() -> None:
    servers = {name.removeprefix("servers/") for name in names() if name.startswith("servers/")}

    assert {"Caddyfile", "apache.conf", "lighttpd.conf", "nginx.conf", "web.config"} == servers


def test_the_page_for_hosts_tells_how_much_the_release_takes() -> None:
    with ZipFile(ZIP) as packed:
        size = sum(entry.file_size for entry in packed.infolist())

    assert f"The unpacked release takes at most {tens(size)} MB." in FOR_HOSTS


def test_the_page_for_hosts_tells_how_big_the_one_file_is(unpacked: Path) -> None:
    size = (unpacked / "site" / "one-file" / f"{PLAN}.html").stat().st_size

    assert f"as one file of {size / 1e6:.0f} MB." in FOR_HOSTS


def test_the_page_for_hosts_tells_what_the_copy_for_offline_fetches(unpacked: Path) -> None:
    """From a server that compresses nothing: from others it fetches less."""
    code = (unpacked / "site" / "sw.js").read_text(encoding="utf-8")
    kept = json.loads(code.partition("self.release = ")[2].partition(";\n")[0])["files"]
    visited = ("core.bin", "py.bin", "asm.bin")
    more = [name for name in kept if "/plain/" not in name and not name.endswith(visited)]
    size = sum((unpacked / "site" / name).stat().st_size for name in more)

    assert f"at most {tens(size)} MB more after its first visit" in FOR_HOSTS


def test_every_file_bears_the_time_of_the_commit_by_which_a_server_tells_it_from_an_older() -> None:
    with ZipFile(ZIP) as packed:
        dates = {entry.date_time for entry in packed.infolist()}
    moment = commit_time()

    assert {time.gmtime(moment - moment % 2)[:6]} == dates  # a zip counts in two seconds


def test_the_sums_are_those_of_every_file(unpacked: Path, record_property: Count) -> None:
    lines = (unpacked / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    record_property("sums", len(listed))

    assert {
        name: sha256((unpacked / name).read_bytes()).hexdigest()
        for name in names() - {"SHA256SUMS"}
    } == listed


@pytest.mark.parametrize("server", ["Caddyfile", "apache.conf", "lighttpd.conf", "nginx.conf"])
def test_a_configuration_carries_the_policy_of_this_build(unpacked: Path, server: str) -> None:
    assert policy(SITE) in (unpacked / "servers" / server).read_text(encoding="utf-8")


def test_what_a_page_loads_has_a_name_that_every_server_knows() -> None:
    endings = {file.suffix for file in SITE.rglob("*") if file.is_file()}

    assert LOADED | EXTRA == endings


@pytest.mark.parametrize(
    ("ending", "opened"), [(".gz", gzip.decompress), (".br", brotli.decompress)]
)
def test_a_compressed_sibling_holds_the_same(unpacked: Path, ending: str, opened: object) -> None:
    assert callable(opened)
    siblings = list((unpacked / "site").rglob(f"*{ending}"))

    assert len(siblings) > 50
    assert [] == [
        sibling
        for sibling in siblings
        if sibling.with_suffix("").read_bytes() != opened(sibling.read_bytes())
    ]


def test_the_file_that_hosts_edit_has_no_sibling_that_would_hide_the_edit() -> None:
    assert {"site/embed/hosts.js"} == {name for name in names() if "embed/hosts" in name}


def test_the_bill_of_materials_is_valid(unpacked: Path) -> None:
    bill = (unpacked / "sbom.json").read_text(encoding="utf-8")

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_the_bill_names_what_travels_to_the_browser(unpacked: Path) -> None:
    bill = json.loads((unpacked / "sbom.json").read_text(encoding="utf-8"))
    required = {part["name"] for part in bill["components"] if part["scope"] == "required"}

    assert {"cpython", "mkdocs-material", "pyodide"} == required


def test_the_bill_names_each_notice_that_travels_with_the_theme(
    unpacked: Path, record_property: Count
) -> None:
    """With the version that the notice tells, where it tells one."""
    bill = json.loads((unpacked / "sbom.json").read_text(encoding="utf-8"))
    shipped = [part for part in bill["components"] if part["scope"] == "required"]
    (theme,) = (part for part in shipped if part["name"] == "mkdocs-material")
    record_property("bill", sum(1 + len(part.get("components", ())) for part in shipped))
    (script,) = (unpacked / "site" / "assets").glob("*/theme.js")
    notices = {
        (found["name"], *VERSION.findall(found["more"]))
        for found in NOTICE.finditer(script.read_text(encoding="utf-8"))
        if not found["name"].startswith("lunr.")
    }
    listed = {(part["name"], *filter(None, [part.get("version")])) for part in theme["components"]}

    assert 3 == len(notices)
    assert set() == notices - listed


def test_the_bill_names_the_python_that_the_runtime_holds() -> None:
    assert PYTHON == run("import platform; print(platform.python_version())", {}).strip()


COMPILED = """
import sys, zlib
from xml.parsers import expat
print("emscripten", *sys._emscripten_info.emscripten_version)
print("expat", *expat.version_info)
print("zlib", zlib.ZLIB_RUNTIME_VERSION)
"""


def test_the_bill_names_what_is_compiled_into_the_runtime(unpacked: Path) -> None:
    """Of bzip2 the runtime says no version, but the file that holds it does."""
    bill = json.loads((unpacked / "sbom.json").read_text(encoding="utf-8"))
    (pyodide,) = (part for part in bill["components"] if part["name"] == "pyodide")
    listed = {part["name"]: part["version"] for part in pyodide["components"]}
    said = (line.split() for line in run(COMPILED, {}).splitlines())

    assert {"bzip2": listed["bzip2"], **{name: ".".join(of) for name, *of in said}} == listed


def test_the_figure_to_compare_after_an_upgrade_is_what_the_calculator_gives() -> None:
    told = (ROOT / "docs" / "hosting" / "index.md").read_text(encoding="utf-8")
    result = expected().partition("RESULT\n")[2].partition("\n")[0]
    dose = result.partition(": ")[2]

    assert f"**{dose}**" in told


def test_there_is_a_licence_for_each_thing_in_the_site(unpacked: Path) -> None:
    licences = {file.stem: file.read_text(encoding="utf-8") for file in licence_files(unpacked)}

    assert {
        "material-for-mkdocs",
        "pyodide",
        "python",
        "refractory-zoster",
    } == set(licences)
    assert all(len(text) > 1000 for text in licences.values())


def test_the_licence_of_python_s_core_brings_the_source_of_what_was_changed(
    unpacked: Path,
) -> None:
    """As MPL-2.0 asks in its section 3.2: the program that cuts it, and its list."""
    licence = (unpacked / "licences" / "pyodide.txt").read_text(encoding="utf-8")

    cutting = (core.__file__, core.STORED, glue.__file__, glue.STORED)
    assert all(Path(file).read_text(encoding="utf-8") in licence for file in cutting)


def licence_files(unpacked: Path) -> list[Path]:
    return list((unpacked / "licences").iterdir())


def test_the_wheel_computes_the_same_plan_from_the_command_line(tmp_path: Path) -> None:
    (wheel,) = DIST.glob("*.whl")
    place = ["--target", str(tmp_path), "--no-deps", "--no-index"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, *place, str(wheel)], check=True)
    command = [str(tmp_path / "bin" / "refractory-zoster"), PLAN]
    answers = [part for name, text in EXAMPLES[PLAN].items() for part in (f"--{name}", text)]
    env = {"PYTHONPATH": str(tmp_path), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [*command, *answers], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8"
    )

    assert expected().rstrip() == done.stdout.rstrip()


@pytest.mark.skipif(bool(OTHERS), reason="another Python, which proves more, is tried below")
def test_a_second_release_is_the_same_bytes(tmp_path: Path) -> None:
    release(SITE, tmp_path / "again")

    assert digests(DIST) == digests(tmp_path / "again")


@pytest.mark.skipif(not OTHERS, reason="this machine has only one Python that is new enough")
def test_another_python_makes_the_same_bytes_from_the_sources_alone(tmp_path: Path) -> None:
    """What anyone does who checks a release against its source, with the newest Python here."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    python = OTHERS[-1] / "bin" / "python3"
    env = os.environ | {"SOURCE_DATE_EPOCH": str(commit_time())}
    subprocess.run(["make", "release", f"PYTHON={python}"], cwd=tmp_path, env=env, check=True)

    assert digests(DIST) == digests(tmp_path / "dist")


def digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
