"""Tagging: the learner's tags with a box for each, and a line for new ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from nqpf_study.domain.tags import tags_in
from nqpf_study.study.marks import TagsThere
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import HALF, STEP, scaled
from nqpf_study.ui.widgets.tall_dialog import TallDialog
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted

LONGEST = 200
"""So many letters may be typed at once: tags are words."""

ROW = 28
"""The height of a tag's row in px at a text scale of 1, at least."""

_LEAST_ROWS, _MOST_ROWS = 2, 8
_BEFORE = Qt.ItemDataRole.UserRole


class TagDialog(TallDialog):
    """Offers the tags that some notes have, and all others, to be put on and taken off.

    A box is half marked where some of the notes have the tag; left so, each keeps what it has.
    """

    def __init__(self, there: TagsThere, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("TagDialog", "Tags"),
            counted(
                there.notes,
                QCoreApplication.translate("TagDialog", "Tags of 1 note"),
                QCoreApplication.translate("TagDialog", "Tags of {n} notes"),
            ),
            parent=parent,
        )
        self._notes = there.notes
        self.field = _TagField()
        self.field.entered.connect(self._take_typed)
        label = Text(self.tr("New tags, apart by spaces"), "small")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self.field.setAccessibleDescription(self.tr("Enter adds them to the list"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Your tags"))
        set_role(self.list, "choices")
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hint = Text(
            self.tr("Tags are words of your own, such as exam. Searching for tag:exam finds them."),
            "muted",
            wrap=True,
        )
        for tag in sorted(there.known, key=lambda tag: (tag not in there.counts, tag)):
            self._add(tag, there.counts.get(tag, 0))
        self.body.setSpacing(STEP)
        for part in (label, self.field, self.hint, self.list):
            self.body.addWidget(part)
        self.body.addWidget(
            Text(
                self.tr(
                    "A tag is on a note, with all of its cards. "
                    "The tags of the deck file stay as they are."
                ),
                "muted",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self._fit()
        self.field.setFocus()

    @property
    def added(self) -> tuple[str, ...]:
        """Return the tags to be put on those of the notes that have them not."""
        return (
            *self._with(Qt.CheckState.Checked, lambda before: before < self._notes),
            *tags_in(self.field.text()),
        )

    @property
    def removed(self) -> tuple[str, ...]:
        """Return the tags to be taken off."""
        return self._with(Qt.CheckState.Unchecked, lambda before: before > 0)

    def _with(self, state: Qt.CheckState, changed: Callable[[int], bool]) -> tuple[str, ...]:
        return tuple(
            item.text()
            for item in map(self.list.item, range(self.list.count()))
            if item.checkState() is state and changed(item.data(_BEFORE))
        )

    def _take_typed(self) -> None:
        """Put what was typed into the list, marked."""
        for tag in tags_in(self.field.text()):
            found = self.list.findItems(tag, Qt.MatchFlag.MatchExactly)
            item = found[0] if found else self._add(tag, 0)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.setCurrentItem(item)
        self.field.clear()
        self._fit()

    def _add(self, tag: str, before: int) -> QListWidgetItem:
        """Add a tag that so many of the notes have."""
        item = QListWidgetItem(tag)
        item.setData(_BEFORE, before)
        states = Qt.CheckState
        some = states.PartiallyChecked if before < self._notes else states.Checked
        item.setCheckState(some if before else states.Unchecked)
        self.list.addItem(item)
        return item

    def _fit(self) -> None:
        """Show the list once there is anything in it, as high as it needs to be."""
        count = self.list.count()
        self.list.setVisible(bool(count))
        self.hint.setVisible(not count)
        rows = max(_LEAST_ROWS, min(count, _MOST_ROWS))
        frame = 2 * (self.list.frameWidth() + HALF)
        row = max(self.list.sizeHintForRow(0), scaled(ROW, text_scale()))
        for number in range(count):
            self.list.item(number).setSizeHint(QSize(0, row))
        self.list.setFixedHeight(rows * row + frame)
        self.take_room()


class _TagField(QLineEdit):
    """A line in which Enter takes what is written; on an empty one Enter is the dialog's."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take tags on Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.text().strip() and not event.modifiers() & _WITH:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


_WITH = Qt.KeyboardModifier.ControlModifier
