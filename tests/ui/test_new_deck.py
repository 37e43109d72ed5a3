"""A teacher's new deck: what is asked, what is written, and what is offered then."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study, check_without_collection
from nqpf_study.content.starter import Starter
from nqpf_study.ui.language import Language, speak
from nqpf_study.ui.new_deck import MadeDialog, NewDeck, NewDeckDialog


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    made = tmp_path / "Documents"
    made.mkdir()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, documents: Path) -> NewDeckDialog:
    made = NewDeckDialog(documents)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def create(qtbot: QtBot, dialog: NewDeckDialog) -> Starter:
    with qtbot.waitSignal(dialog.made) as made:
        dialog.create_button.click()
    return cast("Starter", made.args[0])


def test_the_folder_is_named_as_the_deck(dialog: NewDeckDialog, documents: Path) -> None:
    assert dialog.folder.text() == str(documents / "My deck")
    QTest.keyClicks(dialog.title, "Tides: why?")  # in place of the marked title
    assert dialog.title.text() == "Tides: why?"
    assert dialog.folder.text() == str(documents / "Tides  why")


def test_a_folder_that_was_chosen_stays(
    dialog: NewDeckDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "decks"))
    dialog.choose.click()
    QTest.keyClicks(dialog.title, "Our harbour")
    assert dialog.folder.text() == str(tmp_path / "decks")


def test_no_folder_was_chosen_after_all(
    dialog: NewDeckDialog, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.choose.click()
    assert dialog.folder.text() == str(documents / "My deck")


def test_enter_writes_a_deck_that_is_in_order(
    qtbot: QtBot, dialog: NewDeckDialog, documents: Path
) -> None:
    QTest.keyClicks(dialog.title, "Our harbour")
    with qtbot.waitSignal(dialog.made) as made:
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert made.args[0].deck == documents / "Our harbour" / "our-harbour.yaml"
    (checked,) = check_without_collection([made.args[0].deck])
    assert checked.problems == ()
    assert not dialog.isVisible()


def test_a_folder_may_be_typed_from_the_documents_on(
    qtbot: QtBot, dialog: NewDeckDialog, documents: Path
) -> None:
    dialog.folder.setText("school/decks")
    assert create(qtbot, dialog).deck.parent == documents / "school" / "decks"


def test_home_may_be_a_wave(
    qtbot: QtBot, dialog: NewDeckDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    dialog.folder.setText("~/decks")
    assert create(qtbot, dialog).deck.parent == tmp_path / "decks"


def test_what_cannot_be_is_said_and_may_be_mended(
    qtbot: QtBot, dialog: NewDeckDialog, documents: Path
) -> None:
    folder = documents / "My deck"
    folder.mkdir()
    (folder / "my-deck.yaml").write_text("a year's work", "utf-8")
    dialog.create_button.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert "a file my-deck.yaml" in dialog.error.text()
    assert [path.name for path in folder.iterdir()] == ["my-deck.yaml"]
    dialog.title.setText("Another one")
    assert create(qtbot, dialog).deck == folder / "another-one.yaml"


def test_in_a_chinese_window_the_deck_explains_itself_in_chinese(
    qtbot: QtBot, documents: Path
) -> None:
    speak(Language.CHINESE)
    try:
        dialog = NewDeckDialog(documents)
        qtbot.addWidget(dialog)
        dialog.show()
        made = create(qtbot, dialog)
    finally:
        speak(Language.ENGLISH)
    assert made.deck.parent.name == "我的牌组"
    assert "这是您的牌组" in made.deck.read_text("utf-8")
    assert "蜜蜂" in made.source.read_text("utf-8")


def test_a_title_and_a_folder_are_needed(qtbot: QtBot, dialog: NewDeckDialog) -> None:
    dialog.folder.setText(" ")
    dialog.create_button.click()
    assert dialog.error.text() == "Choose a folder for it."
    dialog.folder.setText("decks")
    dialog.title.setText(" ")
    dialog.create_button.click()
    qtbot.waitUntil(lambda: "needs a title" in dialog.error.text())
    assert dialog.create_button.isEnabled()


def test_what_was_written_is_listed_with_what_to_do_next(qtbot: QtBot, tmp_path: Path) -> None:
    starter = Starter(tmp_path / "a.yaml", tmp_path / "a.txt", tmp_path / "deck-1.schema.json")
    made = MadeDialog(starter)
    qtbot.addWidget(made)
    made.show()
    said = " ".join(label.text() for label in made.findChildren(QLabel))
    for name in (str(tmp_path), "a.yaml", "a.txt", "deck-1.schema.json"):
        assert name in said
    assert made.edit.isDefault()
    for button, path in ((made.edit, starter.deck), (made.show_folder, tmp_path)):
        with qtbot.waitSignal(made.opened) as asked:
            button.click()
        assert asked.args == [path]
    with qtbot.waitSignal(made.guide_asked):
        made.guide.click()
    assert made.isVisible()
    for button, signal in ((made.try_it, made.preview_asked), (made.check, made.check_asked)):
        made.show()
        with qtbot.waitSignal(signal):
            button.click()
        assert not made.isVisible()


def test_every_control_has_a_name_for_screen_readers(dialog: NewDeckDialog) -> None:
    for part in (dialog.title, dialog.folder, *dialog.findChildren(QPushButton)):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name), part


def test_from_the_question_to_the_editor(
    qtbot: QtBot, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    new = NewDeck(window)
    study = cast("Study", object())
    new.ask(study)
    (dialog,) = window.findChildren(NewDeckDialog)
    starter = create(qtbot, dialog)
    (made,) = window.findChildren(MadeDialog)
    made.edit.click()
    with qtbot.waitSignal(new.message) as said:
        made.show_folder.click()
    assert asked == [str(starter.deck), str(starter.deck.parent)]
    assert str(starter.deck.parent) in said.args[0]
    with qtbot.waitSignal(new.check_asked) as checked:
        made.check.click()
    assert checked.args == [study, starter.deck]
    with qtbot.waitSignal(new.preview_asked) as preview:
        made.try_it.click()
    assert preview.args == [study, starter.deck]


def test_readers_are_told_the_fields_names_without_the_letters_of_their_keys(
    qtbot: QtBot, documents: Path
) -> None:
    speak(Language.CHINESE)
    try:
        dialog = NewDeckDialog(documents)
    finally:
        speak(Language.ENGLISH)
    qtbot.addWidget(dialog)
    names = [field.accessibleName() for field in (dialog.title, dialog.folder)]
    assert names == ["牌组标题", "文件夹"]
