"""How to search, in plain words: what can be typed, and what it finds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nqpf_study.domain.search_query import STATES
from nqpf_study.ui.browse.search_words import filter_meanings, number_meanings, state_meaning
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text


class SearchHelp(TallDialog):
    """Lists what a search understands, with what each finds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SearchHelp", "How to search")
        super().__init__(title, title, Standard.Close, parent)
        self.body.setSpacing(STEP)
        self._say(
            self.tr(
                "What stands side by side must all fit. Ways to go on are listed while you type: "
                "Down chooses, Enter takes. Ctrl+Space lists all."
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._part(
            self.tr("Words"),
            (
                (self.tr("green growth"), self.tr("Both words, or words that begin so")),
                (self.tr("“green growth”"), self.tr("These words, one after the other")),
                ("生产", self.tr("Chinese characters anywhere in a text")),
            ),
        )
        self._part(
            self.tr("Not, or, and what belongs together"),
            (
                ("-tag:exam", self.tr("Without it: a word, “a phrase”, a filter or a group")),
                (self.tr("green or blue"), self.tr("Either, or both")),
                (
                    self.tr("(green or blue) -is:new"),
                    self.tr("Parentheses hold together what “or” would part"),
                ),
                (
                    self.tr("“or”  “-5”  “(a)”"),
                    self.tr("In quotation marks all is text; within a word a “-” is, too"),
                ),
            ),
        )
        self._part(self.tr("Filters"), filter_meanings().items())
        states = ((f"is:{state}", state_meaning(state)) for state in STATES)
        self._part(self.tr("States"), states)
        numbers = ((f"{name}>3", said) for name, said in number_meanings().items())
        self._part(self.tr("Numbers, with <, <=, =, >= or >"), numbers)
        self.body.addStretch(1)

    def _say(self, text: str) -> None:
        self.body.addWidget(Text(text, "muted", wrap=True))

    def _part(self, heading: str, rows: Iterable[tuple[str, str]]) -> None:
        grid, place = self._grid, self._grid.rowCount()
        if place > 1:
            grid.setRowMinimumHeight(place, GAP)
        grid.addWidget(Text(heading, "lead"), place + 1, 0, 1, 2)
        for at, (typed, said) in enumerate(rows, place + 2):
            word = Text(typed, "strong")
            word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(word, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(said, "muted", wrap=True), at, 1)
