"""A teacher with her text editor beside the window: the check follows the file as she saves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.importing.dialog import ImportDialog
from tests.journeys.desk import Desk, words_on
from tests.journeys.test_window_teacher import EDITED, FINE, SOURCE, WITH_MISTAKES

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "harbour.txt").write_text(SOURCE, encoding="utf-8")
    file = folder / "harbour.yaml"
    file.write_text(FINE, encoding="utf-8")
    return file


def imported(desk: Desk, deck_file: Path) -> None:
    desk.open(files=[deck_file])
    desk.dialog(ImportDialog)
    desk.press("Return")
    desk.wait(lambda: "3 notes added" in desk.said())


def check_by_menu(desk: Desk) -> DeckCheck:
    home = desk.at_home()
    desk.wait(lambda: len(home.rows) == 5)
    desk.menu(home.rows[-1].menu, "Check the deck file")
    return desk.dialog(DeckCheck)


def parts(check: DeckCheck) -> list[str]:
    return [button.text() for button in check.choices.buttons()]


def quoted(check: DeckCheck) -> list[str]:
    return [found.passage.exact for found in check.cards.pane.passages]


def replace_as_editors_do(file: Path, text: str) -> None:
    """Write beside the file, and put that in its place."""
    new = file.with_name(f".{file.name}.swp")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def test_the_check_follows_the_file_and_imports_it(desk: Desk, deck_file: Path) -> None:
    imported(desk, deck_file)
    check = check_by_menu(desk)
    assert parts(check) == ["No problems", "3 notes", "No changes"]
    desk.click_on("3 notes", check)
    desk.click(check.cards.on)
    assert check.cards.note is not None
    assert check.cards.note.id == "depth"
    desk.wait(lambda: quoted(check) == ["six metres deep"])

    deck_file.write_text(EDITED, encoding="utf-8")
    desk.wait(lambda: parts(check) == ["No problems", "3 notes", "3 changes"])
    assert check.cards.note.id == "depth"
    assert "How deep was the dock when it opened?" in words_on(check.cards)
    replace_as_editors_do(deck_file, WITH_MISTAKES)
    desk.wait(lambda: parts(check) == ["3 errors, 1 warning", "1 note", "No import"])
    deck_file.unlink()
    desk.wait(lambda: parts(check)[0] == "1 error")
    replace_as_editors_do(deck_file, EDITED)
    desk.wait(lambda: parts(check)[2] == "3 changes")

    desk.click_on("3 changes", check)
    desk.click_on("1 changed", check)
    assert "How deep was the dock? → How deep was the dock when it opened?" in words_on(check)
    desk.click_on("Import now", check)
    desk.wait(lambda: parts(check)[2] == "No changes")
    assert check.focusWidget() is check.choices.button(2)
    assert len(desk.study.search("ice")) == 1
    desk.press("Escape")
    desk.close()
