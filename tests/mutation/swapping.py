"""An error is put into functions that are loaded already, or into a module that is loaded anew."""

import gc
import importlib
import importlib.abc
import importlib.machinery
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.mutation.mutants import Mutant
from tests.root import ROOT

Place = tuple[str, str]
"""A module of `calc` by its path, and a function in it by its qualified name."""
READ = "tests.cases"
"""It reads the worked examples and runs nothing of `calc`: an error leaves it as it is, and to
read them again would cost more than to load `calc`."""


def place_of(code: CodeType) -> Place | None:
    """Where code stands that is part of `calc`; what is inside a function counts to it."""
    if not code.co_filename.startswith(f"{ROOT}/calc/"):
        return None
    return code.co_filename.removeprefix(f"{ROOT}/"), code.co_qualname.partition(".<locals>")[0]


def loaded() -> dict[Place, list[FunctionType]]:
    """Every function of `calc` that is loaded, however it is decorated or kept."""
    found: dict[Place, list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and (place := place_of(each.__code__)):
            found[place].append(each)
    return found


def caches() -> list[Any]:
    """What remembers results, in `calc` and in its tests."""
    rooms = ("calc.", "tests.")
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, _lru_cache_wrapper) and each.__module__.startswith(rooms)
    ]


def swap(mutant: Mutant, functions: Sequence[FunctionType]) -> None:
    """Every loaded function runs the code of the mutant from now on."""
    whole = compile(mutant.source, str(ROOT / mutant.module), "exec")
    codes = {each.co_qualname: each for each in inside(whole)}
    for each in functions:
        code = codes.get(each.__code__.co_qualname)
        if code and code.co_freevars == each.__code__.co_freevars:
            each.__code__ = code


def inside(code: CodeType) -> Iterator[CodeType]:
    """The code of every function and class that a piece of code holds, the innermost first."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from inside(each)
            yield each


def name_of(module: str) -> str:
    """The name by which a module of `calc` is imported, of its path."""
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module of `calc` as the mutant has it."""

    def __init__(self, module: str, source: str) -> None:
        self.path = ROOT / module
        self.name = name_of(module)
        self.source = source

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        if fullname != self.name:
            return None
        spec = importlib.machinery.ModuleSpec(fullname, self)
        if self.path.name == "__init__.py":
            spec.submodule_search_locations = [str(self.path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, str(self.path), "exec"), vars(module))


def load_anew(mutant: Mutant) -> None:
    """Forget all of `calc` and its tests; what is imported next has the error."""
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("calc", "tests") and name != READ:
            del sys.modules[name]
    sys.meta_path.insert(0, Finder(mutant.module, mutant.source))
