"""What a learner did in a day is taken back and done again, in order, by two keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from nqpf_study.domain.review import Act, CardStatus
from nqpf_study.store.doctor import examine
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.session.question import Phase
from tests.journeys.desk import CTRL, NONE, Desk
from tests.journeys.test_window_threads import DECK

SHIFT = Qt.KeyboardModifier.ShiftModifier

DONE = (
    "grade Good",
    "suspend 12 cards",
    "import of “Our harbour”",
    "removal of “Timeline”",
)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_day_is_undone_and_redone_in_order(desk: Desk, tmp_path: Path) -> None:
    desk.open_at_home()
    first = state(desk)
    states = [first]
    for do in (grade_one, suspend_twelve, bring_in_a_deck, remove_a_deck):
        do(desk, tmp_path)
        desk.settle()
        states.append(state(desk))
    desk.wait(lambda: menu(desk) == ["Undo removal of “Timeline”", "Redo"])
    for name, before in zip(DONE[::-1], states[-2::-1], strict=True):
        desk.press("Z", CTRL)
        said(desk, f"Undone: {name}.")
        desk.settle()
        assert state(desk) == before
        assert menu(desk)[1] == f"Redo {name}"
    assert desk.phase is Phase.QUESTION, "the card that was graded is asked again"
    assert menu(desk)[0] == "Undo"
    for name, after in zip(DONE, states[1:], strict=True):
        desk.press("Z", CTRL | SHIFT)
        said(desk, f"Redone: {name}.")
        desk.settle()
        assert state(desk) == after
        assert menu(desk)[0] == f"Undo {name}"
    assert menu(desk)[1] == "Redo"
    desk.close()
    with desk.open_study() as study:
        report = examine(study.collection)
        assert report.fine, report.problems
        log = study.collection.whole_log()
        acts = [entry.act for entry in log]
        assert (acts.count(Act.GRADE), acts.count(Act.SUSPEND)) == (2, 24)
        assert acts.count(Act.UNDO) == 13


def test_after_a_restart_what_is_in_the_log_is_undone(desk: Desk, tmp_path: Path) -> None:
    desk.open_at_home()
    grade_one(desk, tmp_path)
    suspend_twelve(desk, tmp_path)
    desk.settle()
    desk.close()
    desk.open_at_home()
    desk.wait(lambda: menu(desk) == ["Undo suspend 12 cards", "Redo"])
    desk.press("Z", CTRL)
    said(desk, "Undone: suspend 12 cards.")
    desk.at_home()
    desk.press("Z", CTRL)
    desk.in_session()
    assert desk.said() == "Undone: grade Good."
    desk.wait(lambda: menu(desk) == ["Undo", "Redo grade Good"])
    desk.press("Z", SHIFT)
    desk.press("Z", CTRL | SHIFT)
    said(desk, "Redone: suspend 12 cards.")
    desk.close()
    with desk.open_study() as study:
        assert len(study.search("is:suspended")) == 12
        assert examine(study.collection).fine


def said(desk: Desk, words: str) -> None:
    """Wait until the window says so."""
    desk.wait(lambda: desk.said() == words)


def state(desk: Desk) -> tuple[dict[str, bytes], dict[str, CardStatus]]:
    """Return the decks in use with their notes, and the cards that are not as on the first day."""
    study = desk.study
    decks = {id_: study.collection.notes_digest(id_) for id_ in study.collection.deck_ids()}
    cards = study.cards(study.search(""))
    return decks, {str(card.id): card.status for card in cards if card.status != CardStatus()}


def menu(desk: Desk) -> list[str]:
    return [desk.window.actions[name].text() for name in ("undo", "redo")]


def grade_one(desk: Desk, _folder: Path) -> None:
    desk.press("Return")
    desk.in_session()
    desk.press("Space")
    desk.press("3")
    desk.press("Escape")
    desk.at_home()


def suspend_twelve(desk: Desk, _folder: Path) -> None:
    page = desk.go(BrowsePage)
    desk.settle()
    desk.press("F", CTRL)
    desk.write("deck:nqpf-measures")
    desk.settle()
    desk.press("Down")
    for _ in range(11):
        desk.press("Down", SHIFT)
    assert page.table.chosen_count() == 12
    desk.press("Exclam", NONE)
    desk.wait(lambda: desk.said().startswith("12 cards suspended"))


def bring_in_a_deck(desk: Desk, folder: Path) -> None:
    file = folder / "harbour.yaml"
    file.write_text(DECK, encoding="utf-8")
    desk.drop(file)
    desk.dialog(ImportDialog).accept()
    desk.wait(lambda: desk.said().startswith("“Our harbour”:"))


def remove_a_deck(desk: Desk, _folder: Path) -> None:
    home = desk.go(HomePage)
    desk.settle()
    (row,) = (row for row in home.rows if row.accessibleName() == "Timeline")
    desk.menu(row.menu, "Remove…")
    desk.click_on("Remove", desk.dialog(QMessageBox))
    said(desk, "“Timeline” was removed.")
