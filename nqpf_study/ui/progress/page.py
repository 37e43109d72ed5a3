"""The progress page: what is due, what was done, how well it is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.ui.pages import Page
from nqpf_study.ui.progress.choice import ProgressChoice
from nqpf_study.ui.progress.model import HARDEST, Figures
from nqpf_study.ui.progress.nothing import Nothing
from nqpf_study.ui.progress.panels import Panels
from nqpf_study.ui.progress.slipping import SlippingPanel
from nqpf_study.ui.progress.span import Range
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, ROOM, STEP, WIDE, scaled
from nqpf_study.ui.widgets.gradual_stack import GradualStack
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.waiting import PATIENCE

if TYPE_CHECKING:
    from nqpf_study.app import Study

_TWO_COLUMNS, _WIDEST = 720, 1600
"""From this width on, in px, two charts stand side by side; and how wide they become at most."""


class ProgressPage(Page):
    """Shows the learner's figures, or says what will be here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._latest = Latest(self, self._fail)
        self.choice = ProgressChoice()
        self.choice.changed.connect(self._read_anew)
        self._said = Text("", "muted", wrap=True)
        self.panels = Panels()
        for panel in self.panels.all:
            panel.message.connect(self.message)
        self.panels.hardest_chart.chosen.connect(self.browse_requested)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(lambda: self._said.setText(self.tr("Reading your reviews…")))
        self.slipping = SlippingPanel()
        self.slipping.source_requested.connect(self.source_requested)
        self.slipping.browse_requested.connect(self.browse_requested)
        self.slipping.message.connect(self.message)
        self.empty = Nothing()
        self.empty.study.clicked.connect(lambda: self.study_requested.emit(None))
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        inside = QWidget()
        inside.setMaximumWidth(scaled(_WIDEST, text_scale()))
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        column.setSpacing(STEP)
        column.addWidget(Text(self.title, "display"))
        column.addWidget(self.choice)
        column.addWidget(self._said)
        column.addSpacing(STEP)
        column.addLayout(self._grid)
        column.addSpacing(STEP)
        column.addWidget(self.slipping)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._figures = scroll
        self.parts = GradualStack(QWidget(), (scroll, self.empty))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)
        self._columns = 0
        self._arrange(2)

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Progress")

    def refresh(self, study: Study) -> None:
        """Show the figures that `study` holds now."""
        self._study = study
        self._read_anew()

    def _read_anew(self) -> None:
        study, deck, over = self._study, self.choice.deck_id, self.choice.over
        if study is not None:
            self._late.start()
            self._latest.run_long(
                "figures", lambda progress: _read(study, deck, over, progress), self._show
            )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Read on for nobody: the page is refreshed when it is shown again."""
        super().hideEvent(event)
        self._late.stop()
        self._latest.forget("figures")
        self.slipping.forget()

    def _show(self, found: Found) -> None:
        self._late.stop()
        figures = found.figures
        self.choice.show_decks(found.titles)
        deck = self.choice.deck_id
        if deck is None and not figures.has_reviews:
            self.empty.explain(has_cards=figures.has_cards)
            self.parts.show_part(self.empty)
        else:
            self.parts.show_part(self._figures)
            self._said.setText(figures.studied())
            self.panels.tell_about(*self.choice.said)
            self.panels.show_figures(figures)
            if self._study is not None:
                self.slipping.refresh(self._study, deck)
        if self.hasFocus():  # there was nothing else yet to take it
            self.focusNextChild()

    def _fail(self, error: StudyError) -> None:
        self._late.stop()
        self._said.clear()
        self.message.emit(str(error))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the panels into one column or two."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS * text_scale() else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate(self.panels.narrow):
            self._grid.addWidget(panel, number // columns, number % columns)
        below = -(-len(self.panels.narrow) // columns)
        for number, panel in enumerate(self.panels.wide, below):
            self._grid.addWidget(panel, number, 0, 1, columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


@dataclass(frozen=True)
class Found:
    """What was read: the figures, and the titles of all decks by id."""

    figures: Figures
    titles: Mapping[str, str]


def _read(study: Study, deck: str | None, over: Range, progress: Progress) -> Found:
    """Read the figures of a deck, or of all where there is none or it is gone (in the worker)."""
    titles = study.deck_titles()
    deck = deck if deck in titles else None
    statistics = study.statistics(over.value, progress, deck)
    return Found(Figures(statistics, study.hardest(HARDEST, deck), over), titles)
