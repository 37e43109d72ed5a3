"""A teacher at the window: a deck file with mistakes, mended, imported, edited and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from nqpf_study.app import read_checked
from nqpf_study.domain.review import CardId, State
from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.importing.problems import ProblemsPanel
from tests.journeys.desk import CTRL, Desk, choose_file, words_on

SOURCE = """\
The harbour opened in May 1883. Its dock was six metres deep and had two cranes.
The first ships brought coal, timber and ice from Norway.
"""
FINE = """\
format: 1
deck:
  id: harbour
  title: Our harbour
sources:
  - id: handout
    title: How the harbour grew
    publisher: Class 7
    published: "2024-03"
    file: harbour.txt
notes:
  - id: opening
    kind: basic
    question: When did the harbour open?
    answer: In May 1883
    passages:
      - source: handout
        exact: opened in May 1883
  - id: depth
    kind: basic
    question: How deep was the dock?
    answer: Six metres
    passages:
      - source: handout
        exact: six metres deep
  - id: cranes
    kind: basic
    question: How many cranes did the dock have?
    answer: Two
    passages:
      - source: handout
        exact: two cranes
"""
WITH_MISTAKES = (
    FINE.replace("answer: In May 1883", "anwser: In May 1883")
    .replace("exact: six metres deep", "exact: seven metres deep")
    .replace("id: cranes", "id: depth")
)
EDITED = FINE.replace("How deep was the dock?", "How deep was the dock when it opened?").replace(
    FINE[FINE.index("  - id: cranes") :],
    """\
  - id: goods
    kind: basic
    question: From where did the ice come?
    answer: Norway
    passages:
      - source: handout
        exact: ice from Norway
""",
)


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(SOURCE, encoding="utf-8")
    file = tmp_path / "harbour.yaml"
    file.write_text(FINE, encoding="utf-8")
    return file


def titles(desk: Desk) -> list[str]:
    return [row.accessibleName() for row in desk.at_home().rows]


def test_a_file_is_mended_until_it_is_imported_and_edited_without_loss(
    desk: Desk, deck_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_at_home()
    before = titles(desk)
    deck_file.write_text(WITH_MISTAKES, encoding="utf-8")
    desk.drop(deck_file)
    assert_all_problems_listed(desk, deck_file)
    assert titles(desk) == before
    assert desk.study.search("harbour") == []

    deck_file.write_text(FINE, encoding="utf-8")
    asked = choose_file(monkeypatch, deck_file)
    desk.press("O", CTRL)
    preview = desk.dialog(ImportDialog)
    assert asked == ["Open a deck file"]
    assert preview.headline.text() == "Import this deck?"
    assert "3 added" in [choice.text() for choice in preview.choices.buttons()]
    desk.press("Return")
    desk.wait(lambda: titles(desk) == [*before, "Our harbour"])
    assert desk.said() == "“Our harbour”: 3 notes added."
    home = desk.at_home()
    desk.wait(lambda: desk.window.shell.focusWidget() is home.rows[-1].study)

    desk.click_on("Study Our harbour")
    desk.in_session()
    for rating in ("4", "4", "4"):
        desk.press("Space")
        desk.press(rating)
    desk.press("Escape")
    desk.at_home()

    deck_file.write_text(EDITED, encoding="utf-8")
    desk.drop(deck_file)
    preview = desk.dialog(ImportDialog)
    assert preview.headline.text() == "Update this deck?"
    assert "What you have learned is kept." in preview.explanation.text()
    kinds = [choice.text() for choice in preview.choices.buttons()]
    assert kinds == ["1 added", "1 changed", "1 retired"]
    desk.press("Return")
    desk.wait(lambda: "1 note added, 1 note changed, 1 note retired." in desk.said())
    assert_progress_kept(desk)
    desk.close()

    home = desk.open_at_home()
    assert titles(desk) == [*before, "Our harbour"]
    desk.wait(lambda: "2 of 3 learned · studied today" in words_on(home.rows[-1]))
    assert_progress_kept(desk)
    desk.close()


def assert_all_problems_listed(desk: Desk, deck_file: Path) -> None:
    """The preview shows each problem with its place, and offers nothing but to close it."""
    checked = read_checked(deck_file, {})
    codes = [problem.code for problem in checked.problems]
    assert codes == ["unknown-field", "passage-missing", "duplicate-note"]
    preview = desk.dialog(ImportDialog)
    assert preview.headline.text() == "This file can't be imported as it is."
    assert preview.import_button is None
    (panel,) = preview.findChildren(ProblemsPanel)
    shown = panel.text.toPlainText()
    for problem in checked.problems:
        place = f"{deck_file.name}:{problem.line}:{problem.column}"
        assert f"{place}  {problem.code}" in shown
        assert problem.message in shown
        assert problem.hint in shown
    desk.click_on("Copy all", preview)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied == [str(problem) for problem in checked.problems]
    desk.press("Escape")
    assert not preview.isVisible()


def assert_progress_kept(desk: Desk) -> None:
    """What was learned of an edited note stays; a retired one is not asked, a new one is new."""
    cards = desk.study.cards(desk.study.search('deck:"harbour"'))
    states = {card.id.note: card.status.memory.state for card in cards}
    assert states == {"opening": State.REVIEW, "depth": State.REVIEW, "goods": State.NEW}
    (edited,) = [card for card in cards if card.id.note == "depth"]
    assert edited.note.fields["question"] == "How deep was the dock when it opened?"
    retired = CardId("harbour", "cranes", edited.id.card)
    assert len(desk.study.collection.entries(retired)) == 1


def test_the_same_file_again_has_nothing_to_import(desk: Desk, deck_file: Path) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    desk.drop(deck_file)
    preview = desk.dialog(ImportDialog)
    assert preview.headline.text() == "There is nothing to import."
    assert "3 notes" in preview.explanation.text()
    desk.press("Escape")
    desk.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_deck_file_is_checked_mended_and_checked_again(
    desk: Desk, deck_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    slip = FINE.replace("answer: In May 1883", "answer: In May 1884")
    mended = deck_file.with_name("mended.yaml")
    mended.write_text(slip + "    waive: {given-away: It is a joke.}\n", encoding="utf-8")
    deck_file.unlink()
    asked = choose_file(monkeypatch, mended)
    home = desk.at_home()
    desk.wait(lambda: len(home.rows) == 5)
    desk.menu(home.rows[-1].menu, "Check the deck file")
    check = desk.dialog(DeckCheck)
    assert asked == ["Check a deck file"]
    shown = check.problems.text.toPlainText()
    assert "mended.yaml:15:13  unsupported\n“1884” in the answer" in shown
    assert "unused-waiver" in shown

    mended.write_text(FINE, encoding="utf-8")
    desk.wait(lambda: "No problems" in words_on(check))
    desk.press("Escape")
    assert not check.isVisible()
    desk.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_removed_deck_comes_back_with_its_history(desk: Desk, deck_file: Path) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())
    desk.click_on("Study Our harbour")
    desk.in_session()
    card = desk.sitting.card.id
    desk.press("Space")
    desk.press("4")
    desk.press("Escape")

    home = desk.at_home()
    desk.wait(lambda: len(home.rows) == 5)
    desk.menu(home.rows[-1].menu, "Remove…")
    question = desk.dialog(QMessageBox)
    assert question.text() == "Remove “Our harbour”?"
    desk.click_on("Remove", question)
    desk.wait(lambda: len(home.rows) == 4)
    assert desk.study.search("harbour") == []

    desk.drop(deck_file)
    preview = desk.dialog(ImportDialog)
    assert [choice.text() for choice in preview.choices.buttons()] == ["3 returned"]
    desk.press("Return")
    desk.wait(lambda: len(home.rows) == 5)
    desk.wait(lambda: "1 of 3 learned · studied today" in words_on(home.rows[-1]))
    assert len(desk.study.collection.entries(card)) == 1
    desk.close()
