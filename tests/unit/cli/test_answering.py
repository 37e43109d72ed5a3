from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.cli.answering import how, is_written, put, read, said_fit, shown
from nqpf_study.domain.forms import (
    Accepted,
    Answer,
    Choice,
    Cloze,
    Fit,
    FitReason,
    Form,
    Listing,
    Match,
    Order,
    Task,
    Typed,
)
from nqpf_study.domain.kinds import Gap
from nqpf_study.domain.review import CardId

CARD = CardId("d", "n", "c")
CHOICE = Choice(("north", "south", "east"), 1)
ORDER = Order(("first", "second", "third"), (2, 0, 1))
MATCH = Match(("France?", "Peru?", "Mali?"), ("Lima", "Bamako", "Paris"), (2, 0, 1), 0, (CARD,) * 3)
TYPED = Typed((Accepted("north"),))
LISTING = Listing(((Accepted("north"),), (Accepted("south"),)))
ONE_GAP = Cloze(("Led by ", Gap("c1", "innovation")))
TWO_GAPS = Cloze((Gap("c1", "Mao", "who"), " and ", Gap("c1", "Deng"), "."))
TASKS: list[Task] = [CHOICE, ORDER, MATCH, TYPED, LISTING, ONE_GAP, TWO_GAPS]


def lines(*typed: str) -> Callable[[str], str | None]:
    left = list(typed)
    return lambda _: left.pop(0) if left else None


def test_what_a_form_asks_for_stands_under_the_question() -> None:
    assert shown(CHOICE) == "  1  north\n  2  south\n  3  east"
    assert shown(ORDER) == "  1  third\n  2  first\n  3  second"
    assert shown(MATCH).split("\n\n") == [
        "  a  France?\n  b  Peru?\n  c  Mali?",
        "  1  Lima\n  2  Bamako\n  3  Paris",
    ]
    assert [shown(task) for task in (TYPED, LISTING, ONE_GAP, TWO_GAPS, None)] == [""] * 5


def test_a_question_is_put_once() -> None:
    assert put("Who led?", MATCH) == "Which answer belongs to which question?"
    assert put("[…] and […].", TWO_GAPS) == "[1: who] and [2: …]."
    assert [put("Who led?", task) for task in (CHOICE, ONE_GAP, None)] == ["Who led?"] * 3


def test_how_to_answer_is_told() -> None:
    assert how(CHOICE) == "1-3"
    assert how(ORDER) == "the order, such as 3 2 1"
    assert how(MATCH) == "the pairs, such as a3 b2 c1"
    assert how(LISTING) == "2 members, one a line, an empty line to end"
    assert how(TYPED) == how(TWO_GAPS) == "type the answer"
    assert how(None) == ""


def test_keys_need_a_stroke_where_the_answer_is_free_text() -> None:
    assert [is_written(task) for task in TASKS] == [False, False, False, True, True, True, True]
    assert not is_written(None)


@pytest.mark.parametrize(
    ("task", "line", "answer"),
    [
        (CHOICE, "2", 1),
        (ORDER, "2 3 1", [1, 2, 0]),
        (ORDER, "231", [1, 2, 0]),
        (ORDER, "2, 3, 1", [1, 2, 0]),
        (MATCH, "a3 b1 c2", [2, 0, 1]),
        (MATCH, "C2,A3", [2, None, 1]),
        (MATCH, "a-3 b = 1", [2, 0, None]),
        (MATCH, "3 1 2", [2, 0, 1]),
        (MATCH, "312", [2, 0, 1]),
        (TYPED, "north, or so", "north, or so"),
        (ONE_GAP, "innovation", ["innovation"]),
    ],
)
def test_a_line_is_read_as_an_answer(task: Task, line: str, answer: Answer) -> None:
    assert read(task, line, lines()) == answer


def test_further_lines_are_asked_for_where_the_form_has_several() -> None:
    assert read(LISTING, "north", lines("south", "", "west")) == ["north", "south"]
    assert read(LISTING, "north", lines("south")) == ["north", "south"]
    assert read(TWO_GAPS, "Mao", lines("Deng")) == ["Mao", "Deng"]
    assert read(TWO_GAPS, "Mao", lines("")) == ["Mao", ""]
    assert read(TWO_GAPS, "Mao", lines()) == ["Mao"]


@pytest.mark.parametrize(
    ("task", "line"),
    [
        (CHOICE, "0"),
        (CHOICE, "4"),
        (CHOICE, "north"),
        (ORDER, "1 2"),
        (ORDER, "1 2 2"),
        (ORDER, "1 2 4"),
        (ORDER, "first"),
        (MATCH, "a1 a2"),
        (MATCH, "a1 b1"),
        (MATCH, "d1"),
        (MATCH, "a4"),
        (MATCH, "1 2"),
        (MATCH, "north"),
    ],
)
def test_a_line_that_is_no_answer_is_refused_with_what_to_type(task: Task, line: str) -> None:
    with pytest.raises(ValueError, match=r"^Type "):
        read(task, line, lines())


def refusal(task: Task, line: str) -> str:
    try:
        read(task, line, lines())
    except ValueError as error:
        return str(error)
    return ""


@given(st.sampled_from(TASKS), st.text(min_size=1, max_size=20))
def test_any_line_is_an_answer_or_refused(task: Task, line: str) -> None:
    refused = refusal(task, line)
    assert refused == "" or refused.startswith("Type ")


def test_why_a_card_is_asked_so_is_said_where_the_learner_did_not_choose_it() -> None:
    assert said_fit(Fit(Form.CHOICE, FitReason.CHOSEN)) == ""
    assert said_fit(Fit(Form.CHOICE, FitReason.TURN)) == ""
    assert said_fit(Fit(Form.CHOICE, FitReason.NEW)) == "Asked by choice because it is new."
    fell_back = Fit(Form.RECALL, FitReason.CHOSEN, as_wished=False)
    assert said_fit(fell_back) == "Asked from memory: the chosen form does not suit it."
    fell_back = Fit(Form.RECALL, FitReason.KNOWN, as_wished=False)
    assert said_fit(fell_back) == "Asked from memory: the other forms do not suit it."
