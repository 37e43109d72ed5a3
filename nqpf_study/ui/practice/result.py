"""What a practice test came to: the points, by theme too, and what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.study.practice import Answered, Result, Theme
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.parts.rows import empty
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, ROOM, STEP, WIDE, scaled
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import running

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp


class ResultView(QScrollArea):
    """The result of a test, to read, to print and to keep."""

    left = Signal()
    save_asked = Signal()
    print_asked = Signal()
    source_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._headline = Text("", "display", wrap=True)
        self._more = Text("", "muted", wrap=True)
        self._back = QPushButton(self.tr("Back to the decks"))
        set_role(self._back, "primary")
        self._back.clicked.connect(self.left)
        self._print = QPushButton(self.tr("Print…"))
        self._print.clicked.connect(self.print_asked)
        self._save = QPushButton(self.tr("Save…"))
        self._save.clicked.connect(self.save_asked)
        self._themes_title = Text(self.tr("By theme, the weakest first"), "title", wrap=True)
        self._themes = QVBoxLayout()
        self._missed_title = Text(
            self.tr("Missed, and where the answer stands"), "title", wrap=True
        )
        self._missed = QVBoxLayout()
        self._missed.setSpacing(STEP)
        self._column = QWidget()
        self._lay_out()

    @property
    def headline(self) -> str:
        """Return what is said of the whole."""
        return self._headline.text()

    def show_result(self, result: Result) -> None:
        """Show what a test came to."""
        self._column.setMaximumWidth(scaled(CARD_WIDTH, text_scale()) + 2 * ROOM)
        answered = len(result.answered)
        self._headline.setText(
            self.tr("{points} of {n} points, {share}")
            .replace("{points}", f"{result.points:g}")
            .replace("{n}", str(answered))
            .replace("{share}", f"{result.share or 0:.0%}")
        )
        more = [self.tr("Your schedule is as it was.")]
        if answered < result.total:
            left = self.tr("{n} questions were not reached.")
            more.insert(0, left.replace("{n}", str(result.total - answered)))
        self._more.setText(running(more))
        empty(self._themes)
        if result.themes:
            self._themes.addWidget(_table(result.themes, self._heads()))
        self._themes_title.setVisible(bool(result.themes))
        empty(self._missed)
        self._missed_title.setVisible(bool(result.missed))
        for one in result.missed:
            card = MissedCard(one.face.question, one.face.answer, given_to(one))
            card.source_requested.connect(self.source_requested)
            self._missed.addWidget(card)
        self.verticalScrollBar().setValue(0)
        self._back.setFocus()

    def show_passages(self, passages: Sequence[tuple[LookedUp, ...]]) -> None:
        """Show the passages of what was missed, in its order."""
        for at, looked_up in enumerate(passages):
            item = self._missed.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, MissedCard):
                part.show_passages(looked_up)

    def _heads(self) -> tuple[str, str, str]:
        return self.tr("Theme"), self.tr("Questions"), self.tr("Right")

    def _lay_out(self) -> None:
        down = QVBoxLayout(self._column)
        down.setContentsMargins(ROOM, WIDE, ROOM, ROOM)
        down.setSpacing(GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self._back, self._print, self._save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        down.addWidget(self._headline)
        down.addWidget(self._more)
        down.addLayout(buttons)
        down.addSpacing(GAP)
        down.addWidget(self._themes_title)
        down.addLayout(self._themes)
        down.addWidget(self._missed_title)
        down.addLayout(self._missed)
        down.addStretch(1)
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self.setWidget(ground)


def given_to(one: Answered) -> str:
    """Return what was answered, nothing where it is not known."""
    if one.judgement is None:
        return ""
    if one.judgement.confused_with is not None:
        return one.judgement.confused_with.text
    return "; ".join(part.given for part in one.judgement.parts if part.given)


def _table(themes: Sequence[Theme], heads: Sequence[str]) -> QFrame:
    panel = QFrame()
    set_role(panel, "panel")
    grid = QGridLayout(panel)
    grid.setContentsMargins(GAP, GAP, GAP, GAP)
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(0, 1)
    right = Qt.AlignmentFlag.AlignRight
    for column, head in enumerate(heads):
        label = Text(head, "small")
        grid.addWidget(label, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
    for row, theme in enumerate(themes, 1):
        grid.addWidget(Text(theme.tag, wrap=True), row, 0)
        grid.addWidget(Text(str(theme.questions)), row, 1, right)
        grid.addWidget(Text(f"{theme.share:.0%}"), row, 2, right)
    return panel
