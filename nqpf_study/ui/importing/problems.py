"""The problems of a deck file: place, code, what is wrong, how to mend it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.ui.icons import icon
from nqpf_study.ui.importing.model import found_by_check
from nqpf_study.ui.language import told, told_problem
from nqpf_study.ui.reader.formats import write
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.growing import grow_beside_words
from nqpf_study.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class ProblemsPanel(QWidget):
    """Lists problems in the order of the file; the text can be read by keyboard and copied.

    The warnings that the file's author let pass come last, each with the reason.
    """

    chosen = Signal(object)
    """Enter was pressed on a Problem, or it was clicked twice."""

    def __init__(
        self,
        problems: Sequence[Problem],
        waived: Sequence[Waived] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._problems = problems
        self._waived = waived
        self._starts: list[int] = []
        self._dress = (colours(), text_scale())
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setAcceptDrops(False)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(STEP)
        self.text.installEventFilter(self)
        self.text.viewport().installEventFilter(self)
        self.text.setAccessibleName(self.tr("Problems"))
        self.text.setPlaceholderText(self.tr("There is nothing to mend."))
        self.copy_all = QPushButton(icon("copy"), self.tr("Copy all"))
        grow_beside_words(self.copy_all, GAP)
        self.copy_all.setAccessibleDescription(self.tr("Copies a line for each problem"))
        self.copy_all.setAutoDefault(False)
        self.copy_all.clicked.connect(self._copy)
        self._count = Text(found_by_check(problems, waived))
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.copy_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self._set()

    @property
    def count(self) -> str:
        """Return what is said of how many problems there are."""
        return self._count.text()

    def show_problems(self, problems: Sequence[Problem], waived: Sequence[Waived]) -> None:
        """List other problems; the one at the top stays there, as far as it is among them."""
        if (problems, waived) == (self._problems, self._waived):
            return
        top, moved = self._top()
        before, self._problems, self._waived = self._all(), problems, waived
        self._count.setText(found_by_check(problems, waived))
        self._set()
        if before and self._starts:
            at, known = _again(before[top], self._all())
            self._scroll_to(at, moved if known else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Enter, and a double click, for the choice of a problem."""
        twice = event.type() == QEvent.Type.MouseButtonDblClick
        pressed = event.type() == QEvent.Type.KeyPress
        if twice and isinstance(event, QMouseEvent) and watched is self.text.viewport():
            at = self.text.cursorForPosition(event.position().toPoint()).position()
        elif pressed and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            at = self.text.textCursor().position()
        else:
            return super().eventFilter(watched, event)
        if self._starts:
            self.chosen.emit(self._all()[max(0, bisect_right(self._starts, at) - 1)])
        return True

    def _all(self) -> list[Problem]:
        return [*self._problems, *(waived.problem for waived in self._waived)]

    def _top(self) -> tuple[int, int]:
        """Return which problem is at the top, and how many px of it are above."""
        here = self.text.cursorForPosition(QPoint(0, 0)).position()
        at = max(0, bisect_right(self._starts, here) - 1)
        return at, self._height_above(at) if self._starts else 0

    def _height_above(self, at: int) -> int:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._starts[at])
        return -self.text.cursorRect(cursor).top()

    def _scroll_to(self, at: int, moved: int) -> None:
        bar = self.text.verticalScrollBar()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._starts[at])
        self.text.setTextCursor(cursor)
        bar.setValue(bar.value() - self._height_above(at) + moved)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write the text anew when the appearance or the text size changed."""
        super().changeEvent(event)
        dress = (colours(), text_scale())
        if event.type() in _DRESSED and dress != self._dress:
            self._dress = dress
            self._set()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines()))

    def _set(self) -> None:
        self.copy_all.setVisible(bool(self._problems or self._waived))
        self.text.clear()
        self._starts = []
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        shades = colours()
        for problem in self._problems:
            grave = problem.level is Level.ERROR
            level = self.tr("Error") if grave else self.tr("Warning")
            self._begin(cursor)
            self._write(cursor, level, shades.again if grave else shades.hard, problem)
            if problem.hint:
                self._add(cursor, told(problem.hint), shades.muted)
        for waived in self._waived:
            self._begin(cursor)
            self._write(cursor, self.tr("Waived"), shades.muted, waived.problem)
            self._add(cursor, waived.reason, shades.muted)
        cursor.endEditBlock()
        self.text.setTextCursor(QTextCursor(self.text.document()))

    def _lines(self) -> Iterator[str]:
        yield from (str(told_problem(problem)) for problem in self._problems)
        for waived in self._waived:
            yield str(replace(waived, problem=told_problem(waived.problem)))

    def _begin(self, cursor: QTextCursor) -> None:
        if cursor.position():
            apart = QTextBlockFormat()
            apart.setTopMargin(GAP)
            cursor.insertBlock(apart)
        self._starts.append(cursor.position())

    def _write(self, cursor: QTextCursor, level: str, colour: str, problem: Problem) -> None:
        write(cursor, level, _said(colour, bold=True))
        write(cursor, f"  {_place(problem)}  {problem.code}", _said(colours().muted))
        self._add(cursor, told(problem.message), colours().text)

    def _add(self, cursor: QTextCursor, text: str, colour: str) -> None:
        together = QTextBlockFormat()
        together.setTopMargin(HALF)
        cursor.insertBlock(together)
        write(cursor, text, _said(colour))


def _again(problem: Problem, among: Sequence[Problem]) -> tuple[int, bool]:
    """Return which of other problems is this one, and that it is; else which stands nearest."""
    same = [at for at, one in enumerate(among) if _what(one) == _what(problem)]
    at = min(same or range(len(among)), key=lambda at: abs(among[at].line - problem.line))
    return at, bool(same)


def _what(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _place(problem: Problem) -> str:
    """Name the place as editors do: file, line and column."""
    name = Path(problem.file).name
    return f"{name}:{problem.line}:{problem.column}" if problem.line else name


def _said(colour: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
