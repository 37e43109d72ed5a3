from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.steps import LONGEST_STEP, MOST_STEPS, steps_read, steps_said

SECOND = timedelta(seconds=1)

steps = st.lists(
    st.integers(1, LONGEST_STEP // SECOND).map(lambda seconds: seconds * SECOND),
    max_size=MOST_STEPS,
).map(tuple)


@given(steps)
def test_what_is_said_is_read(given_steps: tuple[timedelta, ...]) -> None:
    assert steps_read(steps_said(given_steps)) == given_steps


def test_steps_are_said_in_the_largest_unit_that_is_exact() -> None:
    said = steps_said([timedelta(seconds=90), timedelta(minutes=10), timedelta(days=1)])
    assert said == "90s 10m 1d"


def test_no_steps_are_fine_and_commas_too() -> None:
    assert steps_read(" ") == ()
    assert steps_read("1M, 10m") == (timedelta(minutes=1), timedelta(minutes=10))


@pytest.mark.parametrize(
    "text", ["soon", "1", "m", "0m", "-1m", "1.5h", "101d", "1m10m", "1m " * 11]
)
def test_what_is_no_list_of_steps_is_refused(text: str) -> None:
    with pytest.raises(StudyError, match="learning step"):
        steps_read(text)
