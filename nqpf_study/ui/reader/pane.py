"""The source pane: beside a card, the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.study.lookup import LookedUp
from nqpf_study.ui.reader.excerpts import gathered, reach_for
from nqpf_study.ui.reader.passage_view import PassageView
from nqpf_study.ui.slices import Slices
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text

_LEAST = 280
"""The width that the pane has at least, in px; more where the buttons' words are larger."""

_AT_ONCE = 2
"""Views that are made at once; most cards have no more, and a session's pane no room for them."""


class SourcePane(QWidget):
    """Shows the passages of a card in the context of their sources, one below the other."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Source of the card"))
        self._passages: tuple[LookedUp, ...] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.show_passages(())

    @property
    def passages(self) -> tuple[LookedUp, ...]:
        """Return what is shown."""
        return self._passages or ()

    def show_passages(self, looked_up: tuple[LookedUp, ...]) -> None:
        """Show these passages instead of those before, the ones that were found first."""
        if looked_up == self._passages:
            return
        self._passages = looked_up
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        if not looked_up:
            column.addWidget(Text(self.tr("This card names no passage."), "muted", wrap=True))
        elif len(looked_up) > 1:
            count = self.tr("{n} passages").replace("{n}", str(len(looked_up)))
            column.addWidget(Text(count, "small"))
        column.addStretch()
        column.setSpacing(STEP + STEP // 2)
        views = self._views(looked_up, column)
        for _ in islice(views, _AT_ONCE):
            pass
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(_LEAST)
        self._have_room(inside)
        Slices(inside, self._rest(views, inside))

    def _views(self, looked_up: tuple[LookedUp, ...], column: QVBoxLayout) -> Iterator[None]:
        """Put a view below the others, one for each passage or for several close together."""
        for group in gathered(looked_up):
            view = PassageView(group, reach_for(looked_up))
            view.source_requested.connect(self.source_requested)
            column.insertWidget(column.count() - 1, view)
            yield

    def _rest(self, views: Iterator[None], inside: QWidget) -> Iterator[None]:
        for _ in views:
            self._have_room(inside)
            yield

    def _have_room(self, inside: QWidget) -> None:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(self.minimumWidth(), inside.minimumSizeHint().width() + bar))
