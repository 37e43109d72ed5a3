"""The card, and beside it its source where asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from nqpf_study.ui.preferences import Preferences

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp
    from nqpf_study.ui.reader.pane import SourcePane

SPLIT = "session"
SHARES = [560, 440]


class Beside(QSplitter):
    """Holds the card's part, and the source pane once it was asked for; remembers their sizes."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    def __init__(self, card: QWidget, preferences: Preferences) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._preferences = preferences
        self._pane: SourcePane | None = None
        self.setChildrenCollapsible(False)
        self.addWidget(card)

    @property
    def pane(self) -> SourcePane | None:
        """Return the source pane while it is on the screen."""
        return self._pane if self._pane is not None and not self._pane.isHidden() else None

    def show_passages(self, passages: tuple[LookedUp, ...]) -> None:
        """Show passages beside the card."""
        pane = self._pane or self._made()
        pane.show_passages(passages)
        pane.show()

    def close_source(self) -> None:
        """Leave the card alone again."""
        if self._pane is not None:
            self._pane.hide()

    def _made(self) -> SourcePane:
        from nqpf_study.ui.reader.pane import SourcePane  # noqa: PLC0415 - when first shown

        self._pane = SourcePane()
        self._pane.source_requested.connect(self.source_requested)
        self.addWidget(self._pane)
        self.setSizes(SHARES)
        self.restoreState(self._preferences.place(SPLIT))
        self.splitterMoved.connect(lambda: self._preferences.keep_place(SPLIT, self.saveState()))
        return self._pane
