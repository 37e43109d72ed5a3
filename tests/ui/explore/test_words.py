from __future__ import annotations

import pytest

from nqpf_study.study.knowing import Knowing, Stage
from nqpf_study.ui.explore.words import gap, horizon, known, known_at_length, stage


@pytest.mark.parametrize(
    ("knowing", "short", "long"),
    [
        (Knowing(Stage.UNSEEN, 0, 2), "Not seen yet", "Not seen yet"),
        (Knowing(Stage.SUSPENDED, 0, 0), "Suspended", "Suspended"),
        (Knowing(Stage.LEARNING, 0, 1), "Learning", "Learning"),
        (
            Knowing(Stage.LEARNING, 1, 3, 0.9),
            "Learning, 1 of 3 cards known",
            "Learning, 1 of 3 cards known",
        ),
        (
            Knowing(Stage.KNOWN, 1, 1, 0.914),
            "Known, recall 91%",
            "Known: you would recall it today with a chance of 91%",
        ),
        (
            Knowing(Stage.KNOWN, 3, 3, 0.5),
            "Known, recall from 50%",
            "Known: of 3 cards you would recall the weakest today with a chance of 50%",
        ),
    ],
)
def test_how_well_it_is_known_is_said(knowing: Knowing, short: str, long: str) -> None:
    assert known(knowing) == short
    assert known_at_length(knowing) == long


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 day"),
        (20, "20 days"),
        (30, "1 month"),
        (181, "6 months"),
        (365, "1 year"),
        (366, "1 year"),
        (1461, "4 years"),
    ],
)
def test_a_gap_is_said_roundly(days: int, said: str) -> None:
    assert gap(days) == said


def test_horizons_of_a_decks_own_stand_as_they_are() -> None:
    assert [horizon(name) for name in ("now", "future", "role", "by 2030")] == [
        "Now",
        "Future",
        "Role",
        "By 2030",
    ]


def test_every_stage_has_a_word() -> None:
    assert len({stage(each) for each in Stage}) == len(Stage)
