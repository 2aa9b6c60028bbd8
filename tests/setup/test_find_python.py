"""A new enough Python is found without being told, or the person is told what to install."""

import os
import subprocess
import sys
from pathlib import Path

FINDER = Path(__file__).parents[2] / "setup" / "find-python"


def old_python(folder: Path, name: str, version: str) -> None:
    """A program that answers as a Python that is too old, to the finder's two questions."""
    script = f'#!/bin/sh\ncase "$2" in *exit*) exit 1 ;; *) echo {version} ;; esac\n'
    (folder / name).write_text(script, encoding="utf-8")
    (folder / name).chmod(0o755)


def find(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the finder says where only `path` holds Pythons."""
    clean = {"PATH": f"{path}:/bin", "HOME": str(path), **environment}
    return subprocess.run(["/bin/sh", str(FINDER)], env=clean, capture_output=True, text=True)


def test_an_old_python_is_named_and_a_newer_one_asked_for(tmp_path: Path) -> None:
    old_python(tmp_path, "python3", "3.9.2")

    said = find(tmp_path, PYTHON=str(tmp_path / "python3"))

    assert said.returncode == 1
    assert said.stderr == (
        f"Python 3.12 or later is needed. Found: {tmp_path}/python3 is 3.9.2."
        " Install one, or name one: make PYTHON=/path/to/python3.13\n"
    )


def test_a_newer_python_is_found_in_pyenv_behind_a_shim_that_fails(tmp_path: Path) -> None:
    old_python(tmp_path, "python3", "3.11.7")
    (tmp_path / "python3.12").write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    (tmp_path / "python3.12").chmod(0o755)
    versions = tmp_path / "pyenv" / "versions" / "3.13.0" / "bin"
    versions.mkdir(parents=True)
    (versions / "python3").symlink_to(sys.executable)

    said = find(tmp_path, PYENV_ROOT=str(tmp_path / "pyenv"))

    assert said.returncode == 0
    assert Path(said.stdout.strip()).exists()


def test_the_python_that_a_person_names_is_taken(tmp_path: Path) -> None:
    said = find(tmp_path, PYTHON=sys.executable)

    assert os.path.samefile(sys.executable, said.stdout.strip())


def test_a_named_path_may_hold_a_space(tmp_path: Path) -> None:
    named = tmp_path / "my programs"
    named.symlink_to(Path(sys.executable).parent)

    said = find(tmp_path, PYTHON=str(named / Path(sys.executable).name))

    assert said.returncode == 0


def test_without_any_python_the_person_is_told(tmp_path: Path) -> None:
    said = find(tmp_path, PYTHON="no-such-python")

    assert said.stderr == (
        "Python 3.12 or later is needed. Install one, or name one:"
        " make PYTHON=/path/to/python3.13\n"
    )
