"""`python -m tests.proof`: compares the whole grid, proves every theorem, and stores what came."""

import os
import sys
from collections import Counter
from datetime import date
from multiprocessing import get_context

from setup.say import say
from tests.proof import grid, theorems
from tests.proof.grid import Tally
from tests.proof.result import texts, write


def main() -> int:
    """The status: 1 where anything differs, any claim is not so, or the code changed meanwhile."""
    code = texts()
    cores = os.cpu_count() or 1
    parts = list(theorems.whole())
    say(f"proving {len(theorems.THEOREMS)} theorems in {len(parts)} parts")
    with get_context("spawn").Pool(cores) as pool:
        claims = [claim for each in pool.imap_unordered(theorems.claimed, parts) for claim in each]
    claimed = Counter(claim.theorem for claim in claims)
    wrong = [claim for claim in claims if claim.against]
    say(f"{claimed.total():,} claims, {len(wrong)} of which do not hold")

    pieces = list(grid.whole())
    say(f"comparing the grid in {len(pieces)} pieces on {cores} cores")
    tally, tenth = Tally(), len(pieces) // 10
    for number, piece in enumerate(grid.beside_each_other(pieces, cores), 1):
        tally.add(piece)
        if number % tenth == 0:
            say(f"{tally.compared.total():,} compared, {tally.different.total():,} differ")
    for each in (*wrong, *tally.told):
        print(each)
    if wrong or tally.different or len(claimed) < len(theorems.THEOREMS):
        return 1
    if texts() != code:
        say("the code changed while it was compared: nothing is stored")
        return 1
    write(tally.compared, claimed, date.today(), code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
