"""A learner who marks cards: a flag in a session, tags in Browse, and both again in Anki."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PySide6.QtCore import Qt

from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.browse.tag_dialog import TagDialog
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.widgets.written import Written
from tests.journeys.desk import CTRL, Desk, choose_file

SHIFT = Qt.KeyboardModifier.ShiftModifier

DECK = """\
format: 1
deck:
  id: harbour
  title: Our harbour
notes:
  - id: opening
    kind: basic
    question: When did the harbour open?
    answer: In May 1883
    tags: [history]
  - id: depth
    kind: basic
    question: How deep was the dock?
    answer: Six metres
  - id: master
    kind: basic
    question: Who was the first harbour master?
    answer: Ada Quay
"""
UPDATED = DECK.replace("answer: Six metres", "answer: Six and a half metres").replace(
    "tags: [history]", "tags: [history, year-1883]"
)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_marks_outlive_an_update_and_reach_anki(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "harbour.yaml"
    file.write_text(DECK, encoding="utf-8")
    desk.open(files=[file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())

    desk.click_on("Study Our harbour")
    session = desk.in_session()
    assert desk.sitting.card.id.note == "opening"
    desk.press("F")
    desk.wait(lambda: desk.said() == "Flagged. F takes the flag off.")
    assert session.card.flagged
    desk.press("Escape")

    tag_all_but_the_first(desk)
    undo_the_tags_and_redo_them(desk)

    file.write_text(UPDATED, encoding="utf-8")
    desk.drop(file)
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "2 notes changed" in desk.said())
    desk.close()

    desk.open_at_home()
    assert found(desk, "is:flagged") == ["When did the harbour open?"]
    assert found(desk, "tag:exam") == [
        "How deep was the dock?",
        "Who was the first harbour master?",
    ]
    package = tmp_path / "chosen.apkg"
    assert choose_file(monkeypatch, package) == []
    search(desk, "deck:harbour", 3)
    desk.press("Down")
    desk.press("A", CTRL)
    desk.press("E", CTRL | SHIFT)
    assert desk.dialog(Written).text() == "3 notes exported"
    desk.press("Escape")
    desk.close()
    assert in_anki(package, tmp_path / "anki") == {
        "harbour/opening": (["flagged", "history", "year-1883"], "In May 1883"),
        "harbour/depth": (["ask-teacher", "exam"], "Six and a half metres"),
        "harbour/master": (["ask-teacher", "exam"], "Ada Quay"),
    }


def search(desk: Desk, text: str, cards: int) -> BrowsePage:
    """Search in the browser, and wait for so many cards."""
    page = desk.go(BrowsePage)
    desk.press("F", CTRL)
    desk.press("A", CTRL)
    desk.write(text)
    desk.wait(lambda: page.count.text() == f"{cards} card{'s' * (cards != 1)}")
    desk.wait(lambda: page.model.row(cards - 1) is not None)
    return page


def found(desk: Desk, text: str) -> list[str]:
    """Return the questions that a search shows."""
    desk.go(BrowsePage)
    page = search(desk, text, len(desk.study.search(text)))
    return [row.question for at in range(page.model.rowCount()) if (row := page.model.row(at))]


def tag_all_but_the_first(desk: Desk) -> None:
    page = search(desk, "deck:harbour", 3)
    desk.press("Down")
    desk.press("Down")
    desk.press("Down", SHIFT)
    assert page.table.chosen_count() == 2
    desk.press("T")
    dialog = desk.dialog(TagDialog)
    desk.write("Exam, ask-teacher")
    desk.press("Return")
    assert dialog.isVisible()
    desk.press("Return")
    desk.wait(lambda: desk.said() == "2 notes tagged anew.")
    assert len(desk.study.search("tag:exam tag:ask-teacher")) == 2


def undo_the_tags_and_redo_them(desk: Desk) -> None:
    undo = desk.window.actions["undo"]
    desk.wait(lambda: "tag 2 notes" in undo.text())
    desk.press("Z", CTRL)
    desk.wait(lambda: desk.study.search("tag:exam") == [])
    redo = desk.window.actions["redo"]
    desk.wait(lambda: "tag 2 notes" in redo.text())
    redo.trigger()
    desk.wait(lambda: len(desk.study.search("tag:exam")) == 2)
    desk.settle()


def in_anki(package: Path, folder: Path) -> dict[str, tuple[list[str], str]]:
    """Import a package into an Anki that is new; return each note's tags and answer by our id."""
    folder.mkdir()
    anki: Any = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    anki.import_anki_package(request)
    notes = [anki.get_note(key) for key in anki.find_notes("")]
    assert list(anki.find_cards("flag:1")) == anki.find_cards("tag:flagged")
    told = {note["Id"]: (sorted(note.tags), note["Answer 1"]) for note in notes}
    anki.close()
    return told
