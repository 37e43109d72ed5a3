"""What is told of a file that was written, and the way to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.ui.widgets.written import Written


def button(told: Written, words: str) -> QPushButton:
    (found,) = [one for one in told.findChildren(QPushButton) if one.text() == words]
    return found


def test_it_leads_to_the_file_and_to_its_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) < 3

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    out = tmp_path / "all.apkg"
    told = Written("4 notes exported", out, "Open it.", opens="Open it in Anki")
    qtbot.addWidget(told)
    told.open()
    assert str(out) in told.informativeText()
    assert told.defaultButton() is told.button(QMessageBox.StandardButton.Close)
    assert told.focusWidget() is told.defaultButton()
    button(told, "Open it in Anki").click()
    button(told, "Show the folder").click()
    assert asked == [str(out), str(tmp_path)]
    button(told, "Open it in Anki").click()
    assert told.informativeText() == f"The system can't open it. It is here: {out}"
    assert told.isVisible(), "the other button may be wanted next"
    told.defaultButton().click()
    assert not told.isVisible()


def test_what_no_program_opens_has_its_folder_alone(qtbot: QtBot, tmp_path: Path) -> None:
    told = Written("The deck is packed", tmp_path / "a.nqpf.zip", "Give it away.")
    qtbot.addWidget(told)
    assert len(told.buttons()) == 2
