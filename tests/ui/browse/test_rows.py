from __future__ import annotations

from dataclasses import replace

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.review import CardStatus, Memory, State
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.browse.rows import row_of
from tests.fakes.browse_study import BrowseStudy, basic

TODAY = BrowseStudy(Deck("d", "D")).today()


def card(status: CardStatus) -> StoredCard:
    (made,) = BrowseStudy(Deck("d", "The deck", notes=(basic("n", "Q?\n", "A  b"),))).cards([1])
    return replace(made, status=status)


def test_a_row_says_what_the_card_is() -> None:
    row = row_of(card(CardStatus()), TODAY)
    assert (row.question, row.answer, row.deck, row.kind) == ("Q?", "A b", "The deck", "basic")
    assert (row.state, row.due, row.lapses) == ("New", "", "")


@pytest.mark.parametrize(
    ("days", "said"),
    [(-2, "since 3 Jun"), (0, "today"), (1, "tomorrow"), (9, "14 Jun"), (400, "10 Jul 2025")],
)
def test_due_is_said_as_one_would(days: int, said: str) -> None:
    memory = Memory(State.REVIEW, due_day=TODAY + days, reps=3, lapses=1)
    row = row_of(card(CardStatus(memory)), TODAY)
    assert (row.state, row.due, row.lapses) == ("Review", said, "1")


def test_what_is_set_aside_says_so_instead() -> None:
    memory = Memory(State.REVIEW, due_day=TODAY, reps=1)
    suspended = row_of(card(CardStatus(memory, suspended=True)), TODAY)
    assert (suspended.state, suspended.due) == ("Suspended", "")
    buried = CardStatus(memory, buried_day=TODAY)
    assert row_of(card(buried), TODAY).state == "Buried"
    assert row_of(card(buried), TODAY + 1).state == "Review"


def test_each_card_of_a_note_shows_its_own_question() -> None:
    note = Note(
        "l", "list", {"question": "All?", "items": (Member("one", "a", "Which?"), Member("two"))}
    )
    cards = BrowseStudy(Deck("d", "D", notes=(note,))).cards([1, 2])
    assert [row_of(each, TODAY).question for each in cards] == ["All?", "Which?"]
