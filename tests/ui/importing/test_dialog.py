from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.app import Checked, Preview, Study
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Level, Problem
from nqpf_study.domain.kinds import cards_of
from nqpf_study.study.ports import DeckChanges
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.importing.problems import ProblemsPanel
from tests.fakes.browse_study import basic

FILE = Path("history.nqpf.yaml")
ERROR = Problem("history.nqpf.yaml", 12, 5, "unknown-field", "unknown field `anwser`", "answer?")
WARNING = Problem("history.nqpf.yaml", 3, 1, "no-passage", "no passage", level=Level.WARNING)


def notes(*ids: str) -> tuple[Note, ...]:
    return tuple(basic(id_, f"What is {id_}?", "That.") for id_ in ids)


def preview(changes: DeckChanges | None, *problems: Problem) -> Preview:
    deck = changes.deck if changes else None
    return Preview(Checked(FILE, deck, problems), changes)


def changes(**what: object) -> DeckChanges:
    return DeckChanges(Deck("history", "History"), **what)  # type: ignore[arg-type]


def shown(qtbot: QtBot, what: Preview) -> ImportDialog:
    dialog = ImportDialog(what)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def choices(dialog: ImportDialog) -> dict[str, QAbstractButton]:
    return {button.text(): button for button in dialog.choices.buttons()}


def listed(dialog: ImportDialog) -> list[tuple[object, ...]]:
    model = dialog.model
    return [
        tuple(model.data(model.index(row, column)) for column in range(3))
        for row in range(model.rowCount())
    ]


UPDATE = changes(
    added=notes("a", "b"),
    changed=notes("c"),
    returned=notes("d"),
    retired=("e",),
    unchanged=40,
)


def test_an_update_counts_what_it_would_do(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(UPDATE, WARNING))
    assert dialog.headline.text() == "Update this deck?"
    assert "40 notes stay as they are." in dialog.explanation.text()
    assert "What you have learned is kept." in dialog.explanation.text()
    assert list(choices(dialog)) == [
        "2 added",
        "1 changed",
        "1 returned",
        "1 retired",
        "1 warning",
    ]


def test_the_notes_behind_each_count_can_be_looked_at(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(UPDATE, WARNING))
    assert listed(dialog) == [("a", "basic", "What is a?"), ("b", "basic", "What is b?")]
    choices(dialog)["1 changed"].click()
    assert listed(dialog) == [("c", "basic", "What is c?")]
    choices(dialog)["1 retired"].click()
    assert listed(dialog) == [("e", "", "")]
    assert "their history is kept" in dialog.meaning.text()
    choices(dialog)["1 warning"].click()
    assert not dialog.table.isVisible()
    assert dialog.findChildren(ProblemsPanel)[0].isVisible()


def test_enter_imports(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(UPDATE))
    assert dialog.import_button is not None
    assert dialog.import_button.hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_leaves_all_as_it_is(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(UPDATE))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_new_deck_is_no_update(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(changes(added=notes("a"), about=True, positions={"a": 0})))
    assert dialog.headline.text() == "Import this deck?"
    assert dialog.explanation.text() == "A backup is made first."


def test_what_only_changes_the_order_is_said(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(changes(unchanged=3, positions={"a": 1})))
    assert "The order of the notes changes." in dialog.explanation.text()
    assert dialog.import_button is not None


def test_nothing_to_import_is_said_and_can_only_be_closed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(changes(unchanged=49)))
    assert dialog.headline.text() == "There is nothing to import."
    assert "49 notes" in dialog.explanation.text()
    assert dialog.import_button is None
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Close"]


def test_errors_keep_the_deck_out_and_all_of_them_show(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(None, WARNING, ERROR))
    assert dialog.headline.text() == "This file can't be imported as it is."
    assert "Nothing was changed." in dialog.explanation.text()
    assert dialog.import_button is None
    (panel,) = dialog.findChildren(ProblemsPanel)
    assert panel.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.result()


def test_each_problem_says_where_what_and_how_to_mend_it(qtbot: QtBot) -> None:
    panel = ProblemsPanel((WARNING, ERROR))
    qtbot.addWidget(panel)
    assert panel.text.toPlainText().splitlines() == [
        "Warning  history.nqpf.yaml:3:1  no-passage",
        "no passage",
        "Error  history.nqpf.yaml:12:5  unknown-field",
        "unknown field `anwser`",
        "answer?",
    ]


def test_all_problems_are_copied_a_line_each(qtbot: QtBot) -> None:
    panel = ProblemsPanel((WARNING, ERROR))
    qtbot.addWidget(panel)
    panel.copy_all.click()
    assert QGuiApplication.clipboard().text().splitlines() == [str(WARNING), str(ERROR)]


def test_a_problem_is_never_taken_for_markup(qtbot: QtBot) -> None:
    evil = Problem("f.yaml", 1, 1, "x", '<img src="file:///dev/zero"> & <b>bold</b>')
    panel = ProblemsPanel((evil,))
    qtbot.addWidget(panel)
    assert evil.message in panel.text.toPlainText()


def test_a_preview_of_ten_thousand_notes_opens_without_asking_for_their_questions(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Note] = []

    def counting(note: Note) -> tuple[object, ...]:
        asked.append(note)
        return cards_of(note)

    monkeypatch.setattr("nqpf_study.ui.importing.model.cards_of", counting)
    many = notes(*(f"n{number}" for number in range(10_000)))
    dialog = shown(qtbot, preview(changes(added=many)))
    assert dialog.model.rowCount() == 10_000
    assert len(asked) < 500


def test_a_real_file_is_previewed(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(
        "format: 1\ndeck:\n  id: tiny\n  title: Tiny\nnotes:\n"
        "  - id: one\n    kind: basic\n    question: What?\n    answer: That.\n",
        encoding="utf-8",
    )
    home = tmp_path / "collection"
    home.mkdir()
    with Study.open(home) as study:
        what = study.preview(file)
        dialog = shown(qtbot, what)
        assert "1 added" in choices(dialog)
        study.import_deck(what)
        again = shown(qtbot, study.preview(file))
        assert again.headline.text() == "There is nothing to import."


def test_a_file_that_cannot_be_imported_leads_to_its_check(qtbot: QtBot) -> None:
    dialog = shown(qtbot, preview(None, ERROR))
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Close"
    (check,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Check the file"]
    with qtbot.waitSignals([dialog.rejected, dialog.check_asked]):
        check.click()
    assert not dialog.isVisible()
