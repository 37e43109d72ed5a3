"""The gallery's stage: a window on a copy of a demonstration collection, and its picture."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from demonstration import Learner
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QImage, QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from scenes import Scene, learner_of, scenes

from nqpf_study.app import COLLECTION, Study
from nqpf_study.ui.crash import CrashHandler
from nqpf_study.ui.language import Language, speak
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look, colours
from nqpf_study.ui.window import Window
from nqpf_study.ui.work import Job

if TYPE_CHECKING:
    from nqpf_study.ui.pages import Page
    from nqpf_study.ui.session.sitting import Sitting

SIZES = (QSize(800, 560), QSize(1100, 720))
LOOKS = (Appearance.LIGHT, Appearance.DARK)
README = {
    "session-source-light-1100x720": "session-light",
    "session-source-dark-1100x720": "session-dark",
    "home-progress-light-1100x720": "home-light",
    "reader-light-1100x720": "reader-light",
    "explore-timeline-light-1100x720": "timeline-light",
    "session-order-judged-light-1100x720": "order-light",
    "progress-light-1100x720": "progress-light",
}
PATIENCE = 20_000
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

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        deadline = QDeadlineTimer(PATIENCE)
        while not until():
            if deadline.hasExpired():
                raise TimeoutError("the screen does not come")
            self.application.processEvents()

    def settle(self) -> None:
        """Let the window work until no job is under way and short timers have run out."""
        for _ in range(3):
            QTest.qWait(70)
            self.wait(lambda: not self.application.findChildren(Job))

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
        self.application.sendEvent(self.application.focusWidget(), committed)
        self.application.processEvents()

    def open_source(self) -> None:
        """Show the source beside the card."""
        self.press(Qt.Key.Key_S)
        self.wait(lambda: self.window.session.pane is not None)

    def picture(self) -> QPixmap:
        """Return the window as it looks, a dialog over it."""
        picture = self.shell.grab()
        for dialog in self.dialogs:
            over = dialog.grab()
            apart = picture.size() - over.size()
            corner = QPoint(max(0, apart.width() // 2), max(0, apart.height() // 2))
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
            painter.drawPixmap(corner, over)
            painter.setPen(QColor(colours().border))
            painter.drawRect(corner.x(), corner.y(), over.width() - 1, over.height() - 1)
            painter.end()
        return picture


class Gallery:
    """Draws scenes, each in a window of its own."""

    def __init__(
        self, application: QApplication, folder: Path, scale: float, language: Language
    ) -> None:
        self._application = application
        self._language = language
        speak(language)
        self._scale = scale
        self._folder = folder
        self._learners: dict[str, Learner] = {}
        self._look = Look(application, Appearance.LIGHT, 1.0)

    def draw(self, scene: Scene, look: Appearance, size: QSize) -> QPixmap:
        """Return the picture of a scene."""
        learner, home = self._learner(scene.collection), self._folder / "home"
        today = learner.clock.at
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        shutil.copy(learner.home / COLLECTION, home)
        with learner.open(home) as study:
            scene.prepare(study)
        scene.spoil(home)
        stage = self._open(learner, home, look, size)
        scene.show(stage)
        stage.settle()
        picture = stage.picture()
        self._close(stage)
        learner.clock.at = today
        return picture

    def _learner(self, collection: str) -> Learner:
        if collection not in self._learners:
            self._learners[collection] = learner_of(collection, self._folder)
        return self._learners[collection]

    def _open(self, learner: Learner, home: Path, look: Appearance, size: QSize) -> Stage:
        self._look.choose(look, self._scale)
        preferences = Preferences(home)
        preferences.appearance, preferences.text_scale = look, self._scale
        preferences.language = self._language
        shell = Shell()
        log_file = home / "logs" / "nqpf-study.log"
        window = Window(
            shell, home, preferences, self._look, CrashHandler(), log_file, learner.open
        )
        stage = Stage(self._application, learner, home, shell, window)
        QCursor.setPos(2 * size.width(), 2 * size.height())  # over nothing
        shell.resize(size)
        shell.show()
        shell.activateWindow()
        window.open()
        stage.wait(lambda: window.study is not None or window.opening.trouble)
        stage.settle()
        return stage

    def _close(self, stage: Stage) -> None:
        for dialog in stage.dialogs:
            dialog.close()
        stage.shell.close()
        stage.shell.deleteLater()
        self._application.processEvents()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def save(picture: QImage, path: Path) -> None:
    """Write a picture as a PNG, as small as Qt can make it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path), quality=0):
        raise OSError(f"{path} could not be written")


def reduced(picture: QImage) -> QImage:
    """Return a picture in at most 256 of its colours: a third of the bytes, and no eye sees it."""
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    commonest = [colour for colour, _ in Counter(pixels).most_common()]
    apart = 0
    while len(palette := _set_apart(commonest, apart)) > 256:
        apart += 4
    return picture.convertToFormat(QImage.Format.Format_Indexed8, palette)


def _set_apart(colours: list[int], apart: int) -> list[int]:
    """Return colours of which each differs from those before it by more than `apart`."""
    chosen: list[tuple[int, int, int]] = []
    for colour in colours:
        parts = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
        if all(max(map(abs, map(int.__sub__, parts, other))) > apart for other in chosen):
            chosen.append(parts)
    return [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in chosen]


def main() -> int:
    """Draw what the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(description="Draws every screen, light and dark.")
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--only", default="", help="only scenes whose name holds this")
    parser.add_argument("--readme", type=Path, help="the folder of the README's pictures")
    parser.add_argument("--language", choices=list(Language)[1:], default=Language.ENGLISH)
    parser.add_argument("--scale", type=float, default=1.0, help="the size of text: 0.8 to 2")
    args = parser.parse_args()
    application = QApplication(["gallery", "-style", "Fusion"])
    with tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(application, Path(folder), args.scale, Language(args.language))
        for scene in (scene for scene in scenes() if args.only in scene.name):
            for look in LOOKS:
                for size in SIZES:
                    name = f"{scene.name}-{look.value}-{size.width()}x{size.height()}"
                    picture = gallery.draw(scene, look, size).toImage()
                    save(picture, args.out / f"{name}.png")
                    if args.readme and name in README:
                        save(reduced(picture), args.readme / f"{README[name]}.png")
            print(scene.name, flush=True)
    return 0
