"""A browser that runs anywhere, and folders served on loopback."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from setup.browsers import HEADLESS
from tests.figures.runs import Stores
from tests.part import Part
from tests.safety.ran import Ran
from tests.server import Serve, Server, serving


def pytest_addoption(parser: pytest.Parser) -> None:
    """What a run does with the tests that the hazard log names, and with the count of all."""
    parser.addoption("--controls", choices=("hold", "store"), help="see tests/safety/ran.py")
    parser.addoption("--stores", metavar="COMMAND", help="see tests/figures/runs.py")
    parser.addoption("--part", type=int, metavar="PARTS", help="see tests/part.py")
    parser.addoption("--turn", type=int, default=0, help="see tests/part.py")


def pytest_configure(config: pytest.Config) -> None:
    """Counts what passes. How many tests did is stored once for all processes of a whole run."""
    config.pluginmanager.register(Ran(config), "controls")
    command, parts = config.getoption("--stores"), config.getoption("--part")
    if parts:
        config.pluginmanager.register(Part(parts, config.getoption("--turn")), "part")
    elif command and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Stores(command), "stores")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Starts the Chromium that set-up found. Root, as in a container, may not use its sandbox."""
    return {
        **browser_type_launch_args,
        "executable_path": str(HEADLESS.path()),
        "args": ["--no-sandbox"],
    }


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, **faults)` serves a folder until the tests end; see Server for the faults."""
    with ExitStack() as stack:

        def start(folder: Path, **faults: Any) -> Server:
            return stack.enter_context(serving(folder, **faults))

        yield start
