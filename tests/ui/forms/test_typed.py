"""Typed answers."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.parts.typed import TypedPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.fakes.study import MemoryStudy, store_of
from tests.ui.forms.decks import typed_deck
from tests.ui.forms.learner import CTRL, Begin, Key, commit, compose, part_of, press, proposed, said


def test_a_typed_answer_is_checked_with_enter_and_accepted_with_space(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    assert isinstance(QApplication.focusWidget(), AnswerField)
    assert not view.bottom.ratings.check.isEnabled()
    press(view, "inovation")
    assert view.bottom.ratings.check.isEnabled()
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right but for a slip of the keys"
    assert proposed(sitting) is Rating.GOOD
    part = part_of(view, TypedPart)
    assert "You wrote\ninovation" in said(part)
    assert "Underlined: missing." in said(part)
    assert "Struck out" not in said(part)
    assert view.card.answer == "Innovation"
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.GOOD]
    assert store_of(studies[0]).log[0].form == "typed"
    assert isinstance(QApplication.focusWidget(), AnswerField), "the next is written at once"


def test_the_learner_overrides_what_is_proposed(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(typed_deck(), FormChoice.TYPED)
    press(view, "land", Key.Key_Return, "3")
    assert store_of(studies[0]).ratings() == [Rating.GOOD]


def test_letters_that_are_typed_are_never_keys(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    every = "szbip!?1234 SZBIP e f"
    press(view, every)
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.text() == every
    assert sitting.phase is Phase.QUESTION
    assert store_of(studies[0]).log == []
    assert view.pane is None
    assert not sitting.hinted
    assert not QApplication.activeModalWidget()


def test_what_an_input_method_composes_is_never_a_key(view: SessionView, begin: Begin) -> None:
    fields = {"question": "What are the new forces in Chinese?", "answer": "新质生产力"}
    deck = Deck("zh", "Chinese", notes=(Note("forces", "basic", fields),))
    sitting = begin(deck, FormChoice.TYPED)
    compose("xin zhi")
    press(view, Key.Key_Return, Key.Key_Space, Key.Key_Backspace, Key.Key_Escape, "1", "s")
    assert sitting.phase is Phase.QUESTION
    assert view.isVisible()
    commit("新质生产力")
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right"
    assert proposed(sitting) is Rating.GOOD


def test_who_does_not_know_it_says_so_with_a_key_or_an_empty_line(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "inno")
    press(view, Key.Key_D, modifier=CTRL)
    assert view.card.answer == "Innovation"
    assert view.card.verdict == "", "nothing was judged"
    assert proposed(sitting) is Rating.AGAIN
    press(view, Key.Key_Space, Key.Key_Return)
    assert sitting.phase is Phase.ANSWER
    assert proposed(sitting) is Rating.AGAIN
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.AGAIN, Rating.AGAIN]


def test_with_control_the_acts_are_there_while_writing(
    qtbot: QtBot, view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "inn")
    press(view, Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: view.pane is not None)
    assert sitting.hinted
    field = view.findChild(AnswerField)
    assert field is not None
    assert field.text() == "inn", "what was written stays"
    press(view, "ovation", Key.Key_Return)
    assert view.card.verdict == "Right but for capitals, punctuation or accents"
    assert proposed(sitting) is Rating.HARD, "after a hint"
    press(view, Key.Key_Space)
    press(view, Key.Key_B, modifier=CTRL)
    assert store_of(studies[0]).ratings() == [Rating.HARD]
    assert len(store_of(studies[0]).log) == 2


def test_an_answer_that_is_far_off_is_not_compared_letter_by_letter(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "land", Key.Key_Return)
    assert view.card.verdict == "Not right"
    assert proposed(sitting) is Rating.AGAIN
    shown = said(part_of(view, TypedPart))
    assert "You wrote\nland" in shown
    assert "Underlined" not in shown


def test_undo_asks_the_card_to_be_written_anew(view: SessionView, begin: Begin) -> None:
    begin(typed_deck(), FormChoice.TYPED)
    press(view, "innovation", Key.Key_Return, Key.Key_Space)
    view.undo()
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.text() == ""
    assert view.card.question == "What plays the leading role?"
    assert view.card.verdict == ""
