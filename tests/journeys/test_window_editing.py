"""A teacher who mends a card where she meets it: the file, the card and its schedule."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from nqpf_study.domain.review import State
from nqpf_study.ui.editing.dialog import EditDialog
from nqpf_study.ui.importing.dialog import ImportDialog
from tests.journeys.desk import CTRL, Desk, choose_file, words_on
from tests.journeys.test_window_teacher import FINE, SOURCE

COMMENTED = FINE.replace(
    "    answer: Six metres", "    # as the handout says\n    answer: Six metres"
)


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(SOURCE, encoding="utf-8")
    file = tmp_path / "harbour.yaml"
    file.write_text(COMMENTED, encoding="utf-8")
    return file


def studying(desk: Desk, deck_file: Path) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    desk.click_on("Study Our harbour")
    desk.in_session()


def write_anew(desk: Desk, text: str) -> None:
    desk.press("A", CTRL)
    desk.write(text)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_card_is_mended_in_the_session_and_in_its_file(desk: Desk, deck_file: Path) -> None:
    studying(desk, deck_file)
    desk.press("Space")
    desk.press("3")
    desk.press("Space")
    assert desk.sitting.card.id.note == "depth"
    desk.press("E")
    dialog = desk.dialog(EditDialog)
    assert "harbour.yaml, note depth" in words_on(dialog)
    write_anew(desk, "How deep was the dock in 1883?")
    desk.press("Tab")
    write_anew(desk, "Six metres: deep")
    desk.press("Return", CTRL)
    desk.wait(lambda: desk.said() == "Saved into harbour.yaml.")
    wanted = COMMENTED.replace("How deep was the dock?", "How deep was the dock in 1883?")
    wanted = wanted.replace("answer: Six metres", 'answer: "Six metres: deep"')
    assert deck_file.read_text("utf-8") == wanted
    session = desk.in_session()
    assert session.card.question == "How deep was the dock in 1883?"
    assert session.card.answer == "Six metres: deep"

    desk.press("4")
    desk.wait(lambda: desk.sitting.card.id.note == "cranes")
    (card,) = desk.study.cards(desk.study.search("1883 deep"))
    assert card.status.memory.state is State.REVIEW
    desk.press("Escape")
    desk.at_home()
    desk.close()
