"""The Node of the machine is used; what npm cannot fetch stops the work in one sentence."""

from pathlib import Path

import pytest

from setup.node import node, npm_pack


def program(folder: Path, name: str, script: str) -> Path:
    """A program on a PATH of its own."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_node_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = program(tmp_path, "node", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert found == node()


def test_the_archive_is_the_one_that_npm_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "node", "exit 0")
    program(tmp_path, "npm", "echo some-1.0.tgz")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert tmp_path / "some-1.0.tgz" == npm_pack("some@1.0", tmp_path)


def test_what_npm_cannot_fetch_stops_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "node", "exit 0")
    program(tmp_path, "npm", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SystemExit, match=r"npm could not fetch some@1\.0"):
        npm_pack("some@1.0", tmp_path)
