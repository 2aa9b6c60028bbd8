"""The Node of the machine is used; npm installs what a lock pins, or stops the work."""

import json
import tarfile
from pathlib import Path

import pytest

from setup import node as prepared
from setup.node import installed, node

WRONG = "sha512-" + "A" * 86 + "=="
"""The hash of some other bytes."""


def program(folder: Path, name: str, script: str) -> Path:
    """A program on a PATH of its own."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def lock_of(folder: Path, integrity: str) -> Path:
    """A lock with one package, which lies beside it."""
    archive = folder / "some.tgz"
    (folder / "package.json").write_text('{"name": "some", "version": "1.0.0"}', encoding="utf-8")
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(folder / "package.json", "package/package.json")
    wanted = {"dependencies": {"some": f"file:{archive}"}}
    package = {"version": "1.0.0", "resolved": f"file:{archive}", "integrity": integrity}
    lock = {"lockfileVersion": 3, "packages": {"": wanted, "node_modules/some": package}}
    (folder / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    (folder / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return folder / "package-lock.json"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is installed here is not the project's."""
    monkeypatch.setattr(prepared, "PACKAGES", tmp_path / "installed")
    return tmp_path / "installed"


def test_the_node_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = program(tmp_path, "node", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert found == node()


def test_bytes_that_are_not_the_pinned_ones_are_refused(
    tmp_path: Path, elsewhere: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="npm could not install the packages"):
        installed(lock_of(tmp_path, WRONG))

    assert "EINTEGRITY" in capfd.readouterr().err
    assert [] == list(elsewhere.iterdir())


def test_what_is_installed_already_is_not_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = lock_of(tmp_path, WRONG)
    program(tmp_path, "node", "exit 0")
    program(tmp_path, "npm", f"echo run >> {tmp_path}/runs; /bin/mkdir node_modules")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed(lock) == installed(lock)
    assert "run\n" == (tmp_path / "runs").read_text(encoding="utf-8")


def test_another_lock_takes_the_place_of_the_one_before(
    tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "node", "exit 0")
    program(tmp_path, "npm", "/bin/mkdir node_modules")
    monkeypatch.setenv("PATH", str(tmp_path))
    before = installed(lock_of(tmp_path, WRONG))
    after = installed(lock_of(tmp_path, WRONG.replace("A", "B")))

    assert before != after
    assert [after.parent] == list(elsewhere.iterdir())


def test_no_script_of_a_package_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "node", "exit 0")
    program(tmp_path, "npm", f'echo "$@" > {tmp_path}/asked')
    monkeypatch.setenv("PATH", str(tmp_path))
    installed(lock_of(tmp_path, WRONG))

    asked = (tmp_path / "asked").read_text(encoding="utf-8").split()
    assert ["ci", "--ignore-scripts"] == asked[:2]
