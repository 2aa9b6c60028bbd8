"""Each of the 48 claims of the starting text is judged, and leads to the real source."""

import re
from typing import NamedTuple

from overrides.markdown.citations import Place, citations
from overrides.markdown.register import DOCS
from tests.every import of_every

PAGE = (DOCS / "evidence" / "starting-text.md").read_text(encoding="utf-8")
VERDICTS = {
    "Supported",
    "Supported, with a correction",
    "Only in secondary sources",
    "Not confirmed",
    "Too simple",
    "Contradicted",
}


class Claim(NamedTuple):
    """One claim of the starting text as the page judges it."""

    id: str
    verdict: str
    places: list[Place]
    links: list[str]


def claims() -> list[Claim]:
    """Every claim of the page, in its order."""
    parts = re.split(r"^### \d+\. .* \{ #(claim-\d\d) \}$", PAGE, flags=re.MULTILINE)[1:]
    return [
        Claim(
            id,
            "".join(re.findall(r"\*\*([^*]*)\.\*\*", text)[:1]),
            citations(text),
            re.findall(r"\]\(([^)]*)\)", text),
        )
        for id, text in zip(parts[::2], parts[1::2], strict=True)
    ]


every_claim = of_every(claims(), lambda claim: claim.id)


def test_all_48_claims_are_there_in_their_order() -> None:
    assert [f"claim-{number:02}" for number in range(1, 49)] == [claim.id for claim in claims()]


@every_claim
def test_a_claim_has_a_verdict(claim: Claim) -> None:
    assert claim.verdict in VERDICTS


@every_claim
def test_a_claim_has_a_source(claim: Claim) -> None:
    assert claim.places


@every_claim
def test_a_claim_leads_to_where_the_site_treats_it(claim: Claim) -> None:
    assert [link for link in claim.links if ".md" in link]


def test_the_home_page_leads_to_the_claims() -> None:
    assert "(evidence/starting-text.md)" in (DOCS / "index.md").read_text(encoding="utf-8")
