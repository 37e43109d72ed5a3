"""The charts of the progress page, each in its panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nqpf_study.ui.progress.bars import Bar
from nqpf_study.ui.progress.charts import BarChart
from nqpf_study.ui.progress.model import Figures
from nqpf_study.ui.progress.panel import ChartPanel
from nqpf_study.ui.progress.parts import PartsChart
from nqpf_study.ui.progress.rank import RankChart
from nqpf_study.ui.progress.span import unit_name
from nqpf_study.ui.progress.trend import TrendChart
from nqpf_study.ui.progress.year import YearChart
from nqpf_study.ui.words import listed, percent, running

HARDEST_OF_ALL = 10
"""The greatest difficulty that there is."""


class Panels:
    """Makes the panels, and fills them. `narrow` ones may stand side by side, `wide` ones not."""

    def __init__(self) -> None:
        day, cards, reviews = _tr("Day"), _tr("cards"), _tr("reviews")
        self.due_chart = BarChart(_tr("Due in the next days"), cards)
        self.done_chart = BarChart(_tr("Reviews in the last days"), reviews)
        self.retention_chart = TrendChart(_tr("True retention over time"))
        self.time_chart = BarChart(_tr("Time spent in the last days"), _tr("minutes"))
        self.stability_chart = BarChart(
            _tr("Cards in review by stability"), _tr("cards, by days of stability")
        )
        self.states_chart = PartsChart(_tr("Cards by state"))
        self.year_chart = YearChart(_tr("Reviews by day in the last year"))
        self.hardest_chart = RankChart(_tr("The hardest cards"), _tr("difficulty"), HARDEST_OF_ALL)
        self.due = ChartPanel(_tr("Due"), self.due_chart, (day, _tr("Cards due")))
        self.done = ChartPanel(_tr("Reviews"), self.done_chart, (day, _tr("Reviews")))
        self.retention = ChartPanel(
            _tr("True retention"), self.retention_chart, (_tr("Week"), _tr("Remembered"))
        )
        self.time = ChartPanel(_tr("Time spent"), self.time_chart, (day, _tr("Time")))
        self.stability = ChartPanel(
            _tr("Stability"), self.stability_chart, (_tr("Stability"), _tr("Cards"))
        )
        self.states = ChartPanel(_tr("Cards"), self.states_chart, (_tr("State"), _tr("Cards")))
        self.year = ChartPanel(_tr("Calendar"), self.year_chart, (day, _tr("Reviews")))
        self.hardest = ChartPanel(
            _tr("Hardest cards"),
            self.hardest_chart,
            (_tr("Card"), _tr("Difficulty"), _tr("Lapses"), _tr("Reviews")),
        )
        self.narrow = (
            *(self.due, self.done, self.retention, self.time),
            *(self.stability, self.states),
        )
        self.wide = (self.year, self.hardest)

    @property
    def all(self) -> tuple[ChartPanel, ...]:
        """Return all panels, as they are read."""
        return (*self.narrow, *self.wide)

    def tell_about(self, deck: str, over: str) -> None:
        """Call what is copied or saved by its deck, if it is one, and its range."""
        timely = (self.due, self.done, self.time, self.retention)
        for panel in self.all:
            panel.tell_about(deck, *([over] if panel in timely else []))

    def show_figures(self, figures: Figures) -> None:
        """Show a learner's figures."""
        coming, past = unit_name(figures.coming_unit), unit_name(figures.past_unit)
        self._show_bars(self.due, self.due_chart, figures.forecast(), figures.due, coming)
        for panel, chart, said, bars in (
            (self.done, self.done_chart, figures.reviews(), figures.done),
            (self.time, self.time_chart, figures.spent(), figures.time),
        ):
            self._show_bars(panel, chart, said, bars, past, back=True)
        stability = figures.stability()
        self._show_bars(self.stability, self.stability_chart, stability, figures.stabilities)
        self._show_retention(figures)
        parts = [(share.label, f"{share.value:,}") for share in figures.states]
        self.states_chart.show_parts(figures.states, listed(map(" ".join, parts)))
        self.states.show_figures(figures.cards(), parts)
        studied = [(day.label, f"{day.value:,}") for day in reversed(figures.year) if day.value]
        self.year_chart.show_days(figures.year, figures.calendar())
        self.year.show_figures(figures.calendar(), studied)
        self.hardest_chart.show_ranked(figures.hardest, figures.hard())
        self.hardest.show_figures(
            figures.hard(), [(each.name, *each.cells) for each in figures.hardest]
        )

    def _show_bars(
        self,
        panel: ChartPanel,
        chart: BarChart,
        said: str,
        bars: tuple[Bar, ...],
        first: str = "",
        *,
        back: bool = False,
    ) -> None:
        """Show bars, whose labels the table has below `first`; with `back` it begins at the end."""
        chart.show_bars(bars, said)
        rows = [(bar.label, bar.said or f"{bar.value:,}") for bar in bars]
        panel.show_figures(said, rows[::-1] if back else rows, first)

    def _show_retention(self, figures: Figures) -> None:
        said = running((figures.retention(), figures.retention_advice()))
        self.retention_chart.show_trend(figures.weeks, figures.kept, figures.desired, said)
        weeks = [(bar.label, bar.said) for bar in reversed(figures.weeks)]
        rows = [(_tr("Aim"), percent(figures.desired)), *weeks]
        self.retention.show_figures(said, rows, unit_name(figures.kept_unit))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
