"""The line above the card: how far the session has come, and the few controls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QToolButton, QVBoxLayout, QWidget

from nqpf_study.study.agenda import Remaining
from nqpf_study.ui import words
from nqpf_study.ui.accessible import call
from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, HIT, STEP
from nqpf_study.ui.widgets.growing import grow_alone
from nqpf_study.ui.widgets.text import Text


class TopLine(QWidget):
    """A thin progress bar, what remains, and buttons for the acts that have no other place."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._counts = Text("", "small")
        self.menu: QMenu | None = None
        """The menu of further actions, where there is one."""
        self.kind = Text("", "small", wrap=True)
        self.kind.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.kind.hide()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(STEP, STEP, STEP, STEP)
        self._row.setSpacing(STEP)
        self._row.addWidget(self._button("x", self.tr("End (Esc)"), self.ended.emit))
        self._row.addWidget(self._bar, 1)
        self._row.addSpacing(STEP)
        self._row.addWidget(self._counts)
        self._row.addSpacing(GAP)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self._row)
        down.addWidget(self.kind)

    def show_kind(self, text: str) -> None:
        """Say what kind of session it is and whether it counts; nothing of an ordinary one."""
        self.kind.setText(text)
        self.kind.setVisible(bool(text))

    def add_action(self, action: QAction, picture: str) -> None:
        """Add a button for an action of the session."""
        action.setIcon(icon(picture))
        button = QToolButton()
        button.setDefaultAction(action)
        self._dress(button, action.toolTip())
        action.changed.connect(lambda: call(button, action.toolTip()))
        self._row.addWidget(button)

    def add_menu(self, name: str, actions: list[QAction]) -> None:
        """Add a button that opens a menu of further actions."""
        button = QToolButton()
        button.setIcon(icon("ellipsis-vertical"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(button)
        self.menu.addActions(actions)
        button.setMenu(self.menu)
        self._dress(button, name)
        self._row.addWidget(button)

    def open_menu_over(self, card: QWidget) -> None:
        """Have a right click on the card open the menu too."""

        def popup(at: QPoint) -> None:
            if self.menu is not None:
                self.menu.popup(card.mapToGlobal(at))

        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(popup)

    def show_state(self, done: int, remaining: Remaining) -> None:
        """Show how many cards were graded and what is still to come."""
        self.show_progress(
            done,
            done + remaining.total,
            words.waiting(remaining.new, remaining.learning, remaining.due),
        )

    def show_progress(self, done: int, total: int, said: str) -> None:
        """Show that `done` of `total` are done, and say what is to come."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._counts.setText(said)

    def _button(self, picture: str, what: str, pressed: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.clicked.connect(pressed)
        self._dress(button, what)
        return button

    @staticmethod
    def _dress(button: QToolButton, what: str) -> None:
        set_role(button, "flat")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        grow_alone(button, 18, HIT + HALF)
        call(button, what)
