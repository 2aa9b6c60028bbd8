"""Many patients: a line in, a line out, in order, and never more than a few of them in memory."""

import codecs
import csv
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import batched, chain, islice

from calc import catalogue
from calc.catalogue import CATALOGUE
from calc.model.inputs import CONFIRM
from calc.model.outcomes import FieldError, InputError, Outcome, shortened
from calc.model.series import Series
from calc.model.several import Several
from calc.present.columns import cells, harmless_row, heads
from calc.present.record import to_json_line

TOGETHER = 64
"""How many lines a process is handed at once: few enough to go on at once, many to be worth it."""
AHEAD = 2
"""How many times that is read ahead for each process."""
DELIMITERS = ";\t"
"""What may stand between cells in the place of a comma: no column has either in its name."""


class Ended(Exception):
    """Raised where a process was ended from outside: lines are left without an outcome."""


def json_lines(name: str, given: Iterable[bytes], jobs: int = 1) -> Iterator[str]:
    """One JSON outcome for each line of bytes, in their order, whatever the line holds.

    So many `jobs` are done at once, each by a process of its own; what comes out is the same.
    """
    yield from _in_order(partial(_answered, name), _decoded(iter(given)), jobs)


def csv_rows(name: str, given: Iterable[bytes], jobs: int = 1) -> Iterator[str]:
    """A head and then a row for each row of a CSV file, in their order, whatever the row holds.

    The first row names inputs; a comma, a semicolon or a tab stands between cells, and does so in
    what comes out: the cells as typed, and those of the outcome beside them. Raises InputError for
    a first row that names anything else.

    Requirement R-COLUMNS: A table with a column that is not asked, or that stands twice, is refused
    by that column's name before a row of it is answered.
    """
    text = _decoded(iter(given))
    first = next(text, None)
    if not first:
        return
    delimiter = next((sign for sign in DELIMITERS if sign in first), ",")
    columns = _columns(name, _row_of([first], delimiter))
    yield _written((*columns, *heads(CATALOGUE[name])), delimiter)
    with_lines = {place for place, each in enumerate(columns) if _may_have_lines(name, each)}
    rows = _rows(text, with_lines, delimiter)
    yield from _in_order(partial(_row, name, columns, delimiter), rows, jobs)


def _answered(name: str, line: str) -> str:
    return catalogue.shown(catalogue.run_json(name, line), to_json_line)


def _columns(name: str, head: list[str] | csv.Error) -> tuple[str, ...]:
    """The inputs that a first row names."""
    if isinstance(head, csv.Error):
        raise InputError(_unreadable(head))
    known = (*CATALOGUE[name].inputs, CONFIRM)
    columns = tuple(cell.strip() for cell in head)
    errors = [] if columns else [_of_a_row("The first row names no column")]
    for column, times in Counter(columns).items():
        if column not in known:
            why = f"“{shortened(column)}” is no column: there are {', '.join(known)}"
            errors.append(FieldError(column, "unknown", why))
        elif times > 1:
            errors.append(FieldError(column, "repeated", f"“{column}” is a column twice"))
    if errors:
        raise InputError(*errors)
    return columns


def _may_have_lines(name: str, column: str) -> bool:
    """Whether an answer may have several lines: rows, or many of a list."""
    return isinstance(CATALOGUE[name].inputs.get(column), Series | Several)


def _row(name: str, columns: tuple[str, ...], delimiter: str, row: list[str] | csv.Error) -> str:
    """The outcome of one row, behind its own cells where there is one for each column."""
    match row:
        case csv.Error():
            outcome: Outcome = catalogue.invalid(name, _unreadable(row))
        case _ if len(row) != len(columns):
            text = f"The row has {len(row)} cells and not {len(columns)} as the first"
            outcome = catalogue.invalid(name, _of_a_row(text))
        case _:
            answers = dict(zip(columns, row, strict=True))
            outcome = catalogue.run(name, answers, unread=True)
            return _written((*row, *catalogue.shown(outcome, cells)), delimiter)
    return _written((*[""] * len(columns), *cells(outcome)), delimiter)


def _unreadable(error: csv.Error) -> FieldError:
    return _of_a_row(f"The row cannot be read: {error}")


def _of_a_row(text: str) -> FieldError:
    """What is wrong with a row and no column of it."""
    return FieldError(None, "line", text)


def _rows(
    lines: Iterator[str], with_lines: Container[int], delimiter: str
) -> Iterator[list[str] | csv.Error]:
    """The rows of a CSV file; in the place of one that cannot be read the reason.

    Cells `with_lines`, by their places, may have several. Where a quotation mark that is not closed
    takes other lines into its row, the row is its own line alone, and they are read again: no
    patient is lost to what was typed of another.
    """
    again: deque[str] = deque()
    while True:
        taken: list[str] = []
        row = _row_of(_noted(taken, again, lines), delimiter)
        if not taken:
            return
        if len(taken) > 1 and not _whole(row, with_lines, delimiter):
            row = csv.Error("a quotation mark is not closed")
            again.extendleft(reversed(taken[1:]))
        yield row


def _whole(row: list[str] | csv.Error, with_lines: Container[int], delimiter: str) -> bool:
    """Whether a row of several lines holds no other row in a cell whose answer has no lines."""
    if isinstance(row, csv.Error):
        return False
    held = (place for place, cell in enumerate(row) if "\n" in cell and delimiter in cell)
    return all(place in with_lines for place in held)


def _row_of(lines: Iterable[str], delimiter: str) -> list[str] | csv.Error:
    """The first row of these lines, which may take several of them; the reason where it cannot."""
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        return error


def _noted(taken: list[str], again: deque[str], lines: Iterator[str]) -> Iterator[str]:
    """The lines to be read again and then the others, each noted as taken."""
    while line := again.popleft() if again else next(lines, None):
        taken.append(line)
        yield line


def _written(row: Sequence[str], delimiter: str) -> str:
    """Cells as one row of a CSV file, without its end."""
    ended: str = csv.writer(_Handed(), delimiter=delimiter).writerow(harmless_row(row))
    return ended.removesuffix("\r\n")


class _Handed:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        """The text."""
        return text


def _in_order[Asked](
    work: Callable[[Asked], str], asked: Iterator[Asked], jobs: int
) -> Iterator[str]:
    """What comes of each, in their order: a line out is that of its line in.

    The first is done here, at once, before other processes have started.
    """
    if jobs == 1:
        yield from map(work, asked)
        return
    yield from map(work, islice(asked, 1))
    from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

    waiting: deque[Future[list[str]]] = deque()
    try:
        with ProcessPoolExecutor(jobs) as processes:
            for some in batched(asked, TOGETHER):
                # The map is handed over as it is: it works where the list is made of it.
                waiting.append(processes.submit(list, map(work, some)))
                if len(waiting) > AHEAD * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
    except BrokenExecutor as broken:
        raise Ended from broken


def _decoded(lines: Iterator[bytes]) -> Iterator[str]:
    """Lines of text: of UTF-8, or of UTF-16 where its mark comes first, as PowerShell writes it."""
    first = [*islice(lines, 1)]
    if not any(each.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) for each in first):
        for each in chain(first, lines):
            yield each.decode("utf-8-sig", errors="replace")
        return
    rest = ""
    for piece in codecs.iterdecode(chain(first, lines), "utf-16", errors="replace"):
        *whole, rest = (rest + piece).split("\n")
        yield from (f"{each}\n" for each in whole)
    if rest:
        yield rest
