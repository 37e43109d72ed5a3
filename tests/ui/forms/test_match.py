"""Answers that are put to their questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nqpf_study.domain.forms import Match
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.match import MatchPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.fakes.study import MemoryStudy, store_of
from tests.ui.forms.decks import match_deck
from tests.ui.forms.learner import Begin, Key, part_of, press, proposed, said


def test_answers_are_put_to_their_questions_with_numbers(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    task = sitting.task
    assert isinstance(task, Match)
    assert view.card.question == "Which answer belongs to which question?"
    for place in task.right:
        press(view, str(place + 1))
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right"
    assert proposed(sitting) is Rating.GOOD
    assert said(part_of(view, MatchPart)).count("right") == 4
    assert said(part_of(view, MatchPart)).count("This card") == 1
    press(view, Key.Key_Space)
    assert store_of(studies[0]).log[0].form == "match"


def test_an_answer_is_taken_off_and_put_elsewhere(view: SessionView, begin: Begin) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    part = view.card.part
    assert isinstance(part, MatchPart)
    press(view, "2", "1", Key.Key_Up)
    assert part.chosen[:2] == [1, 0]
    press(view, Key.Key_Backspace)
    assert part.chosen[1] is None
    press(view, "2")
    assert part.chosen[:2] == [None, 1], "an answer stands at one question only"
    press(view, Key.Key_Return)
    assert sitting.phase is Phase.QUESTION, "three questions have none yet"
    assert QApplication.focusWidget() is part.cues[0]


def test_pairs_are_made_with_the_mouse(view: SessionView, begin: Begin) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    part, task = view.card.part, sitting.task
    assert isinstance(part, MatchPart)
    assert isinstance(task, Match)
    QApplication.processEvents()
    left = Qt.MouseButton.LeftButton
    for at in (3, 2, 1, 0):
        QTest.mouseClick(part.cues[at], left)
        QTest.mouseClick(part.answers[task.right[at]], left)
    QTest.mouseClick(view.bottom.ratings.check, left)
    assert view.card.verdict == "Right"


def test_a_wrong_pair_of_the_card_is_told_with_what_belongs_there(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    task = sitting.task
    assert isinstance(task, Match)
    turned = [(place + 1) % 4 for place in range(4)]
    for at in range(4):
        press(view, str(task.right[turned[at]] + 1))
    press(view, Key.Key_Return)
    assert proposed(sitting) is Rating.AGAIN
    own = said(part_of(view, MatchPart)).split("You put: ")[0]
    assert "This card" in own, "the card's own pair comes first"
    assert task.answers[task.right[task.own]] in own
