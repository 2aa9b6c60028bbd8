"""`python -m tests.mutation [--most N] [PATH ...]`: plants small errors in `calc`, one at a time.

Without paths it tries all of `calc`; each module is stored in which what nothing notices is listed,
whatever is found in others. With `--most` it tries every error of the modules that are new or
have changed since they were stored and so many of the others, and stores nothing.
A trial that breaks tells nothing of its error: it fails the run, which then stores nothing.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from hashlib import sha256

from overrides.markdown.as_tried import changed, digest
from setup.say import say
from tests.mutation.mutants import Mutant, by_path, modules, mutants
from tests.mutation.noticed import KEPT, Noticed
from tests.mutation.result import Score, faults, fitting, store, stored
from tests.mutation.trying import Trial, Tried, is_of_pages, score


def some(most: int, paths: Collection[str]) -> list[Mutant]:
    """Every error of those that are new or changed since they were tried, so many of the others."""
    tried = {path: each.digest for path, each in stored().items() if path in paths}
    newer = changed(tried, paths)
    others = _spread([each for each in paths if each not in newer])
    return [each for path in newer for each in mutants(path)] + others[:most]


def _spread(paths: list[str]) -> list[Mutant]:
    """Their errors in an order that is always the same and favours no module."""
    every = [each for path in paths for each in mutants(path)]
    return sorted(every, key=lambda each: sha256(repr(each.id).encode()).digest())


def main(words: list[str]) -> int:
    """The status: 1 where an error is not noticed and not listed, or listed and noticed."""
    parser = ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--most", type=int)
    parser.add_argument("--children", type=int, default=2)
    parser.add_argument("paths", nargs="*")
    asked = parser.parse_args(words)
    paths = by_path(asked.paths) if asked.paths else modules()

    which = some(asked.most, paths) if asked.most else []
    if not paths or (asked.most and not which):
        parser.error(f"no module that could be tried: {' '.join(asked.paths)}")
    asked_of = [each.module for each in which] if asked.most else paths
    drawn = any(map(is_of_pages, asked_of))
    noticed, under_way = Noticed(None if asked.most else KEPT), list[tuple[str, str]]()

    def whole() -> Iterator[Iterator[Mutant]]:
        for path in paths:
            say(f"trying {path}")
            under_way[:] = [(path, digest(path))]
            yield mutants(path)

    def end(tried: Sequence[Tried], broken: Sequence[str]) -> None:
        """A module is stored as soon as it was tried, with the text that was read for it."""
        if asked.most:
            return
        noticed.save()
        ((path, text),) = under_way
        result = Score(text, *score(tried).get(path, (0, 0)), date.today())
        say(f"{path}: {result.noticed} of {result.tried} noticed")
        if not broken and fitting([each.mutant for each in tried if not each.noticed], [path]):
            store({path: result})

    batches = [which] if asked.most else whole()
    trial = Trial(batches, asked.children, drawn=drawn, noticed=noticed, after=end)
    tried = trial.run()
    alive = [each.mutant for each in tried if not each.noticed]
    say(f"{len(tried):,} errors were tried, {len(alive)} of which nothing noticed")
    broken = [f"the trial broke, so nothing is known of {each}" for each in trial.broken]
    wrong = [*broken, *faults(alive, () if asked.most else paths)]
    print(*wrong, sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
