"""Every worked example, put into the real page, gives what plain Python gives, byte for byte.

`make test` fills an answer of each calculator in, and types the plan's answer, what it refuses and
what is invalid; `make sweep` fills all the others in.
The smaller core is enough for each: no page asks for the whole one.
"""

import json

import pytest
from playwright.sync_api import Page, expect

from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.present.markup import typeset
from tests.cases import Case, cases
from tests.plan import PLAN
from tests.server import Server
from tests.site.conftest import Opener
from tests.swept import swept
from tests.typist import can_be_typed

CASES = [case for case in cases() if can_be_typed(CATALOGUE[case.calculator], case.answers)]
FIRST = {
    (case.calculator, case.outcome): case
    for case in reversed(CASES)
    if case.outcome == "answer" or case.calculator == PLAN
}
OTHERS = [case for case in CASES if case not in FIRST.values()]


@pytest.mark.parametrize(
    "case",
    [*FIRST.values(), *map(swept, OTHERS)],
    ids=lambda case: case.name,
)
def test_the_page_answers_as_plain_python_does(
    shared_page: Opener, site_server: Server, case: Case
) -> None:
    site_server.asked.clear()
    form = shared_page(case.calculator)
    request = json.dumps({"calculator": case.calculator, "answers": case.answers})
    expected = json.loads(answer(request))

    form.clear()
    form.submit(case.answers, typed=case.calculator == PLAN and case in FIRST.values())
    expect(form.answered).to_be_visible()

    if expected["outcome"] == "invalid":
        texts = [typeset(error.text) for error in run(case.calculator, case.answers).errors]
        assert texts == form.problem.locator("li").all_inner_texts()
    else:
        assert expected["text"] == form.copied_text()
        shown = form.page.locator(".calculator-result").first.inner_html()
        assert _as_told(form.page, expected["html"]) == _as_told(form.page, shown)
    assert [] == [path for path in site_server.asked if path.endswith("/whole.bin")]


def _as_told(page: Page, html: str) -> object:
    """Python's HTML as the browser writes it back, but for what the page keeps up to date in it.

    Of the forms that follow which and where: an answer in them may be typed in other words.
    """
    return page.evaluate(
        """html => {
            const place = document.createElement('div');
            place.innerHTML = html;
            for (const each of place.querySelectorAll('[data-time]')) each.textContent = '';
            const focused = place.querySelector('.answer-heading');
            focused?.classList.remove('focus-visible');
            focused?.removeAttribute('data-focus-visible-added');
            for (const each of place.querySelectorAll('.onward [data-draws]'))
                each.dataset.draws = JSON.parse(each.dataset.draws).slice(0, 2);
            return place.innerHTML;
        }""",
        html,
    )
