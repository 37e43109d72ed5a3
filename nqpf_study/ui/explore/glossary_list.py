"""The glossary's entries: term, Chinese and pinyin over the meaning and the other wordings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nqpf_study.study.explore import Term
from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.explore.lines import pitch, set_lines
from nqpf_study.ui.explore.marks import paint_mark, side
from nqpf_study.ui.explore.words import known, known_at_length, variant
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import BODY, GAP, HALF, LEAD, RADIUS, SMALL, STEP, TITLE, scaled

Index = QModelIndex | QPersistentModelIndex

_TERM = Qt.ItemDataRole.UserRole + 1
_BESIDE = 720
"""From this width on, in px at a text scale of 1, Chinese stands beside the term, else below."""

_WIDEST = 960
"""A row is no wider, in px at a text scale of 1: longer lines are hard to read."""


class TermsModel(QAbstractTableModel):
    """The terms as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: Sequence[Term] = ()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List these."""
        self.beginResetModel()
        self.terms = terms
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many terms there are."""
        return 0 if parent is not None and parent.isValid() else len(self.terms)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return that an entry is one cell."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        term = self.terms[index.row()]
        if role == _TERM:
            return term
        if role == Qt.ItemDataRole.DisplayRole:
            return term.term
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (term.term, term.chinese, term.pinyin, term.question, term.definition)
            return ", ".join(filter(None, (*said, self.also(term), known(term.item.knowing))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return known_at_length(term.item.knowing)
        return None

    def also(self, term: Term) -> str:
        """Say a term's other wordings, nothing where it has none."""
        said = "; ".join(variant(wording) for wording in term.variants)
        return self.tr("Also: {wordings}").format(wordings=said) if said else ""


class GlossaryList(QTableView):
    """The entries, all of one height, so that long glossaries show at once."""

    term_changed = Signal(object)
    """Another Term is the present one, or none is (None)."""

    term_opened = Signal(object)
    """The details of this Term are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TermsModel()
        self.pinyin = True
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(_Entry(self))
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_role(self, "own-selection")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.hide()
        self.setAccessibleName(self.tr("Glossary"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def show_terms(self, terms: Sequence[Term], key: int | None) -> None:
        """List these; the one of the note `key` is the present one, else the first."""
        self._showing = True
        self.rows.show_terms(terms)
        places = (place for place, term in enumerate(terms) if term.item.key == key)
        if terms:
            self.setCurrentIndex(self.rows.index(0 if key is None else next(places, 0), 0))
        self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which term is the present one."""
        super().currentChanged(current, previous)
        if not self._showing:
            self.term_changed.emit(self.rows.terms[current.row()] if current.isValid() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the entries anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the entries anew in text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the present entry with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @property
    def beside(self) -> bool:
        """Tell whether there is room for the Chinese beside the term."""
        return self.viewport().width() >= _BESIDE * text_scale()

    def _fit(self) -> None:
        heads = 1 if self.beside else 2
        font = QFont(self.font())
        high = 3 * STEP
        for size, lines in ((TITLE, heads), (BODY, 2)):
            font.setPixelSize(scaled(size, text_scale()))
            high += round(lines * pitch(font))
        self.verticalHeader().setDefaultSectionSize(high)
        widest = scaled(_WIDEST, text_scale())
        self.horizontalHeader().setDefaultSectionSize(min(self.viewport().width(), widest))
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.term_opened.emit(self.rows.terms[index.row()])


class _Entry(QStyledItemDelegate):
    """Paints an entry."""

    def __init__(self, view: GlossaryList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an entry in the present colours."""
        term: Term = index.data(_TERM)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(QColor(colours().accent_soft if chosen else colours().hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(HALF, 2, -HALF, -2), RADIUS, RADIUS)
        if index.row():
            painter.setPen(QPen(QColor(colours().line), 1))
            y = rect.top() + 0.5
            painter.drawLine(QPointF(rect.left() + GAP, y), QPointF(rect.right() - GAP, y))
        self._paint_term(painter, rect, term)
        painter.restore()

    def _paint_term(self, painter: QPainter, rect: QRect, term: Term) -> None:
        head = pitch(self._font(TITLE))
        left, top = float(rect.left() + GAP), float(rect.top() + STEP + HALF)
        right = float(rect.right() - GAP)
        paint_mark(painter, QPointF(right - side() / 2, top + head / 2), term.item.knowing)
        room = right - side() - STEP - left
        lead = self._font(LEAD, bold=True)
        shift = (head - pitch(lead)) / 2
        painter.setPen(QColor(colours().text))
        if self._view.beside:
            half = room * 0.52
            set_lines(term.term, lead, half - GAP, 1).draw(painter, left, top + shift)
            self._paint_chinese(painter, term, left + half, top, room - half)
        else:
            set_lines(term.term, lead, room, 1).draw(painter, left, top + shift)
            top += head
            self._paint_chinese(painter, term, left, top, room)
        painter.setPen(QColor(colours().text))
        also = self._view.rows.also(term)
        said = "  ".join(filter(None, (term.question, term.definition, also)))
        muted = (len(term.question), colours().muted)
        lines = set_lines(said, self._font(BODY), right - left, 2, muted=muted)
        lines.draw(painter, left, top + head)

    def _paint_chinese(
        self, painter: QPainter, term: Term, left: float, top: float, room: float
    ) -> None:
        if not term.chinese:
            return
        head, font = pitch(self._font(TITLE)), self._font(TITLE)
        font.setFamilies([*FAMILIES, *font.families()])
        chinese = set_lines(term.chinese, font, room, 1)
        painter.setPen(QColor(colours().text))
        chinese.draw(painter, left, top)
        rest = room - chinese.width - STEP - HALF
        if self._view.pinyin and term.pinyin and rest > scaled(SMALL, text_scale()) * 3:
            small = self._font(BODY)
            painter.setPen(QColor(colours().muted))
            pinyin = set_lines(term.pinyin, small, rest, 1)
            pinyin.draw(
                painter, left + chinese.width + STEP + HALF, top + (head - pitch(small)) / 2
            )

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(scaled(size, text_scale()))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font
