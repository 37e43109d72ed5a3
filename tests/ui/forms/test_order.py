"""Lines that are put in order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nqpf_study.domain.forms import Order
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.order import OrderPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.fakes.study import MemoryStudy, store_of
from tests.ui.forms.decks import list_deck
from tests.ui.forms.learner import ALT, CTRL, Begin, Key, press, proposed, said


def in_order(view: SessionView) -> list[str]:
    assert isinstance(view.card.part, OrderPart)
    return [row.words.said for row in view.card.part.rows]


def test_lines_are_moved_with_alt_and_an_arrow(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    before = in_order(view)
    press(view, Key.Key_Down)
    press(view, Key.Key_Down, modifier=ALT)
    press(view, Key.Key_Up, modifier=CTRL)
    press(view, Key.Key_Up, modifier=ALT)
    assert in_order(view) == [before[1], before[0], *before[2:]]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"1 of 5: {before[1]}"


def test_a_line_is_taken_up_with_space_or_sent_to_a_place_with_its_number(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(list_deck(ordered=True), FormChoice.ORDER)
    a, b, c, d, e = in_order(view)
    press(view, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Up)
    assert in_order(view) == [b, c, a, d, e]
    press(view, "5")
    assert in_order(view) == [b, a, d, e, c]
    press(view, "1")
    assert in_order(view) == [c, b, a, d, e]
    assert sitting.phase is Phase.QUESTION


def test_the_right_order_is_shown_with_how_far_each_was_off(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(list_deck(ordered=True), FormChoice.ORDER)
    part = view.card.part
    assert isinstance(part, OrderPart)
    assert isinstance(sitting.task, Order)
    wanted = [*sitting.task.members[1:2], *sitting.task.members[:1], *sitting.task.members[2:]]
    for place, text in enumerate(wanted):
        part.move_to(next(row for row in part.rows if row.words.said == text), place)
    press(view, Key.Key_Return)
    assert view.card.verdict == "Mostly right"
    assert proposed(sitting) is Rating.HARD
    rows = said(part).split("\n")
    assert rows[:6] == [
        *("1", "1 place too late", "strategies"),
        *("2", "1 place too early", "chains"),
    ]
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.HARD]


def test_a_line_is_dragged_past_its_neighbours(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    part = view.card.part
    assert isinstance(part, OrderPart)
    QApplication.processEvents()
    a, b, c, d, e = in_order(view)
    row = part.rows[0]
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    for _ in range(3):  # Qt's pointer stays where it is in the row, which moves along
        below = row.rect().center() + QPoint(0, row.height() + 8)
        QTest.mouseMove(row, below)
        QApplication.processEvents()
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert in_order(view) == [b, c, d, a, e]
    assert not row.held


def test_tab_leads_to_one_line_and_then_to_the_buttons(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    press(view, Key.Key_Down, Key.Key_Tab)
    assert QApplication.focusWidget() is view.bottom.ratings.give_up
    press(view, Key.Key_Tab)
    assert QApplication.focusWidget() is view.bottom.ratings.check


def test_keys_of_a_letter_work_where_none_is_written(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    press(view, "b")
    assert len(store_of(studies[0]).log) == 1
