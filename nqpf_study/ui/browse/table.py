"""The table of cards, with the acts on those that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nqpf_study.domain.review import Act
from nqpf_study.study.ports import CardOrder
from nqpf_study.ui.browse.column_menu import ColumnMenu
from nqpf_study.ui.browse.columns import LOOKS, Column, column_name
from nqpf_study.ui.browse.header import TableHeader
from nqpf_study.ui.browse.model import CardsModel
from nqpf_study.ui.reader.controls import dress_table
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import HIT, STEP, scaled

_UNSORTED = -1
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

    order_changed = Signal()
    """The cards are wanted in another `order`."""

    card_changed = Signal()
    """Another card is the present one."""

    choice_changed = Signal()
    """Other cards are chosen."""

    def __init__(self, model: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Cards"))
        self.columns = columns = TableHeader(self)
        self.setHorizontalHeader(columns)
        dress_table(self)
        self.setItemDelegateForColumn(Column.FLAG, _Sign(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # The titles would ask of each row whether it is chosen: seconds for a hundred thousand.
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        self._let_sort(columns)
        columns.take(columns.chosen)
        self.column_menu = ColumnMenu(columns, self)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(
            lambda at: self.column_menu.popup(columns.mapToGlobal(at))
        )
        self.acts = self._acts()
        self.offered = [*self.acts.values(), *self._marking()]
        self.edit_note = self._action(self.tr("Edit the note…"), "E", self.edit_requested.emit)
        self._pause = QTimer(self, singleShot=True, interval=60)
        self._pause.timeout.connect(self.card_changed)
        self.selectionModel().currentRowChanged.connect(self._pause.start)
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        model.modelReset.connect(self.choice_changed)
        model.modelReset.connect(self.card_changed)

    @property
    def order(self) -> CardOrder | None:
        """Return the order that is wanted, None for the one of decks and notes."""
        section = self.columns.sortIndicatorSection()
        by = None if section == _UNSORTED else LOOKS[Column(section)].by
        down = self.columns.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return None if by is None else CardOrder(by, descending=down)

    def sort_by(self, column: Column | None) -> None:
        """Put the cards in the order of a column; None stands for the order of decks and notes."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        more_first = column is not None and LOOKS[column].more_first
        self.columns.setSortIndicator(
            _UNSORTED if column is None else column, down if more_first else up
        )

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
            self._go_to(0)

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
            self._go_to(keys.index(key) if key in keys else 0)

    def _go_to(self, row: int) -> None:
        """Choose a row, present in it the question: the flag before it is nothing to begin with."""
        self.setCurrentIndex(self.cards.index(row, 0))

    def _let_sort(self, columns: QHeaderView) -> None:
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicatorClearable(True)  # a third click is the way back
        columns.setSortIndicator(_UNSORTED, Qt.SortOrder.AscendingOrder)
        columns.sortIndicatorChanged.connect(self._sorted)

    def _sorted(self, column: int) -> None:
        if column != _UNSORTED and LOOKS[Column(column)].by is None:
            self.sort_by(None)  # questions, say, are in no order
        else:
            self.order_changed.emit()

    def _sort_menu(self, menu: QMenu) -> None:
        """Offer by keys what a click on a column's title does."""
        orders = menu.addMenu(self.tr("Sort by"))
        present = self.columns.sortIndicatorSection()
        offered = [column for column in Column if LOOKS[column].by is not None]
        for column in (*offered, None):
            name = self.tr("Order of the deck") if column is None else column_name(column)
            action = orders.addAction(name)
            action.setCheckable(True)
            action.setChecked(present == (_UNSORTED if column is None else column))
            action.triggered.connect(lambda _checked=False, by=column: self.sort_by(by))

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
        """Lay the columns out in the room that there is."""
        super().resizeEvent(event)
        self.verticalHeader().setDefaultSectionSize(scaled(HIT, text_scale()))
        self.columns.arrange(self.viewport().width())

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
        menu.addSeparator()
        self._sort_menu(menu)
        menu.popup(event.globalPos())


class _Sign(QStyledItemDelegate):
    """Paints the sign of a cell below that of the column's title."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        sign, cell.icon = QIcon(cell.icon), QIcon()
        cell.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        view = self.parent()
        if isinstance(view, QTableView):
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
            side = view.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, view)
            place = QRect(0, 0, side, side)
            place.moveCenter(cell.rect.center())
            place.moveLeft(cell.rect.left() + STEP)
            sign.paint(painter, place)
