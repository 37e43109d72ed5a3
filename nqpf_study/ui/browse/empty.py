"""What the browser says where no card is to be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.browse.advice import advice
from nqpf_study.ui.browse.search_words import Known
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import Text


class EmptyResult(QWidget):
    """Says what to do: clear the search, or import a deck."""

    clear_requested = Signal()

    search_requested = Signal(str)
    """Search for this, which may have been meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", "lead", wrap=True)
        self._advice = Text("", "muted", wrap=True)
        self.clear = QPushButton(self.tr("Clear the search"))
        self.clear.clicked.connect(self.clear_requested)
        self._meant = ""
        self.instead = QPushButton()
        self.instead.clicked.connect(lambda: self.search_requested.emit(self._meant))
        self._offer("")
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(STEP)
        column.addStretch(1)
        for said in (self._heading, self._advice):
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(said)
        column.addSpacing(STEP)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    @property
    def said(self) -> str:
        """Return what is said."""
        return f"{self._heading.text()} {self._advice.text()}"

    def _offer(self, search: str) -> None:
        """Offer another search, or none."""
        self._meant = search
        self.instead.setVisible(bool(search))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave as much of a long search on its button as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        said = self.tr("Search for “{search}”").replace("{search}", self._meant)
        room = self.width() - 2 * ROOM - 2 * GAP
        shown = self.instead.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, room)
        self.instead.setText(shown.replace("&", "&&"))
        self.instead.setToolTip("" if shown == said else said)
        self.instead.setAccessibleName(said)

    def explain(self, search: str, known: Known) -> None:
        """Say why this search shows nothing, and what to do."""
        meant = ""
        searched = bool(search.strip())
        if searched:
            heading = self.tr("No card fits “{search}”.").replace("{search}", search.strip())
            advised = advice(search, known)
            said, meant = advised.said, advised.instead
        else:
            heading = self.tr("There are no cards yet.")
            said = self.tr("Cards come in deck files: drop one on this window to import it.")
        self._heading.setText(heading)
        self._advice.setText(said)
        self.clear.setVisible(searched)
        self._offer(meant)
