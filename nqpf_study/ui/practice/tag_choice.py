"""Choosing tags: a box for each that notes of some decks have, and a line that finds them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nqpf_study.domain.tags import folded
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import HALF, scaled
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted

if TYPE_CHECKING:
    from nqpf_study.study.marks import TagInUse

ROW = 28
"""The height of a tag's row in px at a text scale of 1, at least."""

_ROWS = 5
_TAG = Qt.ItemDataRole.UserRole


class TagChoice(QWidget):
    """Offers the tags of notes; where none is marked, notes need not have any."""

    def __init__(self, tags: Sequence[TagInUse], decks: Collection[str]) -> None:
        """Offer those of `tags` that notes of `decks` (ids) have, the learner's own first."""
        super().__init__()
        self._tags = sorted(tags, key=lambda one: (not one.own, one.tag))
        self._marked: set[str] = set()
        self._label = Text("", "small")
        self.field = _FindField()
        self.field.setPlaceholderText(self.tr("Find a tag"))
        self.field.setAccessibleName(self.tr("Find a tag"))
        self.field.setAccessibleDescription(self.tr("Enter marks the first one"))
        self.field.textChanged.connect(self._find)
        self.field.entered.connect(self._turn_first)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tags"))
        set_role(self.list, "choices")
        self.list.itemChanged.connect(self._take)
        self._before: Qt.CheckState | None = None
        self.list.itemPressed.connect(self._press)
        self.list.itemClicked.connect(self._click)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(HALF)
        for part in (self._label, self.field, self.list):
            down.addWidget(part)
        self.show_decks(decks)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the marked tags, as they are listed."""
        return tuple(item.data(_TAG) for item in self._items() if _is_marked(item))

    def show_decks(self, decks: Collection[str]) -> None:
        """Offer the tags of these decks; what was marked stays so for when it comes back."""
        with QSignalBlocker(self.list):  # nothing is marked anew
            self.list.clear()
            for one in self._tags:
                if notes := sum(one.notes.get(deck, 0) for deck in decks):
                    self._add(one, notes)
            row = max(self.list.sizeHintForRow(0), scaled(ROW, text_scale()))
            for item in self._items():
                item.setSizeHint(QSize(0, row))
        count = self.list.count()
        if count <= _ROWS:
            self.field.clear()
        self.field.setVisible(count > _ROWS)
        self.setVisible(bool(count))
        frame = 2 * (self.list.frameWidth() + HALF)
        self.list.setFixedHeight(max(1, min(count, _ROWS)) * row + frame)
        self._find()
        self._say()

    def _add(self, one: TagInUse, notes: int) -> None:
        said = self.tr("{tag}: {notes}, yours") if one.own else self.tr("{tag}: {notes}")
        count = counted(notes, self.tr("1 note"), self.tr("{n} notes"))
        item = QListWidgetItem(said.replace("{notes}", count).replace("{tag}", one.tag))
        item.setData(_TAG, one.tag)
        states = Qt.CheckState
        item.setCheckState(states.Checked if one.tag in self._marked else states.Unchecked)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _take(self, item: QListWidgetItem) -> None:
        (self._marked.add if _is_marked(item) else self._marked.discard)(item.data(_TAG))
        self._say()

    def _press(self, item: QListWidgetItem) -> None:
        self._before = item.checkState()

    def _click(self, item: QListWidgetItem) -> None:
        """Have a click on a tag's name do what one on its box does."""
        if item.checkState() is self._before:
            _turn(item)
        self._before = item.checkState()  # a second click in a row presses nothing anew

    def _find(self) -> None:
        """Show the tags with what is typed in them, and those that are marked."""
        wanted = folded(self.field.text().strip())
        for item in self._items():
            item.setHidden(wanted not in folded(item.data(_TAG)) and not _is_marked(item))

    def _turn_first(self) -> None:
        """Mark the first tag with what is typed in it, or take its mark off."""
        wanted = folded(self.field.text().strip())
        for item in self._items():
            if wanted in folded(item.data(_TAG)):
                _turn(item)
                self.list.scrollToItem(item)
                self.field.clear()
                return

    def _say(self) -> None:
        number = len(self.chosen)
        self._label.setText(
            self.tr("Tags: any, or none")
            if not number
            else counted(
                number,
                self.tr("Tags: cards with the one that is marked"),
                self.tr("Tags: cards with any of the {n} that are marked"),
            )
        )


class _FindField(QLineEdit):
    """A line in which Enter takes what is written; on an empty one Enter is the dialog's."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is written on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _is_marked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _turn(item: QListWidgetItem) -> None:
    states = Qt.CheckState
    item.setCheckState(states.Unchecked if _is_marked(item) else states.Checked)
