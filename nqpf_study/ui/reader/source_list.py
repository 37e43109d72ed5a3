"""The list of sources: title, publisher, date, language, and how many passages cards rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nqpf_study.domain.source import Document
from nqpf_study.ui.reader.citation import facts
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, LEAD, RADIUS, SMALL, scaled
from nqpf_study.ui.words import counted

Index = QModelIndex | QPersistentModelIndex

_TITLE, _FACTS, _COUNT = (Qt.ItemDataRole.UserRole + offset for offset in range(1, 4))


class SourcesModel(QAbstractListModel):
    """The sources as rows; counts come later, and a missing file is said."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: tuple[Document, ...] = ()
        self._counts: Mapping[str, int] = {}

    def show_documents(self, documents: Sequence[Document]) -> None:
        """List these sources."""
        if tuple(documents) != self._documents:
            self.beginResetModel()
            self._documents = tuple(documents)
            self.endResetModel()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many passages each source holds, by source id."""
        self._counts = counts
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def source_id(self, row: int) -> str:
        """Return the id of the source in a row."""
        return self._documents[row].source.id

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many sources there are."""
        return len(self._documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        document = self._documents[index.row()]
        said = {
            Qt.ItemDataRole.DisplayRole: document.source.title,
            Qt.ItemDataRole.ToolTipRole: document.source.where,
            _TITLE: document.source.title,
            _FACTS: facts(document.source),
            _COUNT: self._count(document),
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (said[_TITLE], said[_FACTS], said[_COUNT])))
        return said.get(role)

    def _count(self, document: Document) -> str:
        if document.text is None:
            return self.tr("file missing")
        count = self._counts.get(document.source.id)
        if count is None:
            return ""
        if not count:
            return self.tr("no passages")
        return counted(count, self.tr("1 passage"), self.tr("{n} passages"))


class SourceList(QListView):
    """The list, one row a source; Enter or a click opens it."""

    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = SourcesModel()
        self.setModel(self.sources)
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        set_role(self, "clear")
        self.setAccessibleName(self.tr("Sources"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.sources.modelReset.connect(self._point)

    def _point(self) -> None:
        if self.sources.rowCount():
            self.setCurrentIndex(self.sources.index(0))

    def _choose(self, index: QModelIndex) -> None:
        self.source_chosen.emit(self.sources.source_id(index.row()))


class _Row(QStyledItemDelegate):
    """Paints the title, on several lines where it is long, over facts; the count at the end."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of title and facts, with room around them."""
        font, small = _fonts(self._view.font())
        whole = QRect(0, 0, self._view.viewport().width(), 0)
        words, _ = _parts(whole, QFontMetrics(small), index)
        title = _wrapped(QFontMetrics(font), words.width(), index)
        return QSize(0, title + HALF + QFontMetrics(small).height() + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row in the present colours."""
        shades = colours()
        title_font, small_font = _fonts(self._view.font())
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = chosen and self._view.hasFocus()
        painter.setPen(QPen(QColor(shades.accent if focused else shades.line), 1 + focused))
        painter.setBrush(QColor(shades.hover if hovered else shades.surface))
        painter.drawRoundedRect(rect.adjusted(1, HALF, -1, -HALF), RADIUS, RADIUS)
        painter.setFont(small_font)
        painter.setPen(QColor(shades.muted))
        words, number = _parts(rect, painter.fontMetrics(), index)
        end, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, end | middle, str(index.data(_COUNT)))
        facts_ = painter.fontMetrics().elidedText(
            str(index.data(_FACTS)), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, facts_)
        painter.setFont(title_font)
        painter.setPen(QColor(shades.text))
        words.setHeight(_wrapped(painter.fontMetrics(), words.width(), index))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, str(index.data(_TITLE)))
        painter.restore()


def _parts(row: QRect, small: QFontMetrics, index: Index) -> tuple[QRect, QRect]:
    """Return where a row's words stand, and where its count."""
    inside = row.adjusted(GAP, GAP, -GAP, -GAP)
    wide = small.horizontalAdvance(str(index.data(_COUNT)))
    return inside.adjusted(0, 0, -wide - GAP, 0), inside.adjusted(inside.width() - wide, 0, 0, 0)


def _wrapped(metrics: QFontMetrics, width: int, index: Index) -> int:
    """Return the height of a row's title in a column of this width."""
    room = QRect(0, 0, width, 10 * metrics.height())
    title = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data(_TITLE)))
    return title.height()


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    title, small = QFont(base), QFont(base)
    title.setPixelSize(scaled(LEAD, text_scale()))
    title.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(scaled(SMALL, text_scale()))
    return title, small
