"""Retention against work: reckoned in a worker, shown as bars or a table, chosen by looking."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.workload import Workload
from nqpf_study.ui.planning import workload
from nqpf_study.ui.planning.workload import WorkloadChart
from nqpf_study.ui.progress.panel import ChartPanel
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.waiting import PATIENCE
from nqpf_study.ui.work import run_job

Reckoned = tuple[Sequence[Workload], float]
"""What retentions cost, and the learner's seconds for a card."""


class Weighing(QWidget):
    """Shows what each desired retention would cost, once that is worked out."""

    chosen = Signal(float)
    """This desired retention (0 to 1) was chosen on the chart."""

    grown = Signal()
    """The picture is there: it takes more room."""

    def __init__(
        self, reckon: Callable[[Progress], Reckoned], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loads: Sequence[Workload] = ()
        self._pace, self._retention = 0.0, 0.9
        self.said = Text("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Working out what each choice costs"))
        self._bar.hide()
        self.chart = WorkloadChart()
        self.chart.chosen.connect(self.chosen)
        self.panel = ChartPanel(self.tr("What it costs"), self.chart, workload.columns())
        self.panel.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(STEP)
        for part in (self.said, self._bar, self.panel):
            down.addWidget(part)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._show_waiting)
        self._late.start()
        self._job = run_job(reckon, self._show, self._refuse, self._report, owner=self)

    def choose(self, retention: float) -> None:
        """Mark a retention, and say what it costs."""
        self._retention = retention
        self.chart.choose(retention)
        if self._loads:
            self._tell()

    def stop(self) -> None:
        """Work nothing out any more."""
        self._late.stop()
        self._job.forget()

    def _tell(self) -> None:
        said = workload.load_said(workload.between(self._loads, self._retention), self._pace)
        self.chart.setAccessibleDescription(said)
        self.panel.show_figures(said, workload.rows(self._loads, self._pace))

    def _show_waiting(self) -> None:
        self.said.setText(self.tr("Working out what each choice costs…"))
        self._bar.show()

    def _report(self, done: int, total: int, _doing: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show(self, reckoned: Reckoned) -> None:
        self._late.stop()
        self._bar.hide()
        self.said.hide()
        self._loads, self._pace = reckoned
        self.chart.show_loads(self._loads, self._pace)
        self._tell()
        self.panel.show()
        self.grown.emit()

    def _refuse(self, error: StudyError) -> None:
        self._late.stop()
        self._bar.hide()
        self.said.setText(str(error))
