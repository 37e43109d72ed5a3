"""Messages: our pictures, whatever the desktop's style would put there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.crash_dialog import CrashDialog
from nqpf_study.ui.new_deck import NewDeckDialog
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.settings.backups import BackupsDialog
from nqpf_study.ui.style import Look
from nqpf_study.ui.tokens import ROOM
from nqpf_study.ui.widgets.tall_dialog import TallDialog
from nqpf_study.ui.widgets.trouble import confirm, show_trouble
from nqpf_study.ui.widgets.waiting import Waiting

TROUBLE = StudyError("It did not work.", safe="Nothing is lost.", mend="Try again.")


class _Desktop(QProxyStyle):
    """A style that puts pictures on dialogs' buttons, as some desktops' do."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, data)


@pytest.fixture
def _desktop(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle(_Desktop("Fusion"))
    yield
    qapp.setStyle("Fusion")


@pytest.mark.usefixtures("_desktop")
def test_no_button_of_a_dialog_bears_a_picture_of_the_desktops(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs = (
        show_trouble(TROUBLE, parent),
        confirm(parent, "Remove it?", "It comes back.", "Remove"),
        CrashDialog("details", tmp_path / "log", parent),
        NewDeckDialog(tmp_path, parent),
        BackupsDialog(tmp_path, parent),
        TallDialog("A title", "A heading", parent=parent),
        Waiting("Waiting", parent),
    )
    for dialog in dialogs:
        buttons = dialog.findChildren(QPushButton)
        assert buttons
        assert [one.text() for one in buttons if not one.icon().isNull()] == []


def test_messages_show_our_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    trouble = show_trouble(TROUBLE, parent)
    question = confirm(parent, "Remove it?", "It comes back.", "Remove")
    crash = CrashDialog("details", tmp_path / "log", parent)
    pictures = [box.iconPixmap().toImage() for box in (trouble, question, crash)]
    assert all(not picture.isNull() for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    for box in (trouble, question, crash):
        assert box.icon() is QMessageBox.Icon.NoIcon, "none of Qt's own"


def test_there_is_room_around_the_words_of_a_message(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    for box in (show_trouble(TROUBLE, parent), confirm(parent, "Remove it?", "Sure?", "Remove")):
        layout = box.layout()
        assert layout is not None
        assert layout.contentsMargins().left() == ROOM


def test_a_message_that_is_open_follows_the_appearance(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    box = show_trouble(TROUBLE, parent)
    light = box.iconPixmap().toImage()
    look.choose(Appearance.DARK, 1.0)
    qapp.processEvents()
    dark = box.iconPixmap().toImage()
    assert dark.size() == light.size()
    assert dark != light
    look.choose(Appearance.LIGHT, 2.0)
    qapp.processEvents()
    assert box.iconPixmap().width() > light.width()
    layout = box.layout()
    assert layout is not None
    assert layout.contentsMargins().left() == ROOM
    look.choose(Appearance.LIGHT, 1.0)
    look.deleteLater()  # else it follows the system in the tests that come after
