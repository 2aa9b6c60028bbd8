"""The browser that is there is used; without one the person is asked for it in a sentence."""

import shutil
import sys
from pathlib import Path

import pytest

from setup import browsers, debian
from setup.browsers import BROWSERS, CHROMIUM, HEADLESS, Browser

NOWHERE = Browser("Nowhere", ("no-such-browser",), "/no/such/browser", "no-such-package")

each = pytest.mark.parametrize("browser", BROWSERS.values(), ids=BROWSERS)


@each
def test_a_named_browser_is_taken(monkeypatch: pytest.MonkeyPatch, browser: Browser) -> None:
    monkeypatch.setenv(browser.name.upper(), sys.executable)

    assert Path(sys.executable) == browser.find()


def test_a_chromium_with_a_window_does_for_what_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", {"chromium": "/usr/bin/chromium"}.get)

    assert CHROMIUM.find() == HEADLESS.find() == Path("/usr/bin/chromium")


@pytest.mark.parametrize("named", ["", sys.executable])
def test_the_best_is_installed_where_it_can_be_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    there = {"chromium": "/usr/bin/chromium", sys.executable: sys.executable}
    monkeypatch.setenv("CHROMIUM", named)
    monkeypatch.setattr(shutil, "which", there.get)
    monkeypatch.setattr(browsers, "can_install", lambda: True)

    def install(packages: tuple[str, ...], ask: str) -> None:
        there[packages[0]] = f"/usr/bin/{packages[0]}"

    monkeypatch.setattr(browsers, "install", install)

    assert Path(named or "/usr/bin/chromium-headless-shell") == HEADLESS.path()


def test_another_does_where_the_best_cannot_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", {"chromium": "/usr/bin/chromium"}.get)
    monkeypatch.setattr(browsers, "can_install", lambda: True)
    monkeypatch.setattr(browsers, "install", lambda packages, ask: sys.exit(ask))

    assert Path("/usr/bin/chromium") == HEADLESS.path()


def test_without_one_and_without_rights_the_person_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(debian, "can_install", lambda: False)

    with pytest.raises(SystemExit) as asked:
        NOWHERE.path()

    assert asked.value.code == (
        "Nowhere is needed for the tests: install it, or name it: NOWHERE=/path/to/no-such-browser"
    )


def test_without_one_but_as_root_on_debian_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def install(packages: tuple[str, ...], ask: str) -> None:
        assert "no-such-package" in packages
        monkeypatch.setenv("NOWHERE", sys.executable)

    monkeypatch.setattr(browsers, "install", install)

    assert Path(sys.executable) == NOWHERE.path()
