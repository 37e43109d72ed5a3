"""The cards of a deck file: note by note, and the same note when the file changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.errors import Problem
from nqpf_study.ui.deck_check.cards import CardsPanel
from tests.fakes.browse_study import basic

NOTES = tuple(basic(f"note-{n}", f"What is {n}?", f"It is {n}.") for n in range(1, 4))
TERM = Note(
    "mill",
    "term",
    {"term": "mill", "definition": "It grinds.", "chinese": "磨坊", "pinyin": "mòfáng"},
    tags=("words",),
    remark="By water.",
    as_of="2024",
    distractors=("It flies.",),
)
LIST = Note(
    "parts",
    "list",
    {"question": "Which parts?", "items": (Member("dam"), Member("wheel")), "ordered": True},
)


def panel(qtbot: QtBot, *notes: Note) -> CardsPanel:
    made = CardsPanel()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_notes(notes)
    return made


def said(shown: CardsPanel) -> list[str]:
    labels = shown.faces.findChildren(QLabel)
    return [getattr(label, "said", label.text()) for label in labels]


def test_one_goes_from_note_to_note(qtbot: QtBot) -> None:
    shown = panel(qtbot, *NOTES)
    assert (shown.place.text(), shown.back.isEnabled()) == ("1 of 3", False)
    shown.on.click()
    shown.on.click()
    assert shown.note == NOTES[2]
    assert (shown.place.text(), shown.on.isEnabled()) == ("3 of 3", False)
    shown.back.click()
    assert said(shown)[:2] == ["What is 2?", "It is 2."]
    shown.chooser.activated.emit(0)
    assert shown.note == NOTES[0]


def test_all_cards_of_a_note_show_as_students_see_them(qtbot: QtBot) -> None:
    shown = panel(qtbot, TERM, LIST)
    assert said(shown) == [
        *("Card 1 of 2", "What is “mill”?", "It grinds."),
        *("Card 2 of 2", "What is “mill” in Chinese?", "磨坊", "mòfáng"),
        *("By water.", "As of 2024", "Wrong answers: It flies.", "#words"),
    ]
    shown.on.click()
    assert said(shown) == ["Which parts?", "1. dam", "2. wheel"]


def test_the_note_stays_when_the_file_changes(qtbot: QtBot) -> None:
    shown = panel(qtbot, *NOTES)
    shown.go(1)
    reworded = replace(NOTES[1], fields={"question": "What is two?", "answer": "It is 2."})
    with qtbot.waitSignal(shown.note_changed):
        shown.show_notes((TERM, NOTES[0], reworded))
    assert shown.note == reworded
    assert shown.place.text() == "3 of 3"
    assert said(shown)[0] == "What is two?"


def test_where_the_note_is_gone_one_near_it_shows(qtbot: QtBot) -> None:
    shown = panel(qtbot, *NOTES)
    shown.go(2)
    shown.show_notes(NOTES[:2], "Notes with an error are left out here.")
    assert shown.note == NOTES[1]
    assert shown.notice.isVisible()
    shown.show_notes(())
    assert said(shown) == []
    assert shown.place.text() == "No notes"
    shown.show_notes(NOTES)
    assert shown.note == NOTES[0]
    assert not shown.notice.isVisible()


def test_the_same_notes_again_change_nothing(qtbot: QtBot) -> None:
    shown = panel(qtbot, *NOTES)
    before = shown.faces.widget()
    with qtbot.assertNotEmitted(shown.note_changed):
        shown.show_notes(tuple(replace(note) for note in NOTES))
    assert shown.faces.widget() is before


def test_a_note_is_told_with_its_line_and_what_is_wrong_with_it(qtbot: QtBot) -> None:
    shown = panel(qtbot)
    troubles = {"note-2": [Problem("deck.yaml", 1_011, 5, "long-answer", "too long")]}
    shown.show_notes(NOTES, lines={"note-1": 5, "note-2": 1_009}, troubles=troubles)
    assert shown.place.text() == "1 of 3 · line 5"
    assert not shown.troubles.isVisible()
    assert shown.go_to("note-2")
    assert shown.place.text() == "2 of 3 · line 1009"
    assert shown.troubles.text() == "line 1011: too long"
    assert not shown.go_to("note-9")
    assert shown.note == NOTES[1]
