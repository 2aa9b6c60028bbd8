"""The Chromium that is there is used; without one the person is asked for it in a sentence."""

import sys
from pathlib import Path

import pytest

from setup import chromium, debian


def test_a_named_chromium_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)

    assert chromium.find() == Path(sys.executable)


def test_without_one_and_without_rights_the_person_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(debian, "can_install", lambda: False)

    with pytest.raises(SystemExit) as asked:
        chromium.chromium()

    assert asked.value.code == chromium.ASK


def test_without_one_but_as_root_on_debian_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there: list[Path] = []
    monkeypatch.setattr(chromium, "find", lambda: there[0] if there else None)
    installed = Path("/usr/bin/chromium")
    monkeypatch.setattr(chromium, "install", lambda packages, ask: there.append(installed))

    assert chromium.chromium() == installed
