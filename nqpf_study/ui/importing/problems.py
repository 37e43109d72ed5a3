"""The problems of a deck file: place, code, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from nqpf_study.domain.errors import Level, Problem, Waived
from nqpf_study.ui.icons import beside_words, icon
from nqpf_study.ui.importing.model import found_by_check
from nqpf_study.ui.language import told, told_problem
from nqpf_study.ui.reader.formats import write
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import Text

_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class ProblemsPanel(QWidget):
    """Lists problems in the order of the file; the text can be read by keyboard and copied.

    The warnings that the file's author let pass come last, each with the reason.
    """

    def __init__(
        self,
        problems: Sequence[Problem],
        waived: Sequence[Waived] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._problems = problems
        self._waived = waived
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
        self.text.setAccessibleName(self.tr("Problems"))
        self.copy_all = QPushButton(icon("copy"), self.tr("Copy all"))
        self.copy_all.setIconSize(beside_words(GAP))
        self.copy_all.setAccessibleDescription(self.tr("Copies a line for each problem"))
        self.copy_all.setAutoDefault(False)
        self.copy_all.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(Text(found_by_check(problems, waived)), 1)
        head.addWidget(self.copy_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self._set()

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
        self.text.clear()
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

    def _write(self, cursor: QTextCursor, level: str, colour: str, problem: Problem) -> None:
        write(cursor, level, _said(colour, bold=True))
        write(cursor, f"  {_place(problem)}  {problem.code}", _said(colours().muted))
        self._add(cursor, told(problem.message), colours().text)

    def _add(self, cursor: QTextCursor, text: str, colour: str) -> None:
        together = QTextBlockFormat()
        together.setTopMargin(HALF)
        cursor.insertBlock(together)
        write(cursor, text, _said(colour))


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
