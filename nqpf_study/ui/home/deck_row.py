"""A deck on the study home."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.study.statistics import DeckOverview
from nqpf_study.ui import words
from nqpf_study.ui.home.ahead import AheadMenu
from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, HIT, STEP
from nqpf_study.ui.widgets.growing import grow_alone
from nqpf_study.ui.widgets.text import CardText, Text

LARGE = 1.5
"""The text scale from which the counts stand below the title."""


class DeckRow(QFrame):
    """A deck: title, what waits, how much is learned, and what can be done with it."""

    asked = Signal(str, str)
    """Do this with the deck, and the deck's id.

    What: study, ahead-1, ahead-3, ahead-7, cram, practice, browse, exam, limits, export, print,
    pack, check, file or remove.
    """

    def __init__(
        self,
        deck: DeckOverview,
        studied: str,
        exam: str = "",
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`studied` and `exam` say how it stands, `about` what the deck says of itself."""
        super().__init__(parent)
        self.deck_id = deck.id
        set_role(self, "panel")
        self.setAccessibleName(deck.title)
        waiting = words.waiting(deck.new, deck.learning, deck.due)
        title = CardText(deck.title, "heading")
        title.setAccessibleName(f"{deck.title}: {waiting or self.tr('nothing now')}, {studied}")
        bar = QProgressBar()
        bar.setRange(0, max(1, deck.total))
        bar.setValue(deck.learned)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Learned of {deck}").replace("{deck}", deck.title))
        set_role(bar, "thin")
        if about and not deck.learned:
            bar.hide()
        self.study = QPushButton(self.tr("Study"))
        self.study.setAccessibleName(self.tr("Study {deck}").replace("{deck}", deck.title))
        self.study.setEnabled(bool(waiting))
        self.study.clicked.connect(lambda: self.asked.emit("study", self.deck_id))
        left = QVBoxLayout()
        left.setSpacing(HALF)
        left.addWidget(title)
        if about:
            left.addWidget(CardText(about, "small"))
        left.addWidget(Text(studied, "small", wrap=True))
        self.exam = Text(exam, "small", wrap=True)
        self.exam.setVisible(bool(exam))
        left.addWidget(self.exam)
        self.counts = Text(waiting or self.tr("nothing now"), "" if waiting else "muted")
        large = text_scale() >= LARGE
        if large:  # beside the buttons it would leave no room for the title
            self.counts.setWordWrap(True)
            left.insertWidget(1, self.counts)
        left.addSpacing(HALF)
        left.addWidget(bar)
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP, STEP + HALF, STEP, GAP)
        across.setSpacing(GAP)
        across.addLayout(left, 1)
        if not large:
            self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            across.addWidget(self.counts)
        across.addWidget(self.study)
        self.more = self._menu_button(deck.title)
        across.addWidget(self.more)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the deck's menu under the pointer."""
        self.menu.popup(event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Study the deck."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.study.click()

    def _menu_button(self, title: str) -> QToolButton:
        self.menu = QMenu(self)
        for what, text, picture in (
            ("study", self.tr("Study"), "graduation-cap"),
            ("ahead", self.tr("Study ahead"), "fast-forward"),
            ("cram", self.tr("Practise without grading"), "repeat-2"),
            ("practice", self.tr("Practice test…"), "clipboard-list"),
            ("browse", self.tr("Browse its cards"), "search"),
            ("", "", ""),
            ("exam", self.tr("Exam date…"), "calendar"),
            ("limits", self.tr("Limits and learning steps…"), "sliders-horizontal"),
            ("export", self.tr("Export to Anki…"), "upload"),
            ("print", self.tr("Print…"), "printer"),
            ("pack", self.tr("Pack to share…"), "package"),
            ("check", self.tr("Check the deck file"), "circle-check"),
            ("file", self.tr("Show the file"), "folder-open"),
            ("", "", ""),
            ("remove", self.tr("Remove…"), "trash-2"),
        ):
            if not what:
                self.menu.addSeparator()
                continue
            if what == "ahead":
                self.ahead = AheadMenu(text, self.menu)
                self.ahead.setIcon(icon(picture))
                self.ahead.chosen.connect(
                    lambda days: self.asked.emit(f"ahead-{days}", self.deck_id)
                )
                self.menu.addMenu(self.ahead)
                continue
            action = self.menu.addAction(icon(picture), text)
            action.triggered.connect(lambda _=False, what=what: self.asked.emit(what, self.deck_id))
        button = QToolButton()
        button.setIcon(icon("ellipsis-vertical"))
        grow_alone(button, 18, HIT)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        set_role(button, "flat")
        what = self.tr("More for {deck}").replace("{deck}", title)
        button.setAccessibleName(what)
        button.setToolTip(what)
        return button
