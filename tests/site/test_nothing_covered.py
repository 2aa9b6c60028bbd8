"""Nothing lies over what can be used, in any state: with the focus, and once it is scrolled to."""

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.bedside.people import DESKTOP, PHONE, SMALL, ZOOMED
from tests.server import Serve
from tests.site.states import STATES
from tests.swept import swept

Look = tuple[str, tuple[int, int]]
"""A state, and the width and height of a screen."""
LOOKS = [
    look if "answered" in look or ZOOMED in look else swept(look)
    for look in product(STATES, (DESKTOP, PHONE, SMALL, ZOOMED))
]
"""`make test` looks at each state where there is least room, and at an answer on every screen."""
LOOKED_AT = ".calculator-status { pointer-events: auto !important }"
"""A press goes through the line at the foot, a look does not."""
COVERED = """(at) => {
    const shown = at.closest("label") ?? at;
    const within = (low, high) => [1, 2, 3].map((quarter) => low + (quarter * (high - low)) / 4);
    const seen = [...shown.getClientRects()]
        .flatMap(({ left, right, top, bottom }) => within(left, right).flatMap((x) =>
            within(top, bottom).map((y) => document.elementFromPoint(x, y))))
        .filter(Boolean);
    const covered = seen.some((on) => !shown.contains(on) && !on.contains(shown));
    const unseen = at === document.activeElement && !seen.length;
    return covered || unseen ? shown.textContent.trim().slice(0, 60) || at.name : "";
}"""
"""What a control says, where a quarter of it or more is under something else, or it has the focus
out of sight; an empty text where not. A card that stays in sight, and is higher than the screen, is
brought into it by scrolling on, or by the focus."""
USED = """[...document.querySelectorAll(".calculator *")]
    .filter((at) => at.matches("a[href], button, input, summary, textarea"))
    .filter((at) => at.checkVisibility({ visibilityProperty: true }) && !at.closest("[inert]")
        && getComputedStyle(at).clipPath === "none")"""
"""What a person can use now."""
SCROLLED_TO = f"""() => {USED}.flatMap((at, place, all) => [at, all.at(-1 - place)]).map((at) => {{
    (at.closest("label") ?? at).scrollIntoView({{ block: "nearest" }});
    return ({COVERED})(at);
}}).filter(Boolean)"""
"""From above and from below in turn."""
FOCUSED = f"""() => {{
    const at = document.activeElement;
    return at.closest(".calculator") ? ({COVERED})(at) : null;
}}"""


def covered_with_the_focus(page: Page) -> list[str]:
    """What is covered once the Tab key has reached it, from the first control on."""
    page.evaluate(f"() => {{ document.activeElement.blur(); {USED}[0].focus(); }}")
    found: list[str] = []
    while (here := page.evaluate(FOCUSED)) is not None:
        found += [here] if here else []
        page.keyboard.press("Tab")
    return found


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_that_can_be_used_is_covered(
    tab: Page, site_url: str, serve: Serve, look: Look
) -> None:
    state, (width, height) = look
    STATES[state](tab, site_url, serve)
    tab.add_style_tag(content=LOOKED_AT)
    tab.set_viewport_size({"width": width, "height": height})

    assert [] == covered_with_the_focus(tab)
    assert [] == tab.evaluate(SCROLLED_TO)
