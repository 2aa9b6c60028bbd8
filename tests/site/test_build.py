"""The site is made of what is meant to be in it, and always of the same bytes."""

import json
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE
from calc.present.schema import schema
from overrides.markdown.register import DOCS
from overrides.scripts.bundle import BANNER
from overrides.site import ROOT, make
from tests.site.conftest import SITE

HOLDS = [
    line
    for line in Path(__file__).with_name("holds.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def held(folder: Path) -> dict[str, str]:
    """Every file of a built site, with what stands for its bytes."""
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    make(tmp_path / "again")

    assert held(SITE) == held(tmp_path / "again")


def test_a_bundled_script_names_no_machine_and_no_source_map() -> None:
    texts = [file.read_text(encoding="utf-8") for file in SITE.rglob("*.js")]
    bundles = [text for text in texts if BANNER in text]

    assert 8 == len(bundles)
    assert [] == [text for text in bundles if str(ROOT) in text or "sourceMappingURL" in text]


def test_nothing_has_strayed_in() -> None:
    strays = [
        name for name in held(SITE) if not any(fnmatchcase(name, pattern) for pattern in HOLDS)
    ]

    assert [] == strays


@pytest.mark.parametrize("pattern", HOLDS)
def test_everything_that_is_meant_to_be_there_is(pattern: str) -> None:
    assert [name for name in held(SITE) if fnmatchcase(name, pattern)]


def test_every_page_of_the_docs_is_built_and_no_other() -> None:
    written = {
        file.relative_to(DOCS).with_suffix(".html").as_posix() for file in DOCS.rglob("*.md")
    }

    assert {*written, "404.html", "one-file/foscarnet-plan.html"} == {
        name for name in held(SITE) if name.endswith(".html")
    }


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_schema_stands_at_its_address(name: str) -> None:
    published = (SITE / "schemas" / f"{name}.json").read_text(encoding="utf-8")

    assert schema(CATALOGUE[name]) == json.loads(published)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_calculator_has_an_address_for_frames_and_the_page_on_frames_names_it(name: str) -> None:
    address = f"embed/{name}/index.html"

    assert f'data-calculator="{name}"' in (SITE / address).read_text(encoding="utf-8")
    assert f"`{address}`" in (DOCS / "hosting" / "embedding.md").read_text(encoding="utf-8")
