"""Which columns show, in which order and how wide: chosen, drawn, and remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.review import CardStatus, Memory, State
from nqpf_study.study.ports import SortKey
from nqpf_study.ui.browse.cells import cell
from nqpf_study.ui.browse.column_dialog import ColumnDialog
from nqpf_study.ui.browse.column_menu import ColumnMenu
from nqpf_study.ui.browse.columns import LOOKS, USUAL, Column, Layout, column_name
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.browse.rows import row_of
from nqpf_study.ui.preferences import Preferences
from tests.fakes.browse_study import FIRST, NOON, BrowseStudy, basic, measures

ALT = Qt.KeyboardModifier.AltModifier
STAND = [Column.FLAG, Column.QUESTION, Column.ANSWER, Column.STATE, Column.DUE]


@pytest.fixture
def page(qtbot: QtBot) -> BrowsePage:
    made = BrowsePage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    made.refresh(measures().study)
    qtbot.waitUntil(lambda: made.model.rowCount() == 6 and made.preview.pane.isVisible())
    qtbot.waitUntil(lambda: widths(made) == made.table.viewport().width())
    return made


def shown(page: BrowsePage) -> list[Column]:
    """Return the columns that can be seen, from left to right."""
    header = page.table.columns
    places = [header.logicalIndex(place) for place in range(header.count())]
    return [Column(section) for section in places if not header.isSectionHidden(section)]


def widths(page: BrowsePage) -> int:
    return sum(page.table.columnWidth(column) for column in shown(page))


def entries(page: BrowsePage) -> dict[str, QAction]:
    page.table.column_menu.aboutToShow.emit()
    return {action.text(): action for action in page.table.column_menu.actions() if action.text()}


# --- the layout -------------------------------------------------------------------------------


def test_what_was_chosen_is_read_as_it_was_written() -> None:
    layout = Layout().show([Column.TAGS, Column.DUE]).move(Column.TAGS, 0)
    layout = layout.widen(Column.TAGS, 201.4).divide(0.3)
    assert Layout.read(layout.written()) == layout
    assert layout.columns(99) == (Column.TAGS, Column.QUESTION, Column.DUE)
    assert Layout().written() == ""


@pytest.mark.parametrize(
    "written",
    [
        *("", "x", "[]", "7", "null", '{"shown": 5}', '{"order": [[]]}', '{"widths": {"due": []}}'),
        *('{"share": "wide"}', '{"widths": {"due": NaN}}', '{"widths": {"due": Infinity}}'),
    ],
)
def test_what_cannot_be_read_is_as_usual(written: str) -> None:
    assert Layout.read(written) == Layout()


def test_of_another_version_what_is_known_is_taken() -> None:
    said = '{"shown": ["question", "mood", "due"], "order": ["due", "mood"], "widths": {"due": 1}}'
    layout = Layout.read(said)
    assert layout.columns(1000) == (Column.DUE, Column.QUESTION)
    assert sorted(layout.order) == sorted(Column), "each column has its place"
    assert layout.width(Column.DUE) >= 28, "too narrow to be found again"


def test_the_question_cannot_be_done_without() -> None:
    assert Layout().show([]).columns(1000) == (Column.QUESTION,)


# --- choosing ---------------------------------------------------------------------------------


def test_the_usual_columns_show_and_the_menu_ticks_them(page: BrowsePage) -> None:
    assert shown(page) == list(USUAL)
    ticked = {name for name, action in entries(page).items() if action.isChecked()}
    assert ticked == {column_name(column) for column in USUAL}
    assert not entries(page)["Question"].isEnabled()
    assert not entries(page)["Reset columns"].isEnabled()


def test_a_tick_shows_a_column_and_the_columns_fill_the_table(page: BrowsePage) -> None:
    entries(page)["Tags"].trigger()
    assert shown(page) == [*USUAL, Column.TAGS]
    assert widths(page) == page.table.viewport().width()
    entries(page)["Deck"].trigger()
    assert Column.DECK not in shown(page)
    assert widths(page) == page.table.viewport().width()
    entries(page)["Reset columns"].trigger()
    assert shown(page) == list(USUAL)


def test_in_a_small_window_the_ticks_are_what_shows(page: BrowsePage) -> None:
    page.resize(616, 560)
    assert shown(page) == STAND
    entries(page)["Difficulty"].trigger()
    assert shown(page) == [*STAND, Column.DIFFICULTY]
    page.resize(1000, 700)
    assert shown(page) == [*STAND, Column.DIFFICULTY], "chosen is chosen"


def test_more_columns_than_there_is_room_for_are_scrolled_to(
    qtbot: QtBot, page: BrowsePage
) -> None:
    for column in Column:
        page.table.columns.turn(column, on=True)
    assert shown(page) == list(page.table.columns.chosen.order)
    assert widths(page) > page.table.viewport().width()
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() > 0)
    assert page.table.columnWidth(Column.QUESTION) >= 160, "a question stays legible"


def test_the_menu_is_reached_by_keys_and_by_a_right_click(
    page: BrowsePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (button,) = [b for b in page.findChildren(QToolButton) if b.accessibleName() == "Columns"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert button.menu() is page.table.column_menu
    shown_at: list[QPoint] = []
    monkeypatch.setattr(ColumnMenu, "popup", lambda _menu, at: shown_at.append(at))
    header = page.table.columns
    header.customContextMenuRequested.emit(QPoint(5, 5))
    assert shown_at == [header.mapToGlobal(QPoint(5, 5))]


# --- order and width --------------------------------------------------------------------------


def test_a_title_is_dragged_to_another_place(page: BrowsePage) -> None:
    header = page.table.columns
    header.moveSection(header.visualIndex(Column.DUE), 1)
    assert shown(page)[:3] == [Column.FLAG, Column.DUE, Column.QUESTION]
    assert header.chosen.columns(1000)[1] is Column.DUE
    assert header.chosen.shown is None, "which columns show is still left to the room"


def test_an_edge_is_dragged_and_the_neighbour_gives(page: BrowsePage) -> None:
    header, y = page.table.columns, 10
    before = {column: page.table.columnWidth(column) for column in shown(page)}
    edge = header.sectionViewportPosition(Column.DECK) + before[Column.DECK] - 1
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, y))
    for x in (edge + 10, edge + 20):
        QTest.mouseMove(header.viewport(), QPoint(x, y))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 20, y))
    gained = page.table.columnWidth(Column.DECK) - before[Column.DECK]
    assert gained > 0
    assert page.table.columnWidth(Column.KIND) == before[Column.KIND] - gained
    assert widths(page) == page.table.viewport().width()
    page.resize(1150, 700)
    assert page.table.columnWidth(Column.DECK) == before[Column.DECK] + gained
    assert widths(page) == page.table.viewport().width()


def test_no_neighbour_is_drawn_away(page: BrowsePage) -> None:
    page.table.columns.draw(Column.DECK, 4000)
    assert page.table.columnWidth(Column.KIND) == 56
    page.table.columns.draw(Column.QUESTION, 1)
    assert page.table.columnWidth(Column.QUESTION) == 56
    page.table.columns.draw(shown(page)[-1], 500)
    assert widths(page) == page.table.viewport().width()


def test_question_and_answer_keep_their_share(page: BrowsePage) -> None:
    table = page.table
    table.columns.draw(Column.QUESTION, 150)
    share = 150 / (150 + table.columnWidth(Column.ANSWER))
    page.resize(1150, 700)
    question, answer = map(table.columnWidth, (Column.QUESTION, Column.ANSWER))
    assert question / (question + answer) == pytest.approx(share, abs=0.01)


def test_the_dialog_orders_and_widens_by_keys(qtbot: QtBot, page: BrowsePage) -> None:
    dialog = asked(qtbot, page)
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    assert [item.text() for item in items[:3]] == ["Flag", "Question", "Answer"]
    QTest.keyClick(dialog.list, Qt.Key.Key_End)  # the note's id
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert shown(page)[-1] is Column.NOTE
    for _ in Column:
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert shown(page)[0] is Column.NOTE
    assert dialog.list.currentRow() == 0
    assert not dialog.up.isEnabled()
    before = page.table.columnWidth(Column.NOTE)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right, ALT)
    assert page.table.columnWidth(Column.NOTE) == before + 16
    QTest.keyClick(dialog.list, Qt.Key.Key_Left, ALT)
    assert page.table.columnWidth(Column.NOTE) == before
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert shown(page) == list(USUAL)
    assert not dialog.reset.isEnabled()


def test_in_the_dialog_the_question_stays_and_can_be_wider(qtbot: QtBot, page: BrowsePage) -> None:
    dialog = asked(qtbot, page)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.column is Column.QUESTION
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert Column.QUESTION in shown(page)
    before = page.table.columnWidth(Column.QUESTION)
    QTest.mouseClick(dialog.wider, Qt.MouseButton.LeftButton)
    assert page.table.columnWidth(Column.QUESTION) > before
    assert widths(page) == page.table.viewport().width()


def asked(qtbot: QtBot, page: BrowsePage) -> ColumnDialog:
    entries(page)["Order and widths…"].trigger()
    (dialog,) = page.window().findChildren(ColumnDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


# --- remembered -------------------------------------------------------------------------------


def test_the_columns_are_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    first = BrowsePage()
    qtbot.addWidget(first)
    first.remember(Preferences(tmp_path))
    first.table.columns.turn(Column.TAGS, on=True)
    first.table.columns.widen(Column.TAGS, 3)
    first.table.columns.choose(first.table.columns.chosen.move(Column.TAGS, 0))
    again = BrowsePage()
    qtbot.addWidget(again)
    again.resize(1000, 700)
    again.remember(Preferences(tmp_path))
    again.show()
    assert shown(again)[0] is Column.TAGS
    assert again.table.columnWidth(Column.TAGS) == LOOKS[Column.TAGS].width + 3 * 16
    again.table.columns.choose(Layout())
    assert Preferences(tmp_path).browse_columns == ""


# --- what they say ----------------------------------------------------------------------------


def test_each_column_says_its_part() -> None:
    fake = BrowseStudy(Deck("d", "The deck", notes=(basic("n-1", "Q?", "A", FIRST),)))
    memory = Memory(
        State.REVIEW,
        stability=45.2,
        difficulty=7.25,
        due_day=fake.today() + 9,
        last_day=fake.today() - 1,
        last_at=NOON - timedelta(days=1),
        reps=12,
        lapses=2,
    )
    card = replace(
        fake.cards([1])[0],
        status=CardStatus(memory),
        own_tags=("exam",),
        changed=datetime(2023, 4, 5, 12, tzinfo=UTC),
    )
    row = row_of(card, fake.today())
    said = {column: cell(row, column, {"qiushi": "A speech"}) for column in Column}
    assert said[Column.INTERVAL] == "10 days"
    assert said[Column.STABILITY] == "45 days"
    assert said[Column.DIFFICULTY] in ("7.2", "7.3")
    assert (said[Column.REVIEWS], said[Column.LAPSES]) == ("12", "2")
    assert said[Column.STUDIED] == "yesterday"
    assert said[Column.TAGS] == "exam"
    assert said[Column.SOURCE] == "A speech"
    assert said[Column.CHANGED] == "5 Apr 2023"
    assert said[Column.NOTE] == "n-1"


def test_a_new_card_says_nothing_of_its_memory() -> None:
    fake = BrowseStudy(Deck("d", "D", notes=(basic("n", "Q?", "A", FIRST),)))
    row = row_of(fake.cards([1])[0], fake.today())
    memory = (Column.INTERVAL, Column.STABILITY, Column.DIFFICULTY, Column.REVIEWS, Column.STUDIED)
    assert {cell(row, column, {}) for column in memory} == {""}
    assert cell(row, Column.SOURCE, {}) == "qiushi"


def test_a_learning_step_is_an_interval_too() -> None:
    fake = BrowseStudy(Deck("d", "D", notes=(basic("n", "Q?", "A"),)))
    today = fake.today()
    memory = Memory(
        State.LEARNING,
        due_day=today,
        last_day=today,
        last_at=NOON,
        due_at=NOON + timedelta(minutes=10),
    )
    card = replace(fake.cards([1])[0], status=CardStatus(memory))
    assert cell(row_of(card, today), Column.INTERVAL, {}) == "10 min"


def test_every_order_has_its_column() -> None:
    assert {look.by for look in LOOKS.values()} - {None} == set(SortKey)
