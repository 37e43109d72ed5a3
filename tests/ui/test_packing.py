"""Packing a deck from the File menu, or its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.content.unpacking import Limits, read_package
from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.deck_acts import DeckActs
from nqpf_study.ui.deck_check.checking import DeckChecking
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.packing import Packing
from nqpf_study.ui.widgets.written import Written
from tests.fakes.study import MemoryStudy, memory_study, terms

DECK = """\
format: 1
deck: {id: sea, title: The sea}
sources: [{id: text, title: A text, publisher: P, published: "2024", file: sea.txt}]
notes:
  - {id: one, kind: basic, question: Q, answer: A, passages: [{source: text, exact: salt water}]}
"""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def packing(window: QWidget) -> Packing:
    return Packing(window, DeckFiles(window))


@pytest.fixture
def acts(window: QWidget, packing: Packing) -> DeckActs:
    files = packing._files
    return DeckActs(window, files, DeckChecking(window, files), AnkiExport(window), packing)


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "sea.txt").write_text("It is salt water.", "utf-8")
    path = tmp_path / "sea.nqpf.yaml"
    path.write_text(DECK, "utf-8")
    return path


def choose(monkeypatch: pytest.MonkeyPatch, deck: Path, out: Path | str) -> list[str]:
    """Let the file dialogs answer; return a list that fills with what was suggested."""
    suggested: list[str] = []

    def save(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        suggested.append(start)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(deck), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return suggested


@pytest.mark.parametrize("asked", ["out.nqpf.zip", "out", "out.zip", "out.nqpf"])
def test_a_deck_is_packed_to_where_it_is_wanted(
    qtbot: QtBot,
    window: QWidget,
    packing: Packing,
    study: MemoryStudy,
    deck: Path,
    asked: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    suggested = choose(monkeypatch, deck, deck.with_name(asked))
    packing.choose(study)
    qtbot.waitUntil(lambda: bool(window.findChildren(Written)))
    assert suggested == [str(deck.with_name("sea.nqpf.zip"))]
    out = deck.with_name("out.nqpf.zip")
    (told,) = window.findChildren(Written)
    assert told.text() == "The deck is packed"
    assert told.informativeText().startswith(f"{out}\n\nGive this file to your students.")
    assert sorted(read_package(out, Limits())) == ["sea.nqpf.yaml", "sea.txt"]


def test_nothing_is_done_where_nothing_is_chosen(
    packing: Packing, study: MemoryStudy, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, deck, "")
    packing.choose(study)
    assert not list(deck.parent.glob("*.zip"))


def test_a_deck_with_errors_is_shown_with_all_of_them(
    qtbot: QtBot,
    window: QWidget,
    packing: Packing,
    study: MemoryStudy,
    deck: Path,
) -> None:
    deck.write_text(DECK.replace("salt", "sweet"), "utf-8")
    packing.pack(study, deck, deck.with_name("out.nqpf.zip"))
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "sea.nqpf.yaml has errors. Nothing was packed."
    with qtbot.waitSignal(packing._files.check_asked) as asked:
        box.close()
    assert asked.args == [study, deck]
    assert not deck.with_name("out.nqpf.zip").exists()


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot, window: QWidget, packing: Packing, study: MemoryStudy, deck: Path
) -> None:
    packing.pack(study, deck, deck.parent / "nowhere" / "out.nqpf.zip")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "could not be written" in box.text()
    box.close()


def test_a_decks_menu_packs_its_file_and_proposes_the_learners_documents(
    qtbot: QtBot,
    acts: DeckActs,
    window: QWidget,
    study: MemoryStudy,
    deck: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = deck.with_name("out.nqpf.zip")
    study.collection.set_deck_file("terms", deck)
    suggested = choose(monkeypatch, deck.with_name("not asked for"), out)
    acts.do(study, "pack", "terms")
    qtbot.waitUntil(lambda: bool(window.findChildren(Written)))
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert suggested == [str(Path(folder) / "sea.nqpf.zip")]
    assert sorted(read_package(out, Limits())) == ["sea.nqpf.yaml", "sea.txt"]


def test_a_deck_whose_file_is_gone_is_packed_from_a_chosen_one(
    qtbot: QtBot,
    acts: DeckActs,
    window: QWidget,
    study: MemoryStudy,
    deck: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = deck.with_name("out.nqpf.zip")
    study.collection.set_deck_file("terms", deck.with_name("gone.yaml"))
    choose(monkeypatch, deck, out)
    acts.do(study, "pack", "terms")
    qtbot.waitUntil(lambda: bool(window.findChildren(Written)))
    assert sorted(read_package(out, Limits())) == ["sea.nqpf.yaml", "sea.txt"]
