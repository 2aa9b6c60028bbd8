"""The forms that follow in a result, and what stands in them."""

from calc.present.fields import GROUP
from calc.present.onward import CARRIED
from tests.present.reading import Element


def form_of(shown: Element, calculator: str) -> Element:
    """The form of a calculator that follows."""
    return shown.one("section", data_calculator=calculator)


def typed_in(form: Element) -> dict[str, str]:
    """What stands in a form already, but for what the page keeps for itself."""
    inputs = [each for each in form.all("input") if not each["name"].startswith(GROUP)]
    filled = [each for each in inputs if "checked" in each or each.has({"type": "text"})]
    rows = {each["name"]: each.text for each in form.all("textarea") if each.text}
    return rows | {each["name"]: each["value"] for each in filled if each.attributes.get("value")}


def carried_in(form: Element) -> str:
    """What the page keeps for itself in a form that follows."""
    return form.one("input", name=CARRIED)["value"]
