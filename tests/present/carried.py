"""The forms that follow in a result, and what stands in them."""

import json

from calc.browser import answer
from calc.present.fields import GROUP
from calc.present.onward import CARRIED
from tests.present.reading import Element, read


def requests_in(shown: Element) -> list[str]:
    """What a page asks for each form that is folded in a result, once it is unfolded."""
    places = [each for each in shown.all("div") if "data-draws" in each]
    return [json.dumps({"draws": each["data-draws"]}) for each in places]


def requests_after(request: str) -> list[str]:
    """The same of the result that a request leads to."""
    return requests_in(read(json.loads(answer(request))["html"]))


def forms_in(shown: Element) -> list[Element]:
    """The forms that are folded in a result, unfolded."""
    return [read(json.loads(answer(each))) for each in requests_in(shown)]


def form_of(shown: Element, calculator: str) -> Element:
    """The form of a calculator that follows, unfolded."""
    (form,) = (
        form
        for each in forms_in(shown.one(class_="onward"))
        for form in each.all("section", data_calculator=calculator)
    )
    return form


def typed_in(form: Element) -> dict[str, str]:
    """What stands in a form already, but for what the page keeps for itself."""
    inputs = [each for each in form.all("input") if not each["name"].startswith(GROUP)]
    filled = [each for each in inputs if "checked" in each or each.has({"type": "text"})]
    rows = {each["name"]: each.text for each in form.all("textarea") if each.text}
    return rows | {each["name"]: each["value"] for each in filled if each.attributes.get("value")}


def carried_in(form: Element) -> str:
    """What the page keeps for itself in a form that follows."""
    return form.one("input", name=CARRIED)["value"]
