"""What a host may demand of a browser beyond the policy of a release: what works, what does not."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calc.catalogue import run
from calc.present.text import render_text
from overrides.release.policy import policy
from tests.plan import ANSWERS, PLAN
from tests.server import Serve
from tests.site.conftest import SITE, CalculatorPage

ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGE = f"calculators/{PLAN}.html"


@pytest.mark.sweep
def test_isolated_from_every_other_origin_the_plan_answers_as_plain_python_does(
    page: Page, serve: Serve, record_property: Callable[[str, Any], None]
) -> None:
    page.goto(f"{serve(SITE, headers=ISOLATED).url}/{PAGE}")
    form = CalculatorPage(page, PLAN)
    form.submit(ANSWERS)
    expect(form.outcome).to_be_visible()
    record_property("isolated", 1)

    assert page.evaluate("crossOriginIsolated")
    assert render_text(run(PLAN, dict(ANSWERS))) == form.copied_text()


@pytest.mark.parametrize("name", [PAGE, "embed/foscarnet-plan/index.html"])
def test_under_trusted_types_no_calculator_answers_and_the_page_says_so(
    page: Page, serve: Serve, name: str, record_property: Callable[[str, Any], None]
) -> None:
    """The theme's script and ours make markup of texts, and workers of addresses."""
    said = {"Content-Security-Policy": f"{policy(SITE)}; require-trusted-types-for 'script'"}
    page.goto(f"{serve(SITE, headers=said).url}/{name}")
    record_property("trusted-types", 1)

    expect(page.locator(".calculator").first).to_have_attribute("data-state", "failed")
    expect(page.locator(".calculator-status").first).to_contain_text("work by hand")
