"""The text of the guide: read-only, without the network, its links followed only on a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from nqpf_study.ui.guide.setting import Heading, blocks, headings, page_font, set_page
from nqpf_study.ui.guide.unfolding import unfolded
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import GAP, ROOM, scaled

WIDEST = 760
"""The column's width at most, in px at a text scale of 1."""

LARGE = 1.5
"""The text scale from which tables of many columns are set as lists."""


class GuideText(QTextBrowser):
    """A Markdown page. Links to its headings scroll; all others are given to whoever listens."""

    left = Signal(QUrl)
    """A link that leads out of the page was chosen."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = markdown
        self._dress = (colours(), text_scale())
        self.headings: tuple[Heading, ...] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self, "column")
        self.anchorClicked.connect(self._follow)
        self._set()

    def turn_to(self, markdown: str) -> None:
        """Show another page, from its top."""
        if markdown != self._markdown:
            self._markdown = markdown
            self._set()
            self._show(0)

    def show_heading(self, heading: Heading) -> None:
        """Scroll so that a heading stands at the top."""
        self._show(heading.at)

    def at_top(self) -> int:
        """Return where the first block on the screen begins, as `_show` puts it there."""
        layout, above = self.document().documentLayout(), self.verticalScrollBar().value() + GAP
        shown = (
            block.position()
            for block in blocks(self.document())
            if layout.blockBoundingRect(block).bottom() > above
        )
        return next(shown, 0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load nothing: what the page names is not fetched."""
        return QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column narrow enough to read, in the middle."""
        free = max(0, self.width() - scaled(WIDEST, text_scale()))
        side = max(free // 2, ROOM // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the page anew when the appearance or the text size was changed."""
        super().changeEvent(event)
        if self._dress != (colours(), text_scale()):
            self._dress = (colours(), text_scale())
            at, before = self.at_top(), self.headings
            self._set()
            self._show(at if before == self.headings else self._same_section(at, before))
        elif event.type() == QEvent.Type.FontChange:  # with which Qt gave the page its own font
            self.document().setDefaultFont(page_font(self.font()))

    def _set(self) -> None:
        """Set the page in a document of its own: one on the screen is laid out with each change."""
        document = QTextDocument(self)
        document.setDocumentMargin(GAP)
        large = text_scale() >= LARGE
        set_page(document, unfolded(self._markdown) if large else self._markdown, self.font())
        self.headings = headings(document)
        self.setDocument(document)

    def _show(self, at: int) -> None:
        """Scroll so that the block at a position stands at the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(cursor.block()).top()
        self.verticalScrollBar().setValue(round(top) - GAP)

    def _same_section(self, at: int, before: tuple[Heading, ...]) -> int:
        """Return where the section begins that was at the top, in a page that is set otherwise."""
        passed = sum(heading.at <= at for heading in before)
        return self.headings[passed - 1].at if passed else 0

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and not link.path():
            for heading in self.headings:
                if heading.fragment == link.fragment():
                    self.show_heading(heading)
        else:
            self.left.emit(link)
