"""The contestants of the benchmark: the same pages, with another engine or none."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from overrides.markdown.speed.runs import COMPONENT
from setup.node import locked
from tests.bench import contestants
from tests.bench.places import NPM, ROOT, SITE

PAGE = "calculators/foscarnet-plan.html"
SCRIPT = re.compile(r'<script src="[^"]*/(\w+)\.js"')


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for a contestant, on the disk of the built site, whose files it links to."""
    with TemporaryDirectory(dir=ROOT / "build") as scratch:
        yield Path(scratch, "contestant")


def scripts(site: Path) -> set[str]:
    """The names of the scripts that the plan's page loads."""
    return set(SCRIPT.findall((site / PAGE).read_text(encoding="utf-8")))


def test_another_engine_has_the_page_less_the_copy_for_offline(folder: Path) -> None:
    contestants._javascript(folder)

    assert {"offline"} == scripts(SITE) - scripts(folder)


def test_another_engine_is_not_asked_for_the_bundle_that_was_built_with_the_page(
    folder: Path,
) -> None:
    contestants._javascript(folder)
    pages = (site / PAGE for site in (SITE, folder))

    assert [True, False] == ["data-bundle" in page.read_text(encoding="utf-8") for page in pages]


def test_the_page_without_a_calculator_has_none_of_its_scripts(folder: Path) -> None:
    contestants._no_calculator(folder)

    assert {"offline", "python", "calculators"} == scripts(SITE) - scripts(folder)


def test_another_engine_takes_nothing_of_python_along(folder: Path) -> None:
    contestants._javascript(folder)

    assert [] == [*folder.rglob("*.bin")]


@pytest.mark.parametrize(("name", "package"), contestants.PACKAGES.items())
def test_a_contestant_is_of_the_version_that_its_name_says(name: str, package: str) -> None:
    assert name.endswith(f" {locked(package, NPM)['version']}")


def test_the_component_is_of_the_version_that_its_name_says() -> None:
    name, version = COMPONENT.split()
    lock = (ROOT / "setup" / "component.txt").read_text(encoding="utf-8")

    assert lock.startswith(f"{name}=={version} ")


@pytest.mark.parametrize("engine", ["worker.js", "pyscript.js", "shared.js"])
def test_another_engine_is_fetched_from_the_folder_that_holds_it(engine: str, folder: Path) -> None:
    contestants._swapped(folder, engine)
    (script,) = folder.glob("assets/*/python.js")
    (place,) = re.findall(
        r'new URL\("(.*?)", document.currentScript.src', script.read_text("utf-8")
    )

    assert (folder / "engine").resolve() == (script.parent / re.sub(r"[^/]*$", "", place)).resolve()


def test_the_built_site_stays_as_it_was(folder: Path) -> None:
    before = (SITE / PAGE).read_bytes()
    contestants._no_calculator(folder)

    assert before == (SITE / PAGE).read_bytes()
