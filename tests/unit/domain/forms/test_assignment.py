from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.forms.assignment import best_assignment

Worth = list[list[float]]


@st.composite
def tables(draw: st.DrawFn) -> Worth:
    columns = draw(st.integers(1, 5))
    row = st.lists(st.sampled_from([0.0, 0.0, 1.0, 2.0, 3.5]), min_size=columns, max_size=columns)
    return draw(st.lists(row, max_size=5))


def total(worth: Worth, given: list[int | None]) -> float:
    return sum(worth[row][column] for row, column in enumerate(given) if column is not None)


@given(tables())
def test_no_other_assignment_is_worth_more(worth: Worth) -> None:
    found = best_assignment(worth)
    assert len(found) == len(worth)
    columns = [column for column in found if column is not None]
    assert len(columns) == len(set(columns))
    assert all(worth[row][column] > 0 for row, column in enumerate(found) if column is not None)
    size = max([len(worth), *map(len, worth)], default=0)
    best = max(
        (
            sum(
                worth[row][column]
                for row, column in enumerate(order[: len(worth)])
                if column < len(worth[row])
            )
            for order in permutations(range(size))
        ),
        default=0,
    )
    assert total(worth, found) == best


def test_what_is_worth_most_at_first_sight_is_not_always_taken() -> None:
    assert best_assignment([[3, 2], [3, 0]]) == [1, 0]
