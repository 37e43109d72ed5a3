"""Every question form, answered with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.session import question_view as module
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.parts.listing import ListPart
from nqpf_study.ui.session.parts.typed import ClozePart, TypedPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.fakes.study import MemoryStudy, terms
from tests.ui.forms.decks import cloze_deck, list_deck, match_deck, typed_deck
from tests.ui.forms.learner import CTRL, Begin, Key, press, proposed, said

ALL: list[tuple[Deck, FormChoice]] = [
    (typed_deck(), FormChoice.TYPED),
    (cloze_deck("The {{c1::core}} is a rise in {{c1::productivity}}."), FormChoice.TYPED),
    (list_deck(ordered=False), FormChoice.LIST),
    (list_deck(ordered=True), FormChoice.ORDER),
    (match_deck(), FormChoice.MATCH),
    (terms(), FormChoice.CHOICE),
]


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_every_control_has_a_name_and_a_size(
    view: SessionView, begin: Begin, deck: Deck, form: FormChoice
) -> None:
    begin(deck, form)
    QApplication.processEvents()
    found = [
        part
        for part in view.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert found
    for part in found:
        known = QAccessible.queryAccessibleInterface(part)
        assert known.text(QAccessible.Text.Name), part
        assert min(part.width(), part.height()) >= 24, part


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_the_form_the_question_and_the_judgement_are_announced(
    view: SessionView,
    begin: Begin,
    monkeypatch: pytest.MonkeyPatch,
    deck: Deck,
    form: FormChoice,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    sitting = begin(deck, form)
    assert told == [f"{sitting.fit}. {sitting.question}"]
    assert sitting.fit
    if isinstance(view.card.part, TypedPart | ClozePart | ListPart):
        press(view, "reform")
    assert view.card.part is not None
    view.card.part.press(1)
    view.card.part.submit()
    assert told[-1].startswith(f"{sitting.verdict}. ")
    answer, _, ratings = told[-1].rpartition(". ")
    assert answer.endswith(sitting.asked.face.answer)
    assert ratings.startswith("1: Again, 1 min; 2: Hard, ")


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_giving_up_shows_the_answer(
    view: SessionView, begin: Begin, deck: Deck, form: FormChoice
) -> None:
    sitting = begin(deck, form)
    press(view, Key.Key_D, modifier=CTRL)
    assert sitting.phase is Phase.ANSWER
    assert proposed(sitting) is Rating.AGAIN
    shown = said(view.card)
    members = sitting.answer.members or sitting.answer.text.split("; ")
    assert all(member in shown for member in members)


def test_the_menu_of_forms_asks_the_card_in_another_way(
    qtbot: QtBot, view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(typed_deck(), FormChoice.RECALL)
    assert view.card.part is None
    view._forms.by_form[FormChoice.TYPED].trigger()
    assert isinstance(QApplication.focusWidget(), AnswerField)
    qtbot.waitUntil(lambda: studies[0].study_options().form is FormChoice.TYPED)
    assert view._forms.by_form[FormChoice.TYPED].isChecked()


def test_a_long_card_is_scrolled_by_keys(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=False), FormChoice.LIST)
    view.resize(700, 320)
    press(view, "reform", Key.Key_Return, Key.Key_Return)
    QApplication.processEvents()
    bar = view.card.verticalScrollBar()
    assert bar.maximum() > 0
    press(view, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    press(view, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
    assert bar.value() == 0


def test_the_line_that_is_written_into_is_always_seen(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=False), FormChoice.LIST)
    view.resize(700, 320)
    for name in "abcdefgh":
        press(view, name, Key.Key_Return)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.visibleRegion().boundingRect().height() == field.height()


@pytest.mark.parametrize(
    ("deck", "form", "keys"),
    [
        (typed_deck(), FormChoice.TYPED, ["Inno"]),
        (
            cloze_deck("The {{c1::core}} is a rise in {{c1::productivity}}."),
            FormChoice.TYPED,
            ["core", Key.Key_Return, "prod"],
        ),
        (list_deck(ordered=False), FormChoice.LIST, ["reform", Key.Key_Return, "tal"]),
        (list_deck(ordered=True), FormChoice.ORDER, ["3"]),
        (match_deck(), FormChoice.MATCH, ["2", "1"]),
    ],
)
def test_what_was_given_so_far_stays_when_the_language_is_changed(
    view: SessionView,
    begin: Begin,
    qtbot: QtBot,
    tmp_path: Path,
    deck: Deck,
    form: FormChoice,
    keys: list[Qt.Key | str],
) -> None:
    sitting = begin(deck, form)
    press(view, *keys)
    part = view.card.part
    assert part is not None
    given = part.draft()
    other = SessionView(Preferences(tmp_path))
    qtbot.addWidget(other)
    view.hand_over(other)
    taken = other.card.part
    assert taken is not None
    assert taken is not part
    assert taken.draft() == given
    assert taken.given
    taken.submit()
    assert sitting.phase is Phase.ANSWER
