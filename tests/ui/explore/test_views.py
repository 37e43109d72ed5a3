from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.explore.timeline_hand import Timeline

Show = Callable[[str], ExplorePage]
Key = Qt.Key
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


# --- measures -----------------------------------------------------------------------------------


def test_the_outline_says_number_words_and_how_well_they_are_known(look: Show) -> None:
    outline = look("measures").measures.outline
    model = outline.model()
    programme = model.index(0, 0)
    assert programme.data(ACCESSIBLE) == "The caravan plan, 0 of 2 known"
    first, second = (model.index(row, 0, programme) for row in (0, 1))
    assert first.data(ACCESSIBLE) == "1, Find gold, Not seen yet"
    assert model.index(0, 0, second).data(ACCESSIBLE) == "one hump, Not seen yet"
    assert model.index(1, 0, second).data(ACCESSIBLE) == "two humps"
    assert outline.isExpanded(programme)


def test_what_is_folded_stays_folded(qtbot: QtBot, look: Show) -> None:
    page = look("measures")
    outline = page.measures.outline
    outline.setFocus()
    QTest.keyClick(outline, Key.Key_Down)
    QTest.keyClick(outline, Key.Key_Down)
    QTest.keyClick(outline, Key.Key_Left)
    folded = outline.currentIndex()
    assert not outline.isExpanded(folded)
    page.measures.look_at(page._shown(), None)
    assert outline.currentIndex().data() == "Buy camels"
    assert not outline.isExpanded(outline.currentIndex())
    qtbot.waitUntil(outline.isVisible)


def test_enter_folds_a_programme(look: Show) -> None:
    outline = look("measures").measures.outline
    outline.setFocus()
    QTest.keyClick(outline, Key.Key_Return)
    assert not outline.isExpanded(outline.currentIndex())


def test_a_row_grows_where_its_words_need_more_lines(qtbot: QtBot, look: Show) -> None:
    page = look("measures")
    outline = page.measures.outline
    programme = outline.model().index(0, 0)
    wide = outline.visualRect(programme).height()
    page.resize(240, 640)
    qtbot.waitUntil(lambda: outline.visualRect(programme).height() > wide)


# --- timeline -----------------------------------------------------------------------------------


@pytest.fixture
def timeline(look: Show) -> Timeline:
    found = look("timeline").timeline.timeline
    found.setFocus()
    return found


def press(timeline: Timeline, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(timeline, key)


def test_left_and_right_go_from_event_to_event(timeline: Timeline) -> None:
    press(timeline, Key.Key_Right)
    assert timeline.present is not None
    assert timeline.present.text == "The road opens"
    press(timeline, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert timeline.present.text == "A late fair"
    press(timeline, Key.Key_Left)
    assert timeline.present.text == "A fair"


def test_keys_zoom_in_and_out_and_zero_shows_all(timeline: Timeline) -> None:
    whole = timeline.per_day
    assert timeline.shows(0)
    press(timeline, Key.Key_Plus)
    assert timeline.per_day > whole
    assert not timeline.shows(0)
    press(timeline, Key.Key_Minus)
    assert timeline.shows(0)
    assert timeline.per_day == whole
    press(timeline, Key.Key_Minus)
    assert timeline.per_day == whole, "there is no less than the whole"
    press(timeline, *[Key.Key_Plus] * 30)
    assert timeline.per_day == 48
    press(timeline, Key.Key_0)
    assert timeline.shows(0)


def test_keys_pan_once_there_is_more_than_the_view_shows(timeline: Timeline) -> None:
    timeline.show_days(5)
    bar = timeline.verticalScrollBar()
    bar.setValue(0)
    press(timeline, Key.Key_Down)
    assert bar.value() > 0
    press(timeline, Key.Key_End)
    assert bar.value() == bar.maximum()
    press(timeline, Key.Key_Up, Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    press(timeline, Key.Key_Home)
    assert bar.value() == 0


def turn(timeline: Timeline, height: float, by: int, modifier: Qt.KeyboardModifier) -> None:
    where = QPointF(30, height)
    wheel = QWheelEvent(
        where,
        QPointF(timeline.viewport().mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline.viewport(), wheel)


def day_at(timeline: Timeline, height: float) -> float:
    return timeline.arrangement.scale.day(timeline._on_axis(height))


def test_the_wheel_zooms_with_ctrl_and_what_is_pointed_at_stays(timeline: Timeline) -> None:
    timeline.show_days(60)
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum() // 2)
    before, scale = day_at(timeline, 200), timeline.per_day
    turn(timeline, 200, 120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.per_day == pytest.approx(scale * 1.25**2)
    assert day_at(timeline, 200) == pytest.approx(before, abs=1 / timeline.per_day)
    at = timeline.verticalScrollBar().value()
    turn(timeline, 200, -120, Qt.KeyboardModifier.NoModifier)
    assert timeline.verticalScrollBar().value() > at
    assert timeline.per_day == pytest.approx(scale * 1.25**2), "without Ctrl it pans"


def test_a_drag_pans_and_chooses_nothing(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.show_days(5)
    timeline.verticalScrollBar().setValue(100)
    ground = timeline.viewport()
    with qtbot.assertNotEmitted(timeline.event_opened):
        QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=QPoint(20, 200))
        QTest.mouseMove(ground, QPoint(20, 150))
        QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(20, 150))
    assert timeline.verticalScrollBar().value() == 150


def test_a_click_on_a_label_opens_its_event(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.verticalScrollBar().setValue(0)
    label = timeline._label_rect(1).center()
    where = QPoint(round(label.x()), round(label.y() - timeline._on_axis(0)))
    assert timeline.event_at(QPointF(where)) == 1
    with qtbot.waitSignal(timeline.event_opened) as opened:
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args[0].text == "A fair"
    assert timeline.event_at(QPointF(2, 2)) is None


def test_a_year_and_a_month_fill_the_height(look: Show) -> None:
    page = look("timeline")
    view = page.timeline
    names = {button.text(): button for button in view._days}
    assert names["Whole"].isChecked()
    for name, days in (("Year", 366), ("Month", 31)):
        names[name].click()
        if view.timeline.can_show(days):
            room = view.timeline._room()
            assert view.timeline.per_day * days == pytest.approx(room, rel=0.03)
            assert names[name].isChecked()
            assert not names["Whole"].isChecked()
    view.timeline.show_days(5)
    page.resize(920, 560)
    assert view.timeline.shows(5), "another height is filled as well"
    names["Whole"].click()
    assert view.timeline.shows(0)
    assert not view.out.isEnabled()


def test_the_gap_of_centuries_is_cut_and_the_rest_is_to_scale(timeline: Timeline) -> None:
    cut = [each for each in timeline.arrangement.scale.stretches if each.cut]
    assert len(cut) >= 1
    scale = timeline.arrangement.scale
    first, second = timeline.arrangement.marks[1], timeline.arrangement.marks[2]
    assert second.middle - first.middle == pytest.approx(18 * scale.per_day)


def test_the_list_holds_the_same_events_and_those_without_a_date(look: Show) -> None:
    page = look("timeline")
    view = page.timeline
    assert view._undated.text() == "1 event has no date: it stands in the list only."
    view.timeline.setFocus()
    QTest.keyClick(view.timeline, Key.Key_Right)
    QTest.keyClick(view.timeline, Key.Key_Right)
    assert len(view.key()) == 3
    view.as_list.click()
    assert view.list.isVisible()
    assert not view.key(), "the list has no marks to explain"
    assert [event.text for event in view.list.rows.events] == [
        "The road opens",
        "A fair",
        "A late fair",
        "A rumour",
    ]
    assert view.list.present is not None
    assert view.list.present.text == "A fair", "the present event stays so"
    view.list.setFocus()
    QTest.keyClick(view.list, Key.Key_Down)
    QTest.keyClick(view.list, Key.Key_Return)
    assert page.details.item is not None
    assert page.details.item.note.id == "late"
    view.as_list.click()
    assert view.timeline.present is not None
    assert view.timeline.present.text == "A late fair"


def test_labels_do_not_overlap_on_the_screen(timeline: Timeline) -> None:
    for keys in ((), (Key.Key_Plus,), (Key.Key_Plus, Key.Key_Plus)):
        press(timeline, *keys)
        rects = [timeline._label_rect(number) for number in range(3)]
        assert not any(a.intersects(b) for a, b in pairwise(rects))


# --- provinces ----------------------------------------------------------------------------------


def test_columns_are_provinces_and_rows_horizons(look: Show) -> None:
    board = look("provinces").provinces.board
    model = board.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(n, across) for n in (0, 1)] == ["The guild", "The crown"]
    assert [model.headerData(n, down) for n in (0, 1)] == ["Now", "Role"]
    said = model.index(0, 0).data(ACCESSIBLE)
    assert said == "The guild, Now, 1453, silk; salt, Not seen yet"
    assert model.index(0, 1).data(ACCESSIBLE) == "The crown, Now, nothing"
    assert model.index(0, 0).data() == "silk\nsalt"


def test_an_empty_cell_opens_nothing(look: Show) -> None:
    page = look("provinces")
    board = page.provinces.board
    board.setFocus()
    QTest.keyClick(board, Key.Key_Right)
    QTest.keyClick(board, Key.Key_Return)
    assert page.details.isHidden()
    QTest.keyClick(board, Key.Key_Down)
    QTest.keyClick(board, Key.Key_Return)
    assert page.details.isVisible()


def test_columns_share_the_room_or_scroll(qtbot: QtBot, look: Show) -> None:
    page = look("provinces")
    board = page.provinces.board
    qtbot.waitUntil(lambda: board.columnWidth(0) == 320)
    page.resize(420, 640)
    qtbot.waitUntil(lambda: board.columnWidth(0) == 184)
    assert board.horizontalScrollBar().maximum() > 0


# --- glossary -----------------------------------------------------------------------------------


def terms(page: ExplorePage) -> list[str]:
    return [term.term for term in page.glossary.list.rows.terms]


def test_the_glossary_is_searched_as_one_types_and_sorted(qtbot: QtBot, look: Show) -> None:
    page = look("glossary")
    assert terms(page) == ["caravan", "oasis", "sail"]
    page.glossary.order.setCurrentIndex(1)
    qtbot.waitUntil(lambda: terms(page) == ["oasis", "caravan", "sail"])
    page.glossary.field.setFocus()
    QTest.keyClicks(page.glossary.field, "shangdui")
    qtbot.waitUntil(lambda: terms(page) == ["caravan"])
    QTest.keyClicks(page.glossary.field, "xyz")
    qtbot.waitUntil(page.glossary._none.isVisible)
    assert page.glossary._none.text() == "No term fits “shangduixyz”."
    QTest.keyClick(page.glossary.field, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(terms(page)) == 3)


def test_down_leads_from_the_search_into_the_entries(look: Show) -> None:
    page = look("glossary")
    page.focus_search()
    QTest.keyClick(page.glossary.field, Key.Key_Down)
    assert QApplication.focusWidget() is page.glossary.list


def test_an_entry_says_everything_to_a_screen_reader(look: Show) -> None:
    page = look("glossary")
    said = page.glossary.list.rows.index(0, 0).data(ACCESSIBLE)
    assert said == "caravan, 商队, shāngduì, Many camels, Also: train (annals), Not seen yet"
    assert page.glossary.list.rows.index(2, 0).data(ACCESSIBLE) == (
        "sail, What pulls?, A cloth, Not seen yet"
    )


def test_an_entry_paints_its_chinese(look: Show) -> None:
    entries = look("glossary").glossary.list
    picture = QImage(entries.viewport().size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    entries.itemDelegate().paint(painter, option, entries.rows.index(0, 0))
    painter.end()
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(picture.width())
        for y in range(60)
    )
    assert dark > 200
