"""The progress page: what is due, what was done, how well it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.pages import Page
from nqpf_study.ui.progress.charts import BarChart, PartsChart, ShareChart
from nqpf_study.ui.progress.model import DAYS, Bar, Figures, percent
from nqpf_study.ui.progress.panel import ChartPanel
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, ROOM, STEP, WIDE
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Study

_TWO_COLUMNS = 720
"""From this width on, in px, two charts stand side by side."""

_TEXT_WIDTH = 480


class ProgressPage(Page):
    """Shows the learner's figures, or says what will be here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest = Latest(self, self._fail)
        self._said = Text("", "muted", wrap=True)
        day, count = self.tr("Day"), self.tr("Reviews")
        self.due_chart = BarChart(self.tr("Due in the next days"), self.tr("cards"))
        self.done_chart = BarChart(self.tr("Reviews in the last days"), self.tr("reviews"))
        self.share_chart = ShareChart(self.tr("True retention"))
        self.states_chart = PartsChart(self.tr("Cards by state"))
        self.due = ChartPanel(self.tr("Due"), self.due_chart, (day, self.tr("Cards due")))
        self.done = ChartPanel(self.tr("Reviews"), self.done_chart, (day, count))
        self.retention = ChartPanel(
            self.tr("True retention"), self.share_chart, (self.tr("What"), self.tr("Share"))
        )
        self.states = ChartPanel(
            self.tr("Cards"), self.states_chart, (self.tr("State"), self.tr("Cards"))
        )
        self.empty = _Nothing()
        self.empty.study.clicked.connect(lambda: self.study_requested.emit(None))
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        inside = QWidget()
        inside.setObjectName("figures")
        inside.setStyleSheet("#figures { background: transparent; }")
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        column.setSpacing(STEP)
        column.addWidget(Text(self.title, "display"))
        column.addWidget(self._said)
        column.addSpacing(STEP)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.parts = QStackedWidget()
        self._waiting = QWidget()
        self._figures = scroll
        for part in (self._waiting, scroll, self.empty):
            self.parts.addWidget(part)
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
        self._latest.run("figures", lambda: Figures(study.statistics(DAYS)), self._show)

    def _show(self, figures: Figures) -> None:
        if not figures.has_reviews:
            self.empty.explain(has_cards=figures.has_cards)
            self.parts.setCurrentWidget(self.empty)
            return
        self.parts.setCurrentWidget(self._figures)
        self._said.setText(figures.studied())
        self.due_chart.show_bars(figures.due, figures.forecast())
        self.due.show_figures(figures.forecast(), _rows(figures.due))
        self.done_chart.show_bars(figures.done, figures.reviews())
        self.done.show_figures(figures.reviews(), _rows(figures.done[::-1]))
        said = " ".join(filter(None, (figures.retention(), figures.retention_advice())))
        self.share_chart.show_share(figures.retained, figures.desired, said)
        retained = "" if figures.retained is None else percent(figures.retained)
        self.retention.show_figures(
            said,
            [(self.tr("Remembered"), retained), (self.tr("Aim"), percent(figures.desired))],
        )
        parts = [(share.label, f"{share.value:,}") for share in figures.states]
        self.states_chart.show_parts(figures.states, "; ".join(map(" ".join, parts)))
        self.states.show_figures(figures.cards(), parts)

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the panels into one column or two."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS * text_scale() else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate((self.due, self.done, self.retention, self.states)):
            self._grid.addWidget(panel, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


class _Nothing(QWidget):
    """What the page says before the first review."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Text(self.tr("Nothing was reviewed yet"), "title", wrap=True)
        self._advice = Text("", "muted", wrap=True)
        self.study = QPushButton(self.tr("Study"))
        set_role(self.study, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(STEP)
        column.addStretch(1)
        for said in (self._heading, self._advice):
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(_in_the_middle(said))
        column.addSpacing(GAP)
        column.addWidget(self.study, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def explain(self, *, has_cards: bool) -> None:
        """Say what will be here, and how to begin."""
        if has_cards:
            advice = self.tr(
                "After the first session this page shows what is due on the coming days, what you"
                " have done, and how much of it you remember."
            )
        else:
            advice = self.tr("There are no cards yet: drop a deck file on this window.")
        self._advice.setText(advice)
        self.study.setVisible(has_cards)


def _rows(bars: tuple[Bar, ...]) -> list[tuple[str, str]]:
    return [(bar.label, f"{bar.value:,}") for bar in bars]


def _in_the_middle(said: Text) -> QHBoxLayout:
    """Keep a text to a narrow column in the middle."""
    said.setMaximumWidth(_TEXT_WIDTH)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(said, 1000)
    row.addStretch(1)
    return row
