"""Which file is checked, and in which window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.anchoring import Found
from nqpf_study.ui.deck_check.checking import DeckChecking
from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.deck_files import DeckFiles
from tests.fakes.clock import Clock

DECK = """\
format: 1
deck: {id: harbour, title: Our harbour}
notes:
  - {id: depth, kind: basic, question: How deep?, answer: Six metres}
"""


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(tmp_path / "home", now=Clock()) as study:
        yield study


@pytest.fixture
def file(tmp_path: Path, study: Study) -> Path:
    made = tmp_path / "deck.yaml"
    made.write_text(DECK, encoding="utf-8")
    study.import_deck(study.preview(made))
    return made


@pytest.fixture
def checking(qtbot: QtBot) -> Iterator[DeckChecking]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    made = DeckChecking(window, DeckFiles(window))
    yield made
    made.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it can't open the second."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) != 2

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def windows(checking: DeckChecking) -> list[DeckCheck]:
    parent = checking.parent()
    assert isinstance(parent, QWidget)
    return [one for one in parent.findChildren(DeckCheck) if one.isVisible()]


@pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")
def test_a_file_has_one_window(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path
) -> None:
    checking.check(study, "harbour")
    checking.check(study, "harbour")
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    (check,) = windows(checking)
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: windows(checking) == [check])
    assert check.title.said == "Our harbour"
    assert check.preview.changes is not None
    checking.close()
    assert windows(checking) == []
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)


def test_the_file_of_a_deck_is_shown_where_it_is(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path, opened: list[str]
) -> None:
    checking.show_file(study, "harbour")
    qtbot.waitUntil(lambda: opened == [str(file.parent)])
    with qtbot.waitSignal(checking.message) as said:
        checking.show_file(study, "harbour")
    assert str(file) in said.args[0]


def test_a_file_that_is_gone_is_asked_for(
    qtbot: QtBot,
    checking: DeckChecking,
    study: Study,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = file.rename(file.with_name("moved.yaml"))
    answers = iter([("", ""), (str(moved), "")])
    asked: list[str] = []

    def choose(_parent: object, title: str, *_more: object) -> tuple[str, str]:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    checking.check(study, "harbour")
    qtbot.waitUntil(lambda: len(asked) == 1)
    checking.check(study, "harbour")
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    assert asked == ["Check a deck file"] * 2
    assert windows(checking)[0].path == moved


def test_the_file_is_opened_in_the_editor_and_shown_in_its_folder(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path, opened: list[str]
) -> None:
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    buttons = {one.text(): one for one in windows(checking)[0].findChildren(QPushButton)}
    buttons["Edit the file"].click()
    with qtbot.waitSignal(checking.message):
        buttons["Show the file"].click()
    assert opened == [str(file), str(file.parent)]


def test_the_check_is_renewed_when_the_collection_changes(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path
) -> None:
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    (check,) = windows(checking)
    assert check.choices.button(2).text() == "No changes"
    study.remove_deck("harbour")
    checking.renew()
    qtbot.waitUntil(lambda: check.choices.button(2).text() == "1 change")


def test_a_problem_leads_to_its_notes_cards(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path
) -> None:
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    (check,) = windows(checking)
    (problem,) = check.preview.checked.problems
    assert problem.code == "no-passage"
    assert check.parts.currentWidget() is check.problems
    check.problems.chosen.emit(problem)
    assert check.parts.currentWidget() is check.cards
    assert check.cards.troubles.text() == "line 4: the note has no passage"
    file.write_text(DECK.replace("answer:", "anwser:"), encoding="utf-8")
    qtbot.waitUntil(lambda: len(check.preview.checked.problems) == 2)
    with qtbot.waitSignal(checking.message):
        check.problems.chosen.emit(check.preview.checked.problems[0])


def test_cards_stay_while_the_file_can_not_be_read(
    qtbot: QtBot, checking: DeckChecking, study: Study, file: Path
) -> None:
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    (check,) = windows(checking)
    file.write_text(DECK.replace("notes:", "notes: ["), encoding="utf-8")
    qtbot.waitUntil(lambda: check.cards.notice.text() != "")
    assert check.cards.note is not None
    assert "can't be read" in check.cards.notice.text()
    assert check.choices.button(2).text() == "No import"
    file.write_text(DECK, encoding="utf-8")
    qtbot.waitUntil(lambda: check.cards.notice.text() == "")


QUOTING = """\
format: 1
deck: {id: harbour, title: Our harbour}
sources:
  - {id: handout, title: A, publisher: B, published: 2024, file: handout.txt}
notes:
  - id: depth
    kind: basic
    question: How deep?
    answer: Six metres
    passages: [{source: handout, exact: six metres deep}]
"""


@pytest.fixture
def check(qtbot: QtBot, checking: DeckChecking, study: Study, file: Path) -> DeckCheck:
    file.with_name("handout.txt").write_text("It was six metres deep.", encoding="utf-8")
    file.write_text(QUOTING, encoding="utf-8")
    checking.check_file(study, file)
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    return windows(checking)[0]


def found(check: DeckCheck) -> list[bool]:
    return [isinstance(one.anchored, Found) for one in check.cards.pane.passages]


def test_cards_of_before_keep_their_passages_while_the_file_cannot_be_read(
    qtbot: QtBot, check: DeckCheck, file: Path
) -> None:
    qtbot.waitUntil(lambda: found(check) == [True])
    file.write_text(QUOTING.replace("Six", "'Six"), encoding="utf-8")
    check.check_again()
    qtbot.waitUntil(lambda: check.choices.button(0).text() == "1 error")
    qtbot.waitUntil(lambda: not check.cards.notice.isHidden())
    check.cards.pane.show_passages(())
    check.cards.note_changed.emit(check.cards.note)
    qtbot.waitUntil(lambda: found(check) == [True])


def test_what_is_told_of_a_file_shows_in_its_window_for_a_while(
    qtbot: QtBot, checking: DeckChecking, check: DeckCheck, file: Path
) -> None:
    checked = check.state.text()
    assert str(file) in checked
    check.changes.import_button.click()
    qtbot.waitUntil(lambda: "1 note changed" in check.state.text())
    checking.renew()
    qtbot.waitUntil(lambda: check.choices.button(2).text() == "No changes")
    assert "1 note changed" in check.state.text()
    check.findChildren(QTimer, "said")[0].timeout.emit()
    assert str(file) in check.state.text()


def test_where_nothing_of_a_file_was_ever_read_there_is_no_talk_of_passages(
    qtbot: QtBot, checking: DeckChecking, study: Study, tmp_path: Path
) -> None:
    (tmp_path / "torn.yaml").write_text("notes: [", encoding="utf-8")
    checking.check_file(study, tmp_path / "torn.yaml")
    qtbot.waitUntil(lambda: len(windows(checking)) == 1)
    (check,) = windows(checking)
    check.choices.button(1).click()
    assert check.cards.notice.text() == "The file can't be read as it is now."
    assert check.cards.pane.isHidden()
    (tmp_path / "torn.yaml").write_text(DECK, encoding="utf-8")
    check.check_again()
    qtbot.waitUntil(check.cards.pane.isVisible)
