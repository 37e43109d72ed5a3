from __future__ import annotations

import pytest

from nqpf_study.domain.kinds import said_date


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2012", "2012"),
        ("2023-12", "December 2023"),
        ("2024-01-31", "31 January 2024"),
        ("2024-03-05", "5 March 2024"),
    ],
)
def test_a_date_or_a_part_of_one_is_said_as_a_reader_would(written: str, said: str) -> None:
    assert said_date(written) == said
