"""The window's frame: side bar, pages, message bar. Painted before anything else is imported.

Nothing here may use the `Qt` namespace, or call what returns one of its enums: PySide makes all
hundred of them at the first, which costs 25 to 40 ms, a tenth of the window's start.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.ui.icons import icon
from nqpf_study.ui.message_bar import Pages
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.growing import grow_beside_words

if TYPE_CHECKING:
    from nqpf_study.ui.drop_overlay import DropOverlay

SIDE_WIDTH = 184
"""The side bar's width in px, where its words need no more."""

SMALLEST = QSize(800, 560)
FIRST_SIZE = QSize(1100, 720)

MENU_PADDING = 12
"""How much higher the menu bar is than its words, in px: more than any style asks for."""


class Shell(QMainWindow):
    """The frame. Whoever fills it puts pages into `stack` and listens to its signals."""

    painted = Signal()
    """The window was painted for the first time."""

    chosen = Signal(str)
    """A place of the side bar was chosen: study, browse, sources, explore, ... or help."""

    files_dropped = Signal(list)
    """Files or folders (Paths) were dropped on the window."""

    closing = Signal()
    """The window is about to close."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = False
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self.setAcceptDrops(True)
        self._places: dict[str, QPushButton] = {}
        self._side = self._side_bar()
        self.stack = Pages()
        self._bar = self.stack.bar
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side)
        across.addWidget(self.stack, 1)
        self.setCentralWidget(ground)
        menus = self.menuBar()  # filled later: what is below it is not to move then
        menus.setMinimumHeight(menus.fontMetrics().height() + MENU_PADDING)

    def retell(self) -> None:
        """Write the side bar anew, in the language that is spoken now."""
        for place, name, _ in self._named():
            self._places[place].setText(name)

    def say(self, text: str) -> None:
        """Show a message in the quiet bar at the bottom, for a while."""
        self._bar.say(text)

    def come_forward(self) -> None:
        """Show the window before all others, as far as the system lets a program do so."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def be_at(self, place: str) -> None:
        """Mark a place of the side bar as the one that is shown; Tab leads to it, arrows on."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first paint

        for each, button in self._places.items():
            here = each == place
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self._places[place].setChecked(True)

    def show_alone(self, *, alone: bool) -> None:
        """Leave the window to a session: without side bar and menus, or with them again."""
        self._side.setVisible(not alone)
        self.menuBar().setVisible(not alone)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell, once, that the window was painted."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button that has the focus: Qt does so in dialogs only."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first paint

        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the window closes, while its parts are still there."""
        self.closing.emit()
        super().closeEvent(event)

    @cached_property
    def overlay(self) -> DropOverlay:
        """Return what tells during a drag whether the files will be opened."""
        from nqpf_study.ui.drop_overlay import DropOverlay  # noqa: PLC0415 - at the first drag

        return DropOverlay(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take a drag that carries files, and say what dropping them would do."""
        if files := dragged(event):
            event.acceptProposedAction()
            self.overlay.show_for([file.name for file in files])

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Show the window as it was."""
        super().dragLeaveEvent(event)
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which files were dropped."""
        self.overlay.hide()
        if files := dragged(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _side_bar(self) -> QFrame:
        side = QFrame()
        set_role(side, "side")
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        down = QVBoxLayout(side)
        down.setContentsMargins(STEP, GAP, STEP, GAP)
        down.setSpacing(HALF)
        down.addStrut(SIDE_WIDTH - 2 * STEP)  # at least: larger words need more
        for place, name, picture in self._named():
            if place == "settings":
                down.addStretch(1)
            down.addWidget(self._place(place, name, picture))
        self._places["study"].setChecked(True)
        return side

    def _named(self) -> tuple[tuple[str, str, str], ...]:
        """Return each place with its name and its icon."""
        return (
            ("study", self.tr("Study"), "graduation-cap"),
            ("browse", self.tr("Browse"), "search"),
            ("sources", self.tr("Sources"), "book-open"),
            ("explore", self.tr("Explore"), "compass"),
            ("progress", self.tr("Progress"), "chart-column"),
            ("settings", self.tr("Settings"), "settings"),
            ("help", self.tr("Help"), "circle-question-mark"),
        )

    def _place(self, place: str, name: str, picture: str) -> QPushButton:
        button = PlaceButton(icon(picture), name)
        grow_beside_words(button, 20)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        set_role(button, "place")
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._places[place] = button
        return button


class PlaceButton(QPushButton):
    """A place in the side bar, with room for its name in the weight of the place shown."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of icon and name, the name in its wider weight."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(self.text())
        more = width - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more), 0)


def dragged(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this machine that a drag carries."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
