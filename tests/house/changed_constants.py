"""Run by itself: each named constant of the rules changed in turn, and who still says the old one.

Prints, as JSON, how many of the constants were heard when they were changed, since something was
said otherwise, and a list of [module, constant, old figure, the line that holds it].
"""

import ast
import importlib
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
CONSTANT = re.compile(
    r'^(?P<name>[A-Z][A-Z_0-9]*) = constant\(\s*(?P<value>\d+(?:\.\d+)?), "(?P<unit>[^"]+)"', re.M
)
CONVERSIONS = {"HOURS_24", "ONE", "MG_PER_G", "CM_PER_M", "MINUTES_PER_HOUR", "WHOLE_MINUTE"}
"""What cannot be otherwise, by the definition of a unit or of a day."""
COINCIDES = {"HALF_LITRE", "ANTIVIRAL_FROM", "ANTIVIRAL_TO"}
"""Another fact is the same figure: the least fluid of other sources; a course of aciclovir."""
CHANGE = Decimal("1.37")
"""So many times more: a factor that leads to no figure that stands for something else."""

PATIENT = {
    **{"age": "59", "sex": "female", "weight": "151.3", "height": "171", "dialysis": "no"},
    **{"creatinine": "0.61", "creatinine_unit": "mg/dL", "access": "peripheral"},
    **{"first_infusion": "yes", "fluid": "saline", "confirm": "yes"},
}
PLANS = (
    {"regimen": "cmv-90-every-12-h"},
    {"regimen": "vzv-40-every-8-h", "creatinine": "1.33"},
    {"regimen": "cmv-maintenance-120", "creatinine": "2.93", "fluid": "dextrose"},
)
ACICLOVIR = {
    **{"age": "71", "sex": "female", "weight": "47.3", "height": "171", "infection": "vzv"},
    **{"creatinine": "0.61", "creatinine_unit": "mg/dL", "renal_replacement": "none"},
    **{"product_text": "us", "vial": "us-500", "confirm": "yes"},
}
ORDERS = (
    {"infection": "hsv", "product_text": "uk", "vial": "uk-250"},
    {"weight": "151.3", "creatinine": "1.33"},
)
COURSE = {
    **{"age": "59", "sex": "female", "weight": "151.3", "weight_at_start": "140", "dialysis": "no"},
    **{"regimen": "hsv-40-every-8-h", "running_dose": "3001", "interval": "24", "confirm": "yes"},
    **{"creatinines": "23 Nov 2026 51.7\n25 Nov 2026 83", "creatinines_unit": "umol/L"},
    **{"next_dose_day": "2026-11-28", "days_run": "9"},
}
ON_FOSCARNET = [("foscarnet-plan", {**PATIENT, **plan}) for plan in PLANS]
ELECTROLYTES = {
    **{"foscarnet_now": "running", "symptoms": "cramps", "paraprotein": "yes", "ecg": "qt"},
    **{"qt": "463", "heart_rate": "71", "albumin": "2.9", "albumin_unit": "g/dL"},
    **{"total_calcium": "8.1", "total_calcium_unit": "mg/dL"},
}
CIDOFOVIR = {
    **{"age": "55", "sex": "female", "weight": "70.3", "height": "170", "on_dialysis": "no"},
    **{"creatinine": "0.81", "creatinine_unit": "mg/dL", "urine_protein": "trace"},
    **{"probenecid_allergy": "no", "dose_number": "first", "infusion_day": "2026-11-28"},
    **{"infusion_start": "10:00", "last_nephrotoxic_dose": "2026-11-20", "confirm": "yes"},
}
ON_CIDOFOVIR = [("cidofovir-gate", CIDOFOVIR)]
ON_ELECTROLYTES = [("electrolytes", ELECTROLYTES)]
ON_ACICLOVIR = [("aciclovir-iv", {**ACICLOVIR, **order}) for order in ({}, *ORDERS)]
ON_A_NEW_CREATININE = [("foscarnet-redose", COURSE)]
ON_TABLETS = [
    (
        "oral-antiviral",
        {
            **{"tablets": "aciclovir", "purpose": "zoster", "whose_text": "us", "mind": "no"},
            **{"dialysis_kind": "haemodialysis", "ordered": "yes", "tablet_dose": "317"},
            **{"order_often": "once-a-day", "age": "71", "sex": "female", "weight": "47.3"},
            **{"height": "171", "creatinine": "5.61", "creatinine_unit": "mg/dL"},
        },
    )
]
ROOMS = {
    "aciclovir": ON_ACICLOVIR,
    "cidofovir": ON_CIDOFOVIR,
    "electrolytes": ON_ELECTROLYTES,
    "foscarnet_redose": ON_A_NEW_CREATININE,
    "oral_antiviral": ON_TABLETS,
}

SHARED = dict.fromkeys(("minerals", "mineral_limits"), ON_ELECTROLYTES + ON_A_NEW_CREATININE)
"""What belongs to no room and is said of neither drug's plan."""


class Changed(SourceFileLoader):
    """Loads a module with one piece of its source changed."""

    def __init__(self, name: str, path: str, old: str, new: str) -> None:
        super().__init__(name, path)
        self.old, self.new = old, new

    def get_code(self, fullname: str) -> object:  # type: ignore[override]
        source = self.get_data(self.path).decode("utf-8")
        return compile(source.replace(self.old, self.new, 1), self.path, "exec")


class Finder(MetaPathFinder):
    """Finds one module changed; all others are found as ever."""

    def __init__(self, module: str, old: str, new: str) -> None:
        self.module, self.old, self.new = module, old, new

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path)  # type: ignore[arg-type]
        if name == self.module and found and found.origin:
            found.loader = Changed(name, found.origin, self.old, self.new)
            return found
        return None


def patients(module: str) -> list[tuple[str, dict[str, str]]]:
    """The patients whose answers may say a constant of a module, each with the calculator.

    What belongs to a room with patients of its own is asked of them, what belongs to another room
    of the plan: the same figure is another fact there. What belongs to no room is asked of both.
    """
    _, _, *room, name = module.split(".")
    if not room:
        return SHARED.get(name, [*ON_FOSCARNET, *ON_ACICLOVIR])
    return ROOMS.get(room[0], ON_FOSCARNET)


def imported(module: ModuleType) -> set[str]:
    """What a module takes in: modules, and the modules or the names that it takes from them."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            named |= {f"{node.module}", *(f"{node.module}.{each.name}" for each in node.names)}
    return named


@cache
def takes_in() -> dict[str, set[str]]:
    """What each module of `calc` takes in; the catalogue takes in every module of the rules."""
    importlib.import_module("calc.present.text")
    ours = {name: each for name, each in sys.modules.items() if f"{name}.".startswith("calc.")}
    taken = {name: imported(module) & ours.keys() for name, module in ours.items()}
    taken["calc.catalogue"] |= {name for name in ours if name.startswith("calc.clinical.")}
    return taken


def resting_on(module: str) -> set[str]:
    """A module, and those that take it in, or take in one that does."""
    found, more = set[str](), {module}
    while more:
        found |= more
        more = {name for name, taken in takes_in().items() if taken & more} - found
    return found


def forget(module: str) -> None:
    """Has a module, and all that rests on it, loaded anew when it is next asked for."""
    for name in resting_on(module) & sys.modules.keys():
        room, _, last = name.rpartition(".")
        vars(sys.modules.get(room, sys)).pop(last, None)
        del sys.modules[name]


def said(module: str) -> list[str]:
    """What the calculators say of a few patients, line by line."""
    run = importlib.import_module("calc.catalogue").run
    text = importlib.import_module("calc.present.text").render_text
    outcomes = [run(name, answers, True) for name, answers in patients(module)]
    return [line for outcome in outcomes for line in text(outcome).splitlines()]


def constants() -> Iterator[tuple[str, re.Match[str]]]:
    """Each module of the rules with each constant that is named at its top."""
    for path in sorted((ROOT / "calc" / "clinical").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for found in CONSTANT.finditer(path.read_text(encoding="utf-8")):
            if found["name"] not in CONVERSIONS | COINCIDES:
                yield module, found


def left_behind(heard: set[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Each line that says an old figure though its constant was changed; notes who is heard."""
    as_ever = cache(said)
    units = importlib.import_module("calc.model.units")
    for module, found in constants():
        value, unit = found["value"], found["unit"]
        old = f"{value} {units.for_people(unit)}".strip()
        of_a_unit = "" if units.for_people(unit) else r"(?! ?[A-Za-z%])"
        holds = re.compile(rf"(?<![\d.,]){re.escape(old)}(?![\w/.]){of_a_unit}")
        start, end = (place - found.start() for place in found.span("value"))
        new = f"{found[0][:start]}{Decimal(value) * CHANGE}{found[0][end:]}"
        finder = Finder(module, found[0], new)
        before = as_ever(module)
        forget(module)
        sys.meta_path.insert(0, finder)
        try:
            after = said(module)
            if before != after:
                heard.add((module, found["name"]))
            for line in after:
                if holds.search(line):
                    yield module, found["name"], old, line
        finally:
            sys.meta_path.remove(finder)
            forget(module)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    heard = set[tuple[str, str]]()
    left = [*left_behind(heard)]
    print(json.dumps([len(heard), left]))
