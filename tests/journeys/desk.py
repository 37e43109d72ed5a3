"""A learner at the window: what they see, press, type and click, on a data folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QThreadPool, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.language import speak
from nqpf_study.ui.pages import Page
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.progress.page import ProgressPage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.session.sitting import Phase, Sitting
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.settings.page import SettingsPage
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look
from nqpf_study.ui.window import Window
from nqpf_study.ui.work import Job, end_all_jobs
from tests.fakes.clock import Clock
from tests.fakes.dice import dice

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)

PATIENCE = 20_000
"""Milliseconds until a learner gives up: far beyond what anything takes, as tests time nothing."""

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """The window on the data folder `home`, with a clock that is moved by hand."""

    qtbot: QtBot
    application: QApplication
    home: Path
    clock: Clock = field(default_factory=Clock)
    _window: Window | None = None
    _look: Look | None = None

    # --- the window ---------------------------------------------------------------------------

    def open(self, **asked: Any) -> None:  # noqa: ANN401 - as Window.open
        """Start the program as `nqpf_study.ui.start` does, and wait until the window is filled."""
        preferences = Preferences(self.home)
        speak(preferences.language)
        appearance, scale = preferences.appearance, preferences.text_scale
        look = Look(self.application, appearance, scale, by_window=True)
        shell = Shell()
        look.dress(shell)

        def fill() -> None:
            log_file = self.home / "logs" / "nqpf-study.log"
            self._window = Window(
                shell, self.home, preferences, look, CrashHandler(), log_file, self._opened
            )
            self._window.open(**asked)

        shell.painted.connect(fill)
        with self.qtbot.waitActive(shell):
            shell.show()
        self._look = look
        self.wait(lambda: self._window is not None)

    def _opened(self, home: Path) -> Study:
        return Study.open(home, now=self.clock, random_bits=dice(1).getrandbits)

    def open_study(self) -> Study:
        """Open the collection without a window."""
        return self._opened(self.home)

    def open_at_home(self) -> HomePage:
        """Start the program, and wait until the study home shows what waits."""
        self.open()
        return self.at_home()

    def close(self) -> None:
        """Close the window by its key; nothing of it may be left."""
        shell = self.window.shell
        self.press("Q", CTRL)
        assert not shell.isVisible()
        assert QThreadPool.globalInstance().activeThreadCount() == 0
        running = [timer for timer in shell.findChildren(QTimer) if timer.isActive()]
        assert all(timer.isSingleShot() for timer in running), "something goes on by itself"
        assert self._look is not None
        for part in (shell, self._look):
            part.deleteLater()
        self._window = self._look = None
        self.application.processEvents()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.application.findChildren(Job)
        assert not [left for left in self.application.topLevelWidgets() if left.isVisible()]

    def leave(self) -> None:
        """Close what a test that failed left open, and undo what it chose for the application."""
        for left in self.application.topLevelWidgets():
            if isinstance(left, QDialog):
                left.close()
        if self._window is not None:
            shell, self._window = self._window.shell, None
            shell.close()
            shell.deleteLater()
        end_all_jobs()
        Look(self.application, Appearance.LIGHT, 1.0, by_window=True).deleteLater()
        self.application.processEvents()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def window(self) -> Window:
        """Return the window that is open."""
        assert self._window is not None, "no window is open"
        return self._window

    @property
    def study(self) -> Study:
        """Return the collection that the window works on."""
        assert self.window.study is not None
        return self.window.study

    # --- what is done -------------------------------------------------------------------------

    def press(self, key: str | Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, where the focus is."""
        if isinstance(key, str):
            key = Qt.Key[f"Key_{key}"]
        QTest.keyClick(self._focus(), key, modifier)

    def write(self, text: str) -> None:
        """Type words, where the focus is; Chinese comes from an input method, all at once."""
        if text.isascii():
            QTest.keyClicks(self._focus(), text)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        self.application.sendEvent(self._focus(), committed)

    def click(self, widget: QWidget) -> None:
        """Click into the middle of a widget."""
        self.wait(widget.isVisible)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_on(self, words: str, within: QWidget | None = None) -> None:
        """Click the button that says so."""
        self.click(self.button(words, within))

    def menu(self, menu: QMenu, entry: str) -> None:
        """Choose an entry of a menu."""
        (action,) = [action for action in menu.actions() if action.text() == entry]
        menu.popup(self.window.shell.mapToGlobal(self.window.shell.rect().center()))
        self.wait(menu.isVisible)
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, NONE, menu.actionGeometry(action).center()
        )

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until the focus is there."""
        for _ in range(60):
            if self._focus() is widget:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {widget}")

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        shell, data = self.window.shell, QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        where = shell.rect().center()
        held = (data, Qt.MouseButton.LeftButton, NONE)
        entered = QDragEnterEvent(where, Qt.DropAction.CopyAction, *held)
        self.application.sendEvent(shell, entered)
        assert entered.isAccepted(), "the window refuses the file"
        dropped = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, *held)
        self.application.sendEvent(shell, dropped)

    def come_back(self) -> None:
        """Turn to the window again, from another program."""
        self.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    def wait_for_the_clock(self) -> None:
        """Let the end of a session look at the clock, without waiting for its next look."""
        self.window.session.end._clock.timeout.emit()

    def settle(self) -> None:
        """Wait until no job is under way any more, and what came of them is laid out."""
        self.wait(lambda: not self.application.findChildren(Job))
        self.application.processEvents()

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)

    def _focus(self) -> QWidget:
        if QApplication.activeWindow() is None:  # after a dialog: there is no window manager here
            with self.qtbot.waitActive(self.window.shell):
                self.window.shell.activateWindow()
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found or self.window.shell

    # --- what is seen -------------------------------------------------------------------------

    def at_home(self) -> HomePage:
        """Wait for the study home, and return it."""
        page = self.page(HomePage)
        self.wait(page.headline.text)
        return page

    def page(self, kind: type[P]) -> P:
        """Wait until a page of this kind is on the screen, and return it."""
        self.wait(lambda: isinstance(self.window.places.current, kind))
        shown = self.window.places.current
        assert isinstance(shown, kind)
        return shown

    def go(self, kind: type[P]) -> P:
        """Go to a page by its key, and return it."""
        keys = {
            HomePage: "1",
            BrowsePage: "2",
            SourcesPage: "3",
            ExplorePage: "4",
            ProgressPage: "5",
            SettingsPage: "Comma",
        }
        if kind is HelpPage:
            self.press("F1")
        else:
            self.press(keys[kind], CTRL)
        return self.page(kind)

    def in_session(self) -> SessionView:
        """Wait for the session, and return it."""
        session = self.window.session
        self.wait(lambda: session.isVisible() and session.sitting is not None)
        return session

    @property
    def sitting(self) -> Sitting:
        """Return what the session shows."""
        sitting = self.window.session.sitting
        assert sitting is not None
        return sitting

    @property
    def phase(self) -> Phase:
        """Return whether the session shows a question, its answer, or the end."""
        return self.sitting.phase

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Wait for the one button on the screen that says so, and return it."""

        def found() -> list[QAbstractButton]:
            ground = within or QApplication.activeWindow() or self.window.shell
            return [
                button
                for button in ground.findChildren(QAbstractButton)
                if button.isVisible() and words in (button.text(), button.accessibleName())
            ]

        self.wait(lambda: len(found()) == 1)
        return found()[0]

    def dialog(self, kind: type[W]) -> W:
        """Wait for a dialog of this kind, and return it."""

        def shown() -> list[W]:
            tops = self.application.topLevelWidgets()
            return [top for top in tops if isinstance(top, kind) and top.isVisible()]

        self.wait(shown)
        (found,) = shown()
        self.wait(found.isActiveWindow)
        return found

    def said(self) -> str:
        """Return what the quiet bar at the bottom says."""
        return words_on(self.window.shell._bar)


def words_on(widget: QWidget) -> str:
    """Return all words that a widget shows."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(getattr(label, "said", label.text()) for label in labels)


def choose_file(monkeypatch: Any, path: Path) -> list[str]:  # noqa: ANN401 - pytest's
    """Let the system's file dialogs answer `path`; return a list that fills with their titles."""
    asked: list[str] = []

    def answer(_parent: object, title: str, *_more: object) -> tuple[str, str]:
        asked.append(title)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def prepared(home: Path, loaded: Path) -> Path:
    """Make `home` a data folder in which the curated decks are loaded."""
    home.mkdir(parents=True)
    shutil.copy(loaded, home / loaded.name)
    return home
