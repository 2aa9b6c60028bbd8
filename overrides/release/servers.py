"""Configurations of web servers for the built site, each carrying the policy of its pages."""

from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).parent / "servers"


def servers(policy: str) -> dict[str, str]:
    """File name and text of each configuration.

    The policy is what a page's Content-Security-Policy says, but for frame-ancestors: each
    configuration adds that, which differs between ordinary pages and those made to be embedded.
    """
    return {
        file.name: Template(file.read_text(encoding="utf-8")).substitute(policy=policy)
        for file in sorted(TEMPLATES.iterdir())
    }
