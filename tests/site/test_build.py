"""The site is made of what is meant to be in it, and always of the same bytes."""

import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

import pytest

from calc.catalogue import CATALOGUE
from calc.present.outcome_schema import outcome_schema
from calc.present.schema import inputs_schema
from overrides.markdown.register import DOCS
from overrides.safety import withdrawn
from overrides.scripts.bundle import BANNER
from overrides.site.build import MADE_OF, ROOT, make
from overrides.site.one_file import PAGE as ONE_FILE
from tests.every import of_every
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


@pytest.mark.sweep
def test_two_builds_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    make(tmp_path / "again")

    assert held(SITE) == held(tmp_path / "again")


@pytest.mark.sweep
def test_a_build_that_is_listed_as_withdrawn_is_named_to_copies_and_to_people(
    tmp_path: Path,
) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    made = {ROOT / name for name in (".git", ".venv", "build", "dist", "site")}
    shutil.copytree(
        ROOT,
        project,
        ignore=lambda folder, names: {name for name in names if Path(folder, name) in made},
    )
    (project / "build").symlink_to(ROOT / "build")
    listed = project / withdrawn.FILE.relative_to(ROOT)
    example = "".join(listed.read_text(encoding="utf-8").partition("# [[withdrawn]]")[1:])
    lines = (line.removeprefix("# ") for line in example.splitlines())
    listed.write_text("\n".join(lines), encoding="utf-8")
    script = f"from pathlib import Path; build.make(Path({str(site)!r}))"
    command = [sys.executable, "-c", f"from overrides.site import build; {script}"]
    subprocess.run(command, cwd=project, check=True)
    (notice,) = withdrawn.notices(listed)
    release, page = (
        (site / name).read_text(encoding="utf-8") for name in ("release.js", "safety/notices.html")
    )

    assert [] == [build for build in notice.builds if build not in release or build not in page]
    assert notice.words in release
    assert notice.wrong in page


def test_each_page_with_a_calculator_names_the_calculators_that_it_was_built_with() -> None:
    pages = {page: page.read_text(encoding="utf-8") for page in SITE.rglob("*.html")}
    bundles = {
        re.findall(r'data-bundle="([0-9a-f]{12})"', text)[0]
        for text in pages.values()
        if 'class="calculator"' in text
    }

    assert 1 == len(bundles)


def test_what_a_page_takes_in_counts_among_what_the_site_is_made_of() -> None:
    taken = {
        name
        for page in DOCS.rglob("*.md")
        for name in re.findall(r'^--8<-- "([^"]+)"', page.read_text(encoding="utf-8"), re.M)
    }

    assert {"CHANGELOG.md"} == taken
    assert taken <= {*MADE_OF}


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


@of_every(HOLDS)
def test_everything_that_is_meant_to_be_there_is(pattern: str) -> None:
    assert [name for name in held(SITE) if fnmatchcase(name, pattern)]


def test_every_page_of_the_docs_is_built_and_no_other() -> None:
    written = {
        file.relative_to(DOCS).with_suffix(".html").as_posix() for file in DOCS.rglob("*.md")
    }
    frames = {f"embed/{name}/index.html" for name in CATALOGUE}

    assert {*written, *frames, "404.html"} == {
        name for name in held(SITE) if name.endswith(".html")
    }


@of_every(CATALOGUE)
def test_a_schema_stands_at_its_address(name: str) -> None:
    published = (SITE / "schemas" / f"{name}.json").read_text(encoding="utf-8")

    assert inputs_schema(CATALOGUE[name]) == json.loads(published)


@of_every(CATALOGUE)
def test_so_does_the_schema_of_its_outcomes(name: str) -> None:
    published = (SITE / "schemas" / f"{name}.outcome.json").read_text(encoding="utf-8")

    assert outcome_schema(CATALOGUE[name]) == json.loads(published)


@of_every(CATALOGUE)
def test_a_calculator_has_an_address_for_frames_and_the_page_on_frames_names_it(name: str) -> None:
    address = f"embed/{name}/index.html"

    assert f'data-calculator="{name}"' in (SITE / address).read_text(encoding="utf-8")
    page = (SITE / "hosting" / "embedding.html").read_text(encoding="utf-8")
    assert f"<code>{address}</code>" in page


@pytest.mark.parametrize(
    ("page", "sheets"),
    [
        ("index.html", ["styles"]),
        ("calculators/foscarnet-plan.html", ["styles"]),
        ("embed/foscarnet-plan/index.html", ["embed"]),
        ("404.html", ["up-0", "up-1", "up-2", "up-3", "up-4"]),
    ],
)
def test_a_page_links_one_style_sheet_and_that_for_what_is_missing_one_for_each_folder(
    page: str, sheets: list[str]
) -> None:
    html = (SITE / page).read_text(encoding="utf-8")
    linked = re.findall(r'<link rel="stylesheet" href="([^"]*)">', html)

    assert sheets == [Path(each).stem for each in linked]


def test_each_style_sheet_is_a_layer_over_those_before_it_and_the_theme_is_the_first() -> None:
    (sheet,) = SITE.glob("assets/*/embed.css")
    layers = re.findall(r"@layer (\w+)", sheet.read_text(encoding="utf-8"))

    of_page = ["tokens", "header", "site", "reference", "form", "tables", "pictures", "result"]
    of_card = ["card", "screen", "glance", "vessels", "folds", "manual"]
    ours = [*of_page, *of_card, "paper", "printed", "checker"]
    assert ["theme", *ours, "sheet", "components", "frame"] == layers


def test_the_one_file_names_no_other() -> None:
    page = (SITE / ONE_FILE).read_text(encoding="utf-8")

    assert ["data:,"] == re.findall(r'<[^>]*\b(?:src|href)="([^#"]+)"', page)
