"""A teacher packs her deck with its text; a student opens it while a session is on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.widgets.written import Written
from tests.journeys.desk import Desk, prepared
from tests.journeys.test_window_second_start import start_again

# without a screen no window is before another
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|propagateSizeHints)")

DECK = """\
format: 1
deck: {id: harbour, title: Our harbour}
sources:
  - {id: handout, title: How it grew, publisher: Class 7, published: "2024", file: harbour.txt}
notes:
  - id: opening
    kind: basic
    question: When did the harbour open?
    answer: In 1883
    passages: [{source: handout, exact: opened in 1883}]
"""


def pack(desk: Desk, deck: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a deck and a place from the File menu, and wait for the package."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(deck), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    desk.window.actions["pack"].trigger()
    assert str(out) in desk.dialog(Written).informativeText()
    desk.press("Return")


def test_a_deck_travels_from_a_teacher_to_a_student_and_is_updated(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    loaded: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, package = tmp_path / "class", tmp_path / "harbour.nqpf.zip"
    folder.mkdir()
    (folder / "harbour.txt").write_text("The harbour opened in 1883.", "utf-8")
    deck = folder / "harbour.yaml"
    deck.write_text(DECK, "utf-8")

    teacher = Desk(qtbot, qapp, prepared(tmp_path / "teacher", loaded))
    teacher.open_at_home()
    pack(teacher, deck, package, monkeypatch)
    teacher.close()
    deck.unlink()

    student = Desk(qtbot, qapp, prepared(tmp_path / "student", loaded))
    try:
        student.open_at_home()
        student.window.arrivals.listen()
        student.press("Return")
        student.in_session()
        student.press("Space")
        card = student.sitting.card
        with ThreadPoolExecutor() as other:
            again = other.submit(start_again, student.home, str(package))
            student.wait(again.done)
        assert again.result() == 0
        preview = student.dialog(ImportDialog)
        assert preview.plan.title == "Our harbour"
        student.click_on("Import", preview)
        student.wait(lambda: "“Our harbour”: 1 note added" in student.said())
        student.settle()

        assert student.sitting.card == card, "the session goes on where it was"
        assert student.phase is Phase.ANSWER
        student.press("3")
        student.press(Qt.Key.Key_Escape)
        home = student.at_home()
        student.wait(lambda: "Our harbour" in [row.accessibleName() for row in home.rows])

        (card_key,) = student.study.search("deck:harbour")
        (stored,) = student.study.cards([card_key])
        (passage,) = student.study.passages(stored)
        assert passage.document is not None
        assert passage.document.text == "The harbour opened in 1883."

        newer = DECK.replace("answer: In 1883", "answer: In the year 1883")
        deck.write_text(newer, "utf-8")
        package.unlink()
        student_sees_the_update(student, deck, package, monkeypatch)
    finally:
        student.leave()


def student_sees_the_update(
    student: Desk, deck: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(student, deck, package, monkeypatch)  # whoever has the file can
    student.drop(package)
    preview = student.dialog(ImportDialog)
    assert preview.plan.headline() == "Update this deck?"
    student.click_on("Import", preview)
    student.settle()
    (key,) = student.study.search("deck:harbour")
    assert student.study.cards([key])[0].note.fields["answer"] == "In the year 1883"
    assert len(list((student.home / "packages").iterdir())) == 2
