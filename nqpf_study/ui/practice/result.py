"""What a practice test came to: the points, by theme too, and what was missed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from nqpf_study.study.practice import Answered, Result, Theme
from nqpf_study.ui.session.ending import Ending
from nqpf_study.ui.session.missed import MissedCard
from nqpf_study.ui.session.parts.rows import empty
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, ROOM, STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import running


class ResultView(Ending):
    """The result of a test, to read, to print and to keep."""

    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Missed, and where the answer stands"), parent)
        self._more = Text("", "muted", wrap=True)
        print_ = QPushButton(self.tr("Print…"))
        print_.clicked.connect(self.print_asked)
        save = QPushButton(self.tr("Save…"))
        save.clicked.connect(self.save_asked)
        self._themes_title = Text(self.tr("By theme, the weakest first"), "title", wrap=True)
        self._themes = QWidget()
        self._table = QVBoxLayout(self._themes)
        self._table.setContentsMargins(0, 0, 0, 0)
        self.fill((self._more,), (self.back, print_, save), (self._themes_title, self._themes))

    def show_result(self, result: Result) -> None:
        """Show what a test came to."""
        answered = len(result.answered)
        self.headline.setText(
            self.tr("{points} of {n} points, {share}")
            .replace("{points}", f"{result.points:g}")
            .replace("{n}", str(answered))
            .replace("{share}", f"{result.share or 0:.0%}")
        )
        more = [self.tr("Your schedule is as it was.")]
        if answered < result.total:
            left = self.tr("{n} questions were not reached.")
            more.insert(0, left.replace("{n}", str(result.total - answered)))
        self._more.setText(running(more))
        empty(self._table)
        if result.themes:
            self._table.addWidget(_table(result.themes, self._heads()))
        for part in (self._themes_title, self._themes):
            part.setVisible(bool(result.themes))
        self.show_missed(
            MissedCard(one.face.question, one.face.answer, given_to(one)) for one in result.missed
        )
        self.back.setFocus()

    def _heads(self) -> tuple[str, str, str]:
        return self.tr("Theme"), self.tr("Questions"), self.tr("Right")


def given_to(one: Answered) -> str:
    """Return what was answered, nothing where it is not known."""
    if one.judgement is None:
        return ""
    if one.judgement.confused_with is not None:
        return one.judgement.confused_with.text
    return "; ".join(part.given for part in one.judgement.parts if part.given)


def _table(themes: Sequence[Theme], heads: Sequence[str]) -> QFrame:
    panel = QFrame()
    set_role(panel, "panel")
    grid = QGridLayout(panel)
    grid.setContentsMargins(GAP, GAP, GAP, GAP)
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(0, 1)
    right = Qt.AlignmentFlag.AlignRight
    for column, head in enumerate(heads):
        label = Text(head, "small")
        grid.addWidget(label, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
    for row, theme in enumerate(themes, 1):
        grid.addWidget(Text(theme.tag, wrap=True), row, 0)
        grid.addWidget(Text(str(theme.questions)), row, 1, right)
        grid.addWidget(Text(f"{theme.share:.0%}"), row, 2, right)
    return panel
