"""The table of cards, with the acts on those that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from nqpf_study.domain.review import Act
from nqpf_study.ui.browse.model import (
    ANSWER,
    DECK,
    DUE,
    FLAG,
    KIND,
    LAPSES,
    QUESTION,
    STATE,
    CardsModel,
)
from nqpf_study.ui.reader.controls import dress_table
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import HIT, scaled

_WIDTHS = {DECK: 120, KIND: 72, STATE: 92, DUE: 88, LAPSES: 68, FLAG: 28}
"""The widths of the columns that don't stretch, in px at a text scale of 1."""

_ROOM_FOR_ALL = 720
"""From this width on, in px at a text scale of 1, deck, kind and lapses have columns too."""

_ROOM_FOR_STAND = 440
"""From this width on, in px at a text scale of 1, state and due day have columns."""

_QUESTION_SHARE = 0.55

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CardTable(QTableView):
    """Rows of cards. B buries those that are chosen, ! suspends them, R resumes them.

    F flags them, T tags their notes, Ctrl+Shift+E exports these. E edits the present one's note.
    """

    act_requested = Signal(object)
    """Do this Act to the chosen cards."""

    flag_requested = Signal()
    """Flag the chosen cards, or take their flags off."""

    tag_requested = Signal()
    """Ask for tags of the chosen cards' notes."""

    export_requested = Signal()
    """Export the chosen cards' notes to Anki."""

    edit_requested = Signal()
    """Edit the present card's note."""

    study_requested = Signal()
    """Study the deck of the present card."""

    card_changed = Signal()
    """Another card is the present one."""

    choice_changed = Signal()
    """Other cards are chosen."""

    def __init__(self, model: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Cards"))
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # The titles would ask of each row whether it is chosen: seconds for a hundred thousand.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.moveSection(FLAG, 0)  # last in the model: a reader begins with the question
        self.acts = self._acts()
        self.offered = [*self.acts.values(), *self._marking()]
        self.edit_note = self._action(self.tr("Edit the note…"), "E", self.edit_requested.emit)
        self._pause = QTimer(self, singleShot=True, interval=60)
        self._pause.timeout.connect(self.card_changed)
        self.selectionModel().currentRowChanged.connect(self._pause.start)
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        model.modelReset.connect(self.choice_changed)
        model.modelReset.connect(self.card_changed)

    def chosen(self) -> list[int]:
        """Return the keys of the chosen cards, in the order of the table."""
        rows = sorted(
            row for ranges in self._ranges() for row in range(ranges.top(), ranges.bottom() + 1)
        )
        return [self.cards.key(row) for row in rows]

    def chosen_count(self) -> int:
        """Return how many cards are chosen."""
        return sum(ranges.height() for ranges in self._ranges())

    def go_to_first(self) -> None:
        """Take the focus, on the first card where none is the present one."""
        self.setFocus()
        if not self.currentIndex().isValid():
            self.selectRow(0)

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def present_key(self) -> int | None:
        """Return the key of the present card, None where there is none."""
        row = self.currentIndex().row()
        return self.cards.key(row) if 0 <= row < len(self.cards.keys) else None

    def go_to_key(self, key: int | None) -> None:
        """Choose a card where it is still there and is not the present one, else the first."""
        keys = self.cards.keys
        if keys and self.present_key() is None:
            self.selectRow(keys.index(key) if key in keys else 0)

    def _acts(self) -> dict[Act, QAction]:
        acts = {}
        for act, name, key in (
            (Act.SUSPEND, self.tr("Suspend"), "!"),
            (Act.BURY, self.tr("Bury until tomorrow"), "B"),
            (Act.RESUME, self.tr("Resume"), "R"),
        ):
            acts[act] = self._action(name, key, partial(self.act_requested.emit, act))
        acts[Act.BURY].setIconText(self.tr("Bury"))  # for a button with little room
        return acts

    def _marking(self) -> list[QAction]:
        flag = self._action(self.tr("Flag, or take the flag off"), "F", self.flag_requested.emit)
        flag.setIconText(self.tr("Flag"))
        tag = self._action(self.tr("Tag…"), "T", self.tag_requested.emit)
        export = self._action(
            self.tr("Export to Anki…"), "Ctrl+Shift+E", self.export_requested.emit
        )
        export.setIconText(self.tr("Export…"))
        return [flag, tag, export]

    def _action(self, name: str, key: str, does: Callable[[], object]) -> QAction:
        action = QAction(name, self)
        action.setIconText(name)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)
        return action

    def _choice_changed(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.choice_changed.emit()

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give question and answer the room that is left; leave columns out where it is small."""
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(scaled(HIT, text_scale()))
        room = self.viewport().width()
        everything = room >= _ROOM_FOR_ALL * text_scale()
        stand = room >= _ROOM_FOR_STAND * text_scale()
        left = room
        for column, width in _WIDTHS.items():
            shown = everything or column == FLAG or (stand and column in (STATE, DUE))
            self.setColumnHidden(column, not shown)
            self.setColumnWidth(column, scaled(width, text_scale()))
            left -= scaled(width, text_scale()) if shown else 0
        question = round(left * _QUESTION_SHARE)
        self.setColumnWidth(QUESTION, question)
        self.setColumnWidth(ANSWER, left - question)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave letters to the shortcuts: the rows are not searched by typing."""
        if event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done to the chosen cards."""
        if not self.chosen_count():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.offered)
        menu.addSeparator()
        menu.addAction(self.edit_note)
        menu.addAction(self.tr("Study this deck")).triggered.connect(self.study_requested)
        menu.popup(event.globalPos())
