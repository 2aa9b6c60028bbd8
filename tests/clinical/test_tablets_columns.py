"""What a browser must find of the tables of tablets is what their rows give."""

from typing import get_args

from calc.catalogue import CATALOGUE
from calc.clinical.tablets import Tablets
from calc.expected import EDGES
from calc.model.tables import Column
from calc.present.self_test import found
from tests.every import of_every


@of_every(CATALOGUE["oral-antiviral"].columns, lambda column: column.name)
def test_each_column_gives_at_its_edges_what_is_expected(column: Column) -> None:
    assert EDGES[column.name] == (*found(column),)


def test_no_column_that_is_expected_is_missing() -> None:
    expected = [name for name in EDGES if name.partition(", ")[0] in get_args(Tablets.__value__)]

    assert expected == [column.name for column in CATALOGUE["oral-antiviral"].columns]
