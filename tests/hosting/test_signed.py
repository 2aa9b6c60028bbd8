"""A release that is signed can be checked with ssh-keygen alone; one that is changed is told."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from overrides.release.build import ROOT
from overrides.release.signing import sign
from tests.hosting.conftest import ZIP

FOR_HOSTS = (ROOT / "docs" / "hosting" / "index.md").read_text(encoding="utf-8")
CHECK = "ssh-keygen -Y verify -f allowed_signers -I {} -n file -s {}.sig < {}"
WHO = "maintainer@zoster.example"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key made for this test, who may sign with it, and a copy of the release that is signed."""
    folder = tmp_path_factory.mktemp("signed")
    key = folder / "key"
    make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)]
    subprocess.run(make, check=True)
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    (folder / "allowed_signers").write_text(f"{WHO} {public}", encoding="utf-8")
    sign(Path(shutil.copy(ZIP, folder)), key)
    return folder


def checked(folder: Path, who: str) -> int:
    """The status of the check that the page for hosts tells, of the release in this folder."""
    command = CHECK.format(who, ZIP.name, ZIP.name)
    return subprocess.run(command, shell=True, cwd=folder, capture_output=True).returncode


def test_what_is_signed_is_checked_as_the_page_for_hosts_tells(
    folder: Path, record_property: Callable[[str, Any], None]
) -> None:
    record_property("signed", 1)

    assert CHECK.format(
        "WHO", "refractory-zoster-VERSION.zip", "refractory-zoster-VERSION.zip"
    ) in (FOR_HOSTS.replace(" \\\n    ", " "))
    assert 0 == checked(folder, WHO)


def test_another_name_or_another_byte_is_told(folder: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(folder, tmp_path / "changed"))
    with (changed / ZIP.name).open("ab") as release:
        release.write(b"\0")

    assert 0 != checked(folder, "somebody@zoster.example")
    assert 0 != checked(changed, WHO)


def test_a_key_that_is_not_there_signs_nothing(tmp_path: Path) -> None:
    release = tmp_path / ZIP.name
    release.touch()
    with pytest.raises(SystemExit, match="is not signed"):
        sign(release, tmp_path / "no-key")

    assert [release] == [*tmp_path.iterdir()]
