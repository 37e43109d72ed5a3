"""Going from place to place, a session among them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.review import Rating
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, store_of
from tests.ui.window.on_screen import current, home, in_session


def test_enter_starts_a_session_that_has_the_window_to_itself(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    QTest.keyClick(home(window).start, Qt.Key.Key_Return)
    in_session(qtbot, window)
    assert not window.shell.menuBar().isVisible()
    QTest.keyClick(window.session, Qt.Key.Key_Space)
    QTest.keyClick(window.session, Qt.Key.Key_Space)
    assert store_of(study).ratings() == [Rating.GOOD]
    QTest.keyClick(window.session, Qt.Key.Key_Escape)
    assert window.shell.menuBar().isVisible()
    qtbot.waitUntil(lambda: "learning" in home(window).more.text())


def test_the_focus_comes_to_a_session_by_way_of_nothing_else(
    qapp: QApplication, qtbot: QtBot, window: Window
) -> None:
    went: list[QWidget | None] = []
    noted = qapp.focusChanged.connect(lambda _old, new: went.append(new))
    QTest.keyClick(home(window).start, Qt.Key.Key_Return)
    in_session(qtbot, window)
    qapp.focusChanged.disconnect(noted)
    assert went == [window.session.bottom.ratings.reveal_button]


def test_a_message_moves_nothing(qtbot: QtBot, window: Window) -> None:
    window.start(None)
    in_session(qtbot, window)
    button = window.session.bottom.ratings.reveal_button
    before = button.mapTo(window.shell, button.rect().topLeft())
    window.say("Undone: grade Good.")
    bar = window.shell.stack.bar
    assert bar.isVisible()
    assert bar.geometry().bottom() == window.shell.stack.rect().bottom()
    assert button.mapTo(window.shell, button.rect().topLeft()) == before
    window.go("browse")
    assert bar.isVisible()
    assert window.shell.stack.childAt(bar.geometry().center()) is not None
    window.say("")
    assert not bar.isVisible()


@pytest.mark.parametrize(
    "place", ["browse", "sources", "explore", "progress", "settings", "help", "study"]
)
def test_every_place_can_be_gone_to(window: Window, place: str) -> None:
    button = next(
        button
        for button in window.shell.findChildren(QPushButton)
        if button.property("role") == "place" and button.text().lower() == place
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.places.shown == place
    assert button.isChecked()
    assert window.shell.windowTitle() == button.text()


def test_a_session_waits_while_its_source_is_read(qtbot: QtBot, window: Window) -> None:
    window.start(None)
    in_session(qtbot, window)
    sitting = window.session.sitting
    assert sitting is not None
    window.session.source_requested.emit("qiushi", sitting.card.note.passages[0])
    page = window.places.current
    assert isinstance(page, SourcesPage)
    qtbot.waitUntil(page.reader.isVisible)
    window.go("study")
    assert current(window) is window.session
    assert window.session.sitting is sitting


def test_ctrl_z_takes_back_even_after_the_session(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    session = study.session()
    session.reveal()
    session.grade(Rating.AGAIN)
    qtbot.waitUntil(window.actions["undo"].isEnabled)
    window.actions["undo"].trigger()
    in_session(qtbot, window)
    assert window.session.card.question == "What plays the leading role?"
    assert not window.actions["undo"].isEnabled()
    assert current(window) is window.session


def test_ctrl_f_searches(window: Window) -> None:
    window.actions["find"].trigger()
    assert isinstance(window.places.current, BrowsePage)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.places.current.isAncestorOf(focused)


def test_browsing_a_deck_searches_for_its_cards(window: Window) -> None:
    row = home(window).rows[0]
    row.asked.emit("browse", "terms")
    assert isinstance(window.places.current, BrowsePage)
