from __future__ import annotations

import pytest

from nqpf_study.cli.judging import REASONS, said
from nqpf_study.domain.forms import (
    Accepted,
    Choice,
    Cloze,
    Listing,
    Match,
    Order,
    Reason,
    Typed,
)
from nqpf_study.domain.kinds import Gap
from nqpf_study.domain.review import CardId

CARDS = tuple(CardId("d", name, "c") for name in "abc")


@pytest.fixture(autouse=True)
def _columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_every_reason_has_its_words() -> None:
    assert set(REASONS) == set(Reason)


def test_a_right_answer_needs_no_more_than_a_word() -> None:
    task = Typed((Accepted("innovation"),))
    assert said(task, task.judge("innovation")) == "Right."
    assert said(task, task.judge("Innovation")) == "Right, but for case, punctuation or accents."
    choice = Choice(("a", "b"), 0)
    assert said(choice, choice.judge(0)) == "Right."


def test_what_was_typed_is_shown_letter_by_letter() -> None:
    task = Typed((Accepted("innovation"),))
    assert said(task, task.judge("inovetion")).splitlines()[1] == "  in[+n]ov[-e+a]tion"
    assert said(task, task.judge("innnovation")).endswith("  inn[-n]ovation")
    assert said(task, task.judge("reform")).endswith("  [-reform+innovation]")


def test_each_member_stands_with_its_mark() -> None:
    task = Listing(((Accepted("green finance work"),), (Accepted("talent"),), (Accepted("trade"),)))
    assert said(task, task.judge(["talent", "green finance", "gold", "talent"])).splitlines() == [
        "Only partly.",
        "  nearly           green finance[+ work]",
        "  right            talent",
        "  missing          trade",
        "  not on the list  gold",
        "  said before      talent",
    ]


def test_each_place_of_an_order_tells_where_its_member_belongs() -> None:
    task = Order(("first", "second", "third", "fourth"), (0, 1, 2, 3))
    assert said(task, task.judge([1, 0, 2, 3])).splitlines() == [
        "Mostly.",
        "  wrong            1. second (belongs in place 2)",
        "  wrong            2. first (belongs in place 1)",
        "  right            3. third",
        "  right            4. fourth",
    ]


def test_each_question_of_a_match_stands_with_its_answer() -> None:
    task = Match(("France?", "Peru?", "Mali?"), ("Lima", "Bamako", "Paris"), (2, 0, 1), 0, CARDS)
    assert said(task, task.judge([2, 1, None])).splitlines() == [
        "This card's pair is right, another one is not.",
        "  right            France? Paris",
        "  wrong            Peru? Lima",
        "  missing          Mali? Bamako",
    ]


def test_each_of_several_gaps_stands_with_its_mark() -> None:
    task = Cloze((Gap("c1", "Mao"), " and ", Gap("c1", "Deng")))
    assert said(task, task.judge(["Mao", "Dengg"])).splitlines() == [
        "Nearly: a few letters differ.",
        "  right            Mao",
        "  nearly           Deng[-g]",
    ]
    one = Cloze((Gap("c1", "Mao"),))
    assert said(one, one.judge(["Mao"])) == "Right."
