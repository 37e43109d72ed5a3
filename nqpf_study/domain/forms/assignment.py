"""The assignment that is worth most: who gets what, each once."""

from __future__ import annotations

from collections.abc import Sequence


def best_assignment(worth: Sequence[Sequence[float]]) -> list[int | None]:
    """Give each row the column that makes the whole worth most; None where a row gets none.

    `worth[row][column]` is at least 0; nothing is given for nothing. The Hungarian method with
    potentials, in cubic time.
    """
    rows, columns = len(worth), max(map(len, worth), default=0)
    size = max(rows, columns)
    cost = [
        [-worth[row][column] if row < rows and column < columns else 0.0 for column in range(size)]
        for row in range(size)
    ]
    row_of = _cheapest(cost)
    given: list[int | None] = [None] * rows
    for column, row in enumerate(row_of):
        if row < rows and column < columns and worth[row][column] > 0:
            given[row] = column
    return given


def _cheapest(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return for each column of a square matrix its row in the cheapest assignment."""
    size = len(cost)
    of_rows, of_columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)  # counted from 1; column 0 stands for the row to be placed
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, came_from = [float("inf")] * (size + 1), [0] * (size + 1)
        seen = [False] * (size + 1)
        while row_of[column] != 0:
            seen[column] = True
            here = row_of[column]
            step, following = float("inf"), 0
            for other in range(1, size + 1):
                if seen[other]:
                    continue
                slack = cost[here - 1][other - 1] - of_rows[here] - of_columns[other]
                if slack < least[other]:
                    least[other], came_from[other] = slack, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if seen[other]:
                    of_rows[row_of[other]] += step
                    of_columns[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column], column = row_of[came_from[column]], came_from[column]
    return [row - 1 for row in row_of[1:]]
