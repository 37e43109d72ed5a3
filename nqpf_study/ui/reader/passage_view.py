"""Passages that a card rests on: their citation, their words in context, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from nqpf_study.domain.anchoring import Found
from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.icons import icon
from nqpf_study.ui.reader.citation import facts, quoted
from nqpf_study.ui.reader.controls import quiet
from nqpf_study.ui.reader.excerpt_text import EDGE, ExcerptText
from nqpf_study.ui.reader.excerpts import REACH, copies, excerpt
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import CARD_WIDTH, GAP, HALF, STEP, scaled
from nqpf_study.ui.widgets.text import CardText, Text

_LARGE = 1.5
"""The text scale from which the buttons stand below each other."""


class PassageView(QFrame):
    """A group of passages in their source's context, or a quotation with an honest word."""

    source_requested = Signal(str, object)
    """Open the source (its id) at the first Passage in the reader."""

    def __init__(
        self, group: Sequence[LookedUp], reach: int = REACH, parent: QWidget | None = None
    ) -> None:
        """Show a group of `reader.excerpts.gathered`, with `reach` characters around it."""
        super().__init__(parent)
        set_role(self, "panel")
        self.setMaximumWidth(scaled(CARD_WIDTH, text_scale()))
        self.looked_up = group[0]
        self._excerpt = excerpt(group, reach)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, GAP, STEP, STEP)
        column.setSpacing(STEP)
        self._cite(column)
        if notice := self._notice():
            said = Text(notice, "error", wrap=True)
            said.setContentsMargins(STEP, 0, STEP, 0)
            column.addWidget(said)
        self.words = ExcerptText(self._excerpt)
        words = QVBoxLayout()
        words.setContentsMargins(STEP - EDGE, 0, STEP - EDGE, 0)
        words.addWidget(self.words)
        column.addLayout(words)
        column.addLayout(self._actions())

    def _cite(self, column: QVBoxLayout) -> None:
        document = self.looked_up.document
        lines = QVBoxLayout()
        lines.setSpacing(HALF)
        lines.setContentsMargins(STEP, 0, STEP, 0)
        if document is None:
            lines.addWidget(Text(self.looked_up.passage.source, "lead"))
        else:
            title = CardText(document.source.title, "strong")
            lines.addWidget(title)
            lines.addWidget(Text(facts(document.source, with_language=False), "small", wrap=True))
        column.addLayout(lines)

    def _notice(self) -> str:
        document, passage = self.looked_up.document, self.looked_up.passage
        if document is None:
            said = self.tr("The source “{source}” is not in this collection.")
            return self._as_quoted(said.format(source=passage.source))
        if document.text is None:
            return self._as_quoted(self.tr("The file of this source is missing."))
        times = copies(self.looked_up)
        if times:
            said = self.tr(
                "These words stand in the source {times} times, and the card doesn't say which"
                " place it means."
            )
            return self._as_quoted(said.format(times=times))
        if not isinstance(self.looked_up.anchored, Found):
            return self._as_quoted(self.tr("This passage is no longer in the source."))
        return ""

    def _as_quoted(self, said: str) -> str:
        return f"{said} {self.tr('The card quotes it so:')}"

    def _actions(self) -> QBoxLayout:
        beside = text_scale() < _LARGE
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom)
        row.setSpacing(STEP if beside else 0)
        document = self.looked_up.document
        if document is not None and document.text is not None:
            opened = quiet(QPushButton(icon("book-open"), self.tr("Open in reader")))
            opened.setAccessibleDescription(self.tr("Shows the whole source at this passage"))
            opened.clicked.connect(self._open)
            row.addWidget(opened)
        copied = quiet(QPushButton(icon("copy"), self.tr("Copy")))
        copied.setToolTip(self.tr("Copy the quotation with its citation"))
        copied.setAccessibleName(self.tr("Copy the quotation with its citation"))
        copied.clicked.connect(self._copy)
        row.addWidget(copied)
        row.addStretch()
        return row

    def _open(self) -> None:
        passage = self.looked_up.passage
        self.source_requested.emit(passage.source, passage)

    def _copy(self) -> None:
        document = self.looked_up.document
        source = document.source if document else None
        QGuiApplication.clipboard().setText(quoted(self._excerpt.quoted, source))
