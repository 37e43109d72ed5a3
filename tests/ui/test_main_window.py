from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Rating
from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.importing.dialog import ImportDialog
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.settings.limits import LimitsDialog
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look, text_scale
from nqpf_study.ui.widgets.waiting import Waiting
from nqpf_study.ui.widgets.written import Written
from nqpf_study.ui.window import Window
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

DECK = """\
format: 1
deck:
  id: cities
  title: Cities
notes:
  - id: capital
    kind: basic
    question: Which city is the capital of France?
    answer: Paris
"""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStudy:
    made = memory_study(tmp_path, terms())
    monkeypatch.setattr(Study, "open", lambda _home: made)
    return made


@pytest.fixture
def made(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Return a window that has not opened its collection yet."""
    preferences = Preferences(tmp_path)
    shell = Shell()
    qtbot.addWidget(shell)
    look = Look(qapp, Appearance.LIGHT, 1.0)
    window = Window(shell, tmp_path, preferences, look, CrashHandler(), tmp_path / "log")
    with qtbot.waitActive(shell):
        shell.show()
    yield window
    shell.close()
    look.choose(Appearance.LIGHT, 1.0)


@pytest.fixture
def window(made: Window, study: MemoryStudy, qtbot: QtBot) -> Window:
    """Return a window that shows the study home of `study`."""
    made.open()
    qtbot.waitUntil(lambda: made.study is study)
    qtbot.waitUntil(lambda: bool(home(made).rows))
    return made


def home(window: Window) -> HomePage:
    page = window.places.page("study")
    assert isinstance(page, HomePage)
    return page


def current(window: Window) -> QWidget | None:
    return window.shell.stack.currentWidget()


def words_of(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def in_session(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: current(window) is window.session)


def test_the_frame_is_painted_before_anything_heavy_is_imported() -> None:
    """Imported in a fresh process, the frame brings neither the collection nor the pages."""
    code = (
        "import sys, nqpf_study.ui.start;"
        "heavy = ('sqlalchemy', 'fsrs', 'yaml', 'alembic', 'genanki', 'nqpf_study.app',"
        " 'nqpf_study.domain.scheduling', 'nqpf_study.study.session', 'nqpf_study.ui.window');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_moves_when_the_menus_come(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, study: MemoryStudy
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    shell = Shell()
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    middle = shell.centralWidget()
    assert middle is not None
    before = middle.geometry()
    preferences = Preferences(tmp_path)
    Window(shell, tmp_path, preferences, look, CrashHandler(), tmp_path / "log").open()
    qtbot.waitUntil(lambda: shell.menuBar().actions() != [])
    QApplication.processEvents()
    assert study is not None
    assert middle.geometry() == before


def test_it_opens_on_the_study_home(window: Window) -> None:
    assert home(window).headline.text() == "4 cards, about 1 minute"
    assert window.shell.windowTitle() == "Study"


def test_enter_starts_a_session_that_has_the_window_to_itself(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    QTest.keyClick(home(window).start, Qt.Key.Key_Return)
    in_session(qtbot, window)
    assert not window.shell.menuBar().isVisible()
    QTest.keyClick(window.session, Qt.Key.Key_Space)
    QTest.keyClick(window.session, Qt.Key.Key_Space)
    assert store_of(study).ratings() == [Rating.GOOD]
    QTest.keyClick(window.session, Qt.Key.Key_Escape)
    assert window.shell.menuBar().isVisible()
    qtbot.waitUntil(lambda: "learning" in home(window).more.text())


@pytest.mark.usefixtures("study")
def test_studying_can_be_asked_for_from_the_start(qtbot: QtBot, made: Window) -> None:
    with qtbot.waitSignal(made.question_painted):
        made.open(study=True, decks=["terms"])
    assert current(made) is made.session


@pytest.mark.usefixtures("study")
def test_a_question_that_is_asked_for_waits_for_no_page(qtbot: QtBot, made: Window) -> None:
    made.open(study=True)
    in_session(qtbot, made)
    assert not made.shell.findChildren(HomePage)
    QTest.keyClick(made.session, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(home(made).rows))


def test_a_deck_that_is_not_there_leads_to_the_study_home(
    qtbot: QtBot, made: Window, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_decks: object) -> None:
        raise StudyError("There is no deck “none” in the collection.")

    monkeypatch.setattr(study, "session", unknown)
    made.open(study=True, decks=["none"])
    qtbot.waitUntil(lambda: current(made) is made.places.page("study"))
    assert "There is no deck" in words_of(made.shell.stack.bar)


def test_a_message_moves_nothing(qtbot: QtBot, window: Window) -> None:
    window.start(None)
    in_session(qtbot, window)
    button = window.session.bottom.ratings.reveal_button
    before = button.mapTo(window.shell, button.rect().topLeft())
    window.say("Undone: grade Good.")
    bar = window.shell.stack.bar
    assert bar.isVisible()
    assert bar.geometry().bottom() == window.shell.stack.rect().bottom()
    assert button.mapTo(window.shell, button.rect().topLeft()) == before
    window.go("browse")
    assert bar.isVisible()
    assert window.shell.stack.childAt(bar.geometry().center()) is not None
    window.say("")
    assert not bar.isVisible()


@pytest.mark.parametrize(
    "place", ["browse", "sources", "explore", "progress", "settings", "help", "study"]
)
def test_every_place_can_be_gone_to(window: Window, place: str) -> None:
    button = next(
        button
        for button in window.shell.findChildren(QPushButton)
        if button.property("role") == "place" and button.text().lower() == place
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.places.shown == place
    assert button.isChecked()
    assert window.shell.windowTitle() == button.text()


def test_a_session_waits_while_its_source_is_read(qtbot: QtBot, window: Window) -> None:
    window.start(None)
    in_session(qtbot, window)
    sitting = window.session.sitting
    assert sitting is not None
    window.session.source_requested.emit("qiushi", sitting.card.note.passages[0])
    page = window.places.current
    assert isinstance(page, SourcesPage)
    qtbot.waitUntil(page.reader.isVisible)
    window.go("study")
    assert current(window) is window.session
    assert window.session.sitting is sitting


def test_ctrl_z_takes_back_even_after_the_session(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    session = study.session()
    session.reveal()
    session.grade(Rating.AGAIN)
    qtbot.waitUntil(window.actions["undo"].isEnabled)
    window.actions["undo"].trigger()
    in_session(qtbot, window)
    assert window.session.card.question == "What plays the leading role?"
    assert not window.actions["undo"].isEnabled()
    assert current(window) is window.session


def test_ctrl_f_searches(window: Window) -> None:
    window.actions["find"].trigger()
    assert isinstance(window.places.current, BrowsePage)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.places.current.isAncestorOf(focused)


def test_browsing_a_deck_searches_for_its_cards(window: Window) -> None:
    row = home(window).rows[0]
    row.asked.emit("browse", "terms")
    assert isinstance(window.places.current, BrowsePage)


def test_text_grows_and_shrinks_and_is_remembered(window: Window, tmp_path: Path) -> None:
    for _ in range(20):
        window.actions["larger"].trigger()
    assert text_scale() == 2.0
    window.actions["smaller"].trigger()
    assert Preferences(tmp_path).text_scale == 1.75
    window.actions["normal"].trigger()
    assert text_scale() == 1.0


def test_full_screen_comes_and_goes(window: Window) -> None:
    window.actions["full"].trigger()
    assert window.shell.isFullScreen()
    window.actions["full"].trigger()
    assert not window.shell.isFullScreen()


def test_about_names_version_and_data_folder(window: Window, tmp_path: Path) -> None:
    window.actions["about"].trigger()
    (about,) = window.shell.findChildren(AboutDialog)
    said = " ".join(label.text() for label in about.findChildren(QLabel))
    assert str(tmp_path) in said
    assert "0.1.0" in said


def test_every_shortcut_does_one_thing(window: Window) -> None:
    keys = [key.toString() for action in window.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Ctrl+F", "Ctrl+Z", "F1", "F11", "Ctrl+Q"} <= set(keys)


# --- trouble ----------------------------------------------------------------------------------


def test_a_collection_that_cannot_be_opened_is_told_and_can_be_tried_again(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = StudyError("The collection is open elsewhere.", mend="Close it.", safe="All is safe.")
    answers: list[Study | StudyError] = [locked, memory_study(tmp_path, terms())]

    def opened(_home: Path) -> Study:
        answer = answers.pop(0)
        if isinstance(answer, StudyError):
            raise answer
        return answer

    monkeypatch.setattr(Study, "open", opened)
    made.open()
    qtbot.waitUntil(lambda: made.opening.trouble != "")
    assert made.opening.trouble == "The collection is open elsewhere.\nAll is safe.\nClose it."
    assert QApplication.focusWidget() is made.opening.retry
    made.go("browse")
    assert current(made) is made.opening, "there is nothing to browse yet"
    QTest.keyClick(made.opening.retry, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: made.study is not None)


def test_a_new_collection_waits_for_the_shipped_decks(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = memory_study(tmp_path)
    monkeypatch.setattr(Study, "open", lambda _home: new)
    go_on = Event()

    def load(_self: Study, progress: Progress) -> list[object]:
        progress(3, 10, "notes")
        assert go_on.wait(10)
        store_of(new).add(terms(), new.now())
        return []

    monkeypatch.setattr(Study, "load_curated", load)
    made.open()
    bar = made.opening.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.value() == 3)
    assert "Loading the decks" in words_of(made.opening)
    assert made.study is None, "there is nothing to study yet"
    go_on.set()
    qtbot.waitUntil(lambda: made.study is new and bool(home(made).rows))


def test_decks_that_cannot_be_loaded_leave_the_window_usable(
    qtbot: QtBot, made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = memory_study(tmp_path)
    monkeypatch.setattr(Study, "open", lambda _home: empty)

    def full(_self: Study, _progress: object) -> None:
        raise StudyError("The disk is full.")

    monkeypatch.setattr(Study, "load_curated", full)
    made.open()
    qtbot.waitUntil(lambda: bool(made.shell.findChildren(QMessageBox)))
    assert made.shell.findChildren(QMessageBox)[0].text() == "The disk is full."
    assert current(made) is home(made)


# --- deck files -------------------------------------------------------------------------------


def drop(window: Window, *paths: Path) -> bool:
    """Drag files over the window and drop them; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    what = (Qt.DropAction.CopyAction, data)
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *what, *held)
    enter.ignore()
    QApplication.sendEvent(window.shell, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window.shell, QDropEvent(QPointF(9, 9), *what, *held))
    return enter.isAccepted()


def test_a_dropped_deck_file_is_shown_before_it_is_imported(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    path = tmp_path / "cities.nqpf.yaml"
    path.write_text(DECK, encoding="utf-8")
    assert drop(window, path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    (dialog,) = window.shell.findChildren(ImportDialog)
    assert "cities" not in store_of(study).decks
    dialog.accept()
    qtbot.waitUntil(lambda: "cities" in store_of(study).decks)
    qtbot.waitUntil(lambda: len(home(window).rows) == 2)


def test_a_preview_that_is_turned_down_imports_nothing(
    qtbot: QtBot, window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    path = tmp_path / "cities.yaml"
    path.write_text(DECK, encoding="utf-8")
    window.open_deck_file(path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    window.shell.findChildren(ImportDialog)[0].reject()
    assert "cities" not in store_of(study).decks


def test_a_file_with_problems_is_shown_with_all_of_them(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(DECK.replace("answer:", "anwser:"), encoding="utf-8")
    window.open_deck_file(path)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(ImportDialog)))
    (dialog,) = window.shell.findChildren(ImportDialog)
    assert dialog.import_button is None


def test_a_deck_is_removed_only_when_that_is_confirmed(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    for button, left in ((QMessageBox.StandardButton.Cancel, ["terms"]), (None, [])):
        home(window).rows[0].asked.emit("remove", "terms")
        qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
        (box,) = window.shell.findChildren(QMessageBox)
        pressed = box.button(button) if button else other_button(box)
        pressed.click()
        qtbot.waitUntil(lambda: not window.shell.findChildren(QMessageBox))
        qtbot.waitUntil(lambda left=left: list(store_of(study).decks) == left)  # type: ignore[misc]
    assert study.backups == 1
    qtbot.waitUntil(lambda: home(window).headline.text() == "No decks yet")


def other_button(box: QMessageBox) -> QPushButton:
    cancel = box.button(QMessageBox.StandardButton.Cancel)
    return next(button for button in box.findChildren(QPushButton) if button is not cancel)


def test_limits_of_a_deck_are_changed_in_a_dialog(
    qtbot: QtBot, window: Window, study: MemoryStudy
) -> None:
    home(window).rows[0].asked.emit("limits", "terms")
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(LimitsDialog)))
    (dialog,) = window.shell.findChildren(LimitsDialog)
    dialog.new.setValue(1)
    dialog.accept()
    qtbot.waitUntil(lambda: study.deck_options()["terms"] == DeckOptions(new_per_day=1))
    qtbot.waitUntil(lambda: home(window).more.text() == "1 new")


# --- Anki, backups ----------------------------------------------------------------------------


def test_an_export_says_where_it_went(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "all.apkg"
    asked: list[tuple[Path, object]] = []

    def export(path: Path, decks: object, _progress: object) -> int:
        asked.append((path, decks))
        return 4

    monkeypatch.setattr(study, "export_anki", export)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out.with_suffix("")), ""))
    window.actions["export"].trigger()
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(Written)))
    assert asked == [(out, None)]
    (told,) = window.shell.findChildren(Written)
    assert told.text() == "4 notes exported"
    assert told.informativeText() == f"{out}\n\nOpen the file in Anki to import it."


def test_an_export_that_fails_is_told(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> int:
        raise StudyError("The disk is full.", safe="The decks are as they were.")

    monkeypatch.setattr(study, "export_anki", full)
    window.errands.export.export(study, tmp_path / "all.apkg", None)
    qtbot.waitUntil(lambda: bool(window.shell.findChildren(QMessageBox)))
    (box,) = window.shell.findChildren(QMessageBox)
    assert (box.text(), box.informativeText()) == (
        "The disk is full.",
        "The decks are as they were.",
    )


def test_a_long_job_shows_its_progress_and_can_be_stopped(
    qtbot: QtBot,
    window: Window,
    study: MemoryStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = Event()

    def export(_path: Path, _decks: object, progress: Progress) -> int:
        progress(3, 10, "writing")
        assert go_on.wait(10)
        progress(4, 10, "writing")
        raise AssertionError("it went on after it was stopped")

    monkeypatch.setattr(study, "export_anki", export)
    said: list[str] = []
    monkeypatch.setattr(window.shell, "say", said.append)
    window.errands.export.export(study, tmp_path / "all.apkg", None)
    (waiting,) = window.shell.findChildren(Waiting)
    assert not waiting.isVisible(), "what is done soon shows nothing"
    waiting.open()
    qtbot.waitUntil(lambda: "3 / 10" in [part.text() for part in waiting.findChildren(QLabel)])
    waiting.reject()
    go_on.set()
    qtbot.waitUntil(lambda: said == ["The export was stopped. Nothing was written."])


def test_a_backup_says_where_it_lies(
    qtbot: QtBot, window: Window, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.shell, "say", said.append)
    window.actions["backup"].trigger()
    qtbot.waitUntil(lambda: study.backups == 1 and bool(said))
    assert said[0].startswith("Backed up to ")


# --- leaving ----------------------------------------------------------------------------------


def test_closing_lets_the_collection_go_and_remembers_the_place(
    window: Window, study: MemoryStudy, tmp_path: Path
) -> None:
    window.shell.close()
    assert store_of(study).closed
    assert not Preferences(tmp_path).place("window").isEmpty()


def test_every_control_of_the_frame_has_a_name(window: Window) -> None:
    for part in window.shell.findChildren(QPushButton):
        if part.isVisible():
            known = QAccessible.queryAccessibleInterface(part)
            assert known.text(QAccessible.Text.Name), part


def test_the_window_fits_on_a_small_screen(window: Window) -> None:
    assert window.shell.minimumWidth() <= 800
    assert window.shell.minimumHeight() <= 560
    for place in ("study", "browse", "sources", "explore", "progress", "settings", "help"):
        window.go(place)
        assert window.shell.minimumSizeHint().width() <= 800, place
        assert window.shell.minimumSizeHint().height() <= 560, place
