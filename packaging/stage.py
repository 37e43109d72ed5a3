"""The gallery's stage: a window on a copy of a demonstration collection, and its picture."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from checks import Fault, looked_over, unseen_focus
from demonstration import Learner, learner_of
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QCursor, QImage, QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from scenes import scenes
from shots import Shot

from nqpf_study.app import COLLECTION, Study
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.language import speak
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look, colours
from nqpf_study.ui.window import Window
from nqpf_study.ui.work import Job

if TYPE_CHECKING:
    from nqpf_study.ui.pages import Page
    from nqpf_study.ui.session.sitting import Sitting

PATIENCE = 60_000
"""Milliseconds after which a screen that does not come is an error."""


@dataclass
class Stage:
    """The window on a copy of a demonstration collection."""

    application: QApplication
    learner: Learner
    home: Path
    shell: Shell
    window: Window

    @property
    def collection(self) -> Study:
        """Return the collection that is open."""
        return cast("Study", self.window.study)

    @property
    def page(self) -> Page:
        """Return the page on the screen."""
        return cast("Page", self.window.places.current)

    @property
    def sitting(self) -> Sitting:
        """Return what the session shows."""
        return cast("Sitting", self.window.session.sitting)

    @property
    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        tops = self.application.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]

    @property
    def menus(self) -> list[QMenu]:
        """Return the menus that are open."""
        tops = self.application.topLevelWidgets()
        return [top for top in tops if isinstance(top, QMenu) and top.isVisible()]

    def menu_of(self, entry: QAction) -> QMenu:
        """Return the menu that an entry of the menu bar opens."""
        return next(menu for menu in self.shell.findChildren(QMenu) if menu.menuAction() is entry)

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        deadline = QDeadlineTimer(PATIENCE)
        while not until():
            if deadline.hasExpired():
                raise TimeoutError("the screen does not come")
            QTest.qWait(2)  # what works in other threads wants the machine as well

    def settle(self) -> None:
        """Let the window work until no job is under way and short timers have run out."""
        for _ in range(3):
            QTest.qWait(70)
            self.wait(lambda: not self.application.findChildren(Job))

    def rest(self) -> None:
        """Let the window work until it looks the same twice: all that comes later has come."""
        self.settle()
        before: QImage | None = None

        def is_still() -> bool:
            nonlocal before
            QTest.qWait(20)
            last, before = before, self.picture().toImage()
            return before == last

        self.wait(is_still)

    def bring_forward(self, window: QWidget) -> None:
        """Make a window the active one: the one before may still have to notice that it closed."""

        def is_active() -> bool:
            window.activateWindow()
            return window.isActiveWindow()

        self.wait(is_active)

    def study(self, deck: str | None) -> None:
        """Start a session over a deck, or over all."""
        self.window.start(None if deck is None else [deck])
        self.wait(lambda: self.window.session.isVisible() and self.window.session.sitting)

    def press(self, key: Qt.Key) -> None:
        """Press a key in the session."""
        QTest.keyClick(self.application.focusWidget() or self.window.session, key)
        self.application.processEvents()

    def write(self, text: str) -> None:
        """Type words where the focus is, Chinese as an input method does."""
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        self.application.sendEvent(cast("QWidget", self.application.focusWidget()), committed)
        self.application.processEvents()

    def open_source(self) -> None:
        """Show the source beside the card."""
        self.press(Qt.Key.Key_S)
        self.wait(lambda: self.window.session.pane is not None)

    def picture(self) -> QPixmap:
        """Return the window as it looks, a dialog over it."""
        picture = self.shell.grab()
        for dialog in self.dialogs:
            over = QRect(QPoint(), dialog.size())
            over.moveCenter(self.shell.rect().center())
            over.moveTopLeft(QPoint(max(0, over.x()), max(0, over.y())))
            painter = QPainter(picture)
            painter.fillRect(self.shell.rect(), QColor(0, 0, 0, 90))
            painter.drawPixmap(over.topLeft(), dialog.grab())
            painter.setPen(QColor(colours().border))
            painter.drawRect(over.adjusted(0, 0, -1, -1))
            painter.end()
        for menu in self.menus:
            painter = QPainter(picture)
            room = self.shell.size() - menu.size()  # a screen would have more below the window
            at = self.shell.mapFromGlobal(menu.pos())
            painter.drawPixmap(min(at.x(), room.width()), min(at.y(), room.height()), menu.grab())
            painter.end()
        return picture

    def faults(self, *, focus: bool) -> list[Fault]:
        """Return what can be seen to be wrong; asked for the focus, it is not where it was."""
        windows: list[QWidget] = [self.shell, *self.dialogs]
        self.bring_forward(windows[-1])
        windows += self.menus
        seen = [
            fault for window in windows for fault in looked_over(window, window.grab().toImage())
        ]
        has_focus = focus and not self.menus
        return [*seen, *(unseen_focus(windows[-1]) if has_focus else ())]


class Gallery:
    """Draws shots, each in a window of its own, on copies of the collections in a folder.

    The application has the device scale of all of its shots.
    """

    def __init__(self, application: QApplication, collections: Path, folder: Path) -> None:
        self._application = application
        self._collections = collections
        self._folder = folder
        self._look = Look(application, Appearance.LIGHT, 1.0, by_window=True)
        self._scenes = {scene.name: scene for scene in scenes()}

    def draw(self, shot: Shot) -> Iterator[tuple[Appearance, QImage, list[Fault]]]:
        """Yield the pictures of a shot, one for each look, each with the faults seen in it."""
        scene, home = self._scenes[shot.scene], self._folder / "home"
        learner = learner_of(scene.collection, self._collections)
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        shutil.copy(learner.home / COLLECTION, home)
        with learner.open(home) as study:
            scene.prepare(study)
        scene.spoil(home)
        speak(shot.language)
        stage = self._open(learner, home, shot)
        scene.show(stage)
        for look in shot.looks:
            stage.window.preferences.appearance = look
            stage.window.dress()
            stage.rest()
            yield look, stage.picture().toImage(), stage.faults(focus=look is shot.looks[-1])
        self._close(stage)

    def _open(self, learner: Learner, home: Path, shot: Shot) -> Stage:
        self._look.choose(shot.looks[0], shot.text)
        preferences = Preferences(home)
        preferences.appearance, preferences.text_scale = shot.looks[0], shot.text
        preferences.language = shot.language
        shell = Shell()
        self._look.dress(shell)
        log_file = home / "logs" / "nqpf-study.log"
        window = Window(
            shell, home, preferences, self._look, CrashHandler(), log_file, learner.open
        )
        stage = Stage(self._application, learner, home, shell, window)
        size = shot.size.window
        QCursor.setPos(2 * size.width(), 2 * size.height())  # over nothing
        shell.resize(size)
        shell.show()
        stage.bring_forward(shell)
        window.open()
        stage.wait(lambda: window.study is not None or window.opening.trouble)
        stage.settle()
        return stage

    def _close(self, stage: Stage) -> None:
        for top in (*stage.menus, *stage.dialogs):
            top.close()
        stage.shell.close()
        stage.shell.deleteLater()
        self._application.processEvents()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
