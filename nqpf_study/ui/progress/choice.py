"""What the progress page is about: all decks or one, and how far it looks back and ahead."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from nqpf_study.ui.progress.span import Range
from nqpf_study.ui.tokens import STEP

_LEAST_LETTERS, _MOST_LETTERS = 12, 40


class ProgressChoice(QWidget):
    """Asks for a deck and for a range."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.deck, self.range = _Box(self.tr("Deck")), _Box(self.tr("Range"))
        self.deck.addItem(self.tr("All decks"), None)
        for over, name in self._names().items():
            self.range.addItem(name, over)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(STEP)
        for box in (self.deck, self.range):
            box.activated.connect(self.changed)
            across.addWidget(box)
        across.addStretch(1)

    @property
    def deck_id(self) -> str | None:
        """Return the deck's id, None for all decks."""
        chosen: str | None = self.deck.currentData()
        return chosen

    @property
    def over(self) -> Range:
        """Return the range."""
        return Range(self.range.currentData())

    @property
    def said(self) -> tuple[str, str]:
        """Return what a picture or a file of figures is called by: the deck, and the range too."""
        deck = "" if self.deck_id is None else self.deck.currentText()
        return deck, self.range.currentText()

    def show_decks(self, titles: Mapping[str, str]) -> None:
        """Offer these decks by id; one that was chosen stays chosen as long as it is there."""
        if titles == self._offered():
            return
        chosen = self.deck_id
        with QSignalBlocker(self.deck):
            while self.deck.count() > 1:
                self.deck.removeItem(1)
            for id_, title in titles.items():
                self.deck.addItem(title, id_)
                self.deck.setItemData(self.deck.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
            self.deck.setCurrentIndex(max(0, self.deck.findData(chosen) if chosen else 0))

    def _offered(self) -> dict[str, str]:
        return {
            self.deck.itemData(at): self.deck.itemText(at) for at in range(1, self.deck.count())
        }

    def _names(self) -> dict[Range, str]:
        return {
            Range.MONTH: self.tr("1 month"),
            Range.QUARTER: self.tr("3 months"),
            Range.YEAR: self.tr("1 year"),
            Range.ALL: self.tr("All time"),
        }


class _Box(QComboBox):
    """A box that shrinks where there is no room; what is chosen is whole in the tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows everything, or a long title's beginning."""
        return self._no_wider(super().sizeHint(), _MOST_LETTERS)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a few letters."""
        return self._no_wider(super().minimumSizeHint(), _LEAST_LETTERS)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Show as much of the text as there is room for."""
        super().initStyleOption(option)
        edit = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, edit, self).width()
        cut = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), cut, room)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

    def _no_wider(self, size: QSize, letters: int) -> QSize:
        room = self.fontMetrics().averageCharWidth() * letters + size.height()
        return QSize(min(size.width(), room), size.height())
