"""A teacher's first steps: a new deck file, its cards, the page on decks, the example."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from nqpf_study import paths
from nqpf_study.domain.anchoring import Found
from nqpf_study.ui.deck_check.window import DeckCheck
from nqpf_study.ui.guide.dialog import GuideDialog
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.new_deck import MadeDialog, NewDeckDialog
from nqpf_study.ui.session.sitting import Phase
from tests.journeys.desk import CTRL, Desk

EXAMPLE = paths.guide().parent / "examples" / "tide-mills.yaml"


def titles(desk: Desk) -> list[str]:
    return [row.accessibleName() for row in desk.at_home().rows]


def study_all(desk: Desk) -> list[str]:
    """Study the session's cards to its end, each known; return their questions."""
    desk.in_session()
    asked: list[str] = []
    while desk.phase is not Phase.END:
        asked.append(desk.sitting.asked.face.question)
        desk.press("Space")
        desk.press("4")
    return asked


def test_from_a_title_to_the_first_question(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    desk.open_at_home()
    before = titles(desk)
    desk.press("N", CTRL)
    desk.dialog(NewDeckDialog)
    desk.write("Our harbour")
    desk.press("Return")
    made = desk.dialog(MadeDialog)
    names = {path.name for path in (tmp_path / "Our harbour").iterdir()}
    assert names == {"our-harbour.yaml", "our-harbour.txt", "deck-1.schema.json"}

    desk.click_on("Check it", made)
    check = desk.dialog(DeckCheck)
    assert [each.text() for each in check.choices.buttons()] == [
        *("No problems", "5 notes", "5 changes")
    ]
    desk.click_on("5 changes", check)
    assert check.changes.headline.text() == "Import this deck?"
    desk.click_on("Import now", check)
    desk.wait(lambda: check.choices.buttons()[2].text() == "No changes")
    desk.press("Escape")
    desk.wait(lambda: titles(desk) == [*before, "Our harbour"])
    desk.click_on("Study Our harbour")
    assert "Which sex are the workers of a colony of honey bees?" in study_all(desk)
    desk.press("Escape")
    desk.close()


def test_a_new_deck_file_is_found_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    begun: list[str] = []

    def look(_parent: object, _title: str, folder: str, *_more: object) -> tuple[str, str]:
        begun.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", look)
    desk.open_at_home()
    desk.press("O", CTRL)
    desk.press("N", CTRL)
    desk.dialog(NewDeckDialog)
    desk.write("Our harbour")
    desk.press("Return")
    desk.dialog(MadeDialog)
    desk.press("Escape")
    folder = tmp_path / "Our harbour"
    assert list(desk.window.recent.files) == [folder / "our-harbour.yaml"]
    for errand in ("open", "check"):
        desk.window.actions[errand].trigger()
    assert begun == [str(Path.home()), str(folder), str(folder)]
    desk.close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_page_on_decks_opens_from_the_help(desk: Desk) -> None:
    desk.open_at_home()
    page = desk.go(HelpPage)
    desk.wait(page.guide.isVisible)
    desk.tab_to(page.guide)
    desk.press("Space")
    guide = desk.dialog(GuideDialog)
    assert "Writing good cards" in guide.text.toPlainText()
    desk.window.actions["guide"].trigger()
    assert desk.dialog(GuideDialog) is guide
    desk.press("Escape")
    desk.wait(lambda: not desk.window.shell.findChildren(GuideDialog))
    desk.window.actions["guide"].trigger()
    desk.dialog(GuideDialog)
    desk.press("Escape")
    desk.close()


def test_the_example_is_imported_and_studied(desk: Desk) -> None:
    desk.open(files=[EXAMPLE])
    preview = desk.dialog(ImportDialog)
    assert preview.import_button is not None
    desk.press("Return")
    home = desk.at_home()
    desk.wait(lambda: len(home.rows) == 5)
    (row,) = [row for row in home.rows if row.accessibleName().startswith("Mills")]
    desk.click(row.study)
    asked = study_all(desk)
    assert "What is a tide mill?" in asked
    assert len(asked) == len(set(asked)) >= 10
    cards = desk.study.cards(desk.study.search('deck:"tide-mills"'))
    assert all(
        isinstance(found.anchored, Found) for card in cards for found in desk.study.passages(card)
    )
    desk.press("Escape")
    desk.close()
