"""Fitting the scheduler to the learner: what it takes, what it came to, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QProgressBar, QPushButton, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.widgets.waiting import wait_for

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.fitting import Fit

_AS_AVERAGE = 0.005
"""A difference below this share is called none."""


class FitDialog(TallDialog):
    """Says how many reviews there are, fits on request, and keeps a fit that predicts better."""

    kept = Signal(str)
    """Decks are scheduled otherwise from now on; says how."""

    def __init__(self, study: Study, enough: int, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("FitDialog", "Fit to my memory"),
            QCoreApplication.translate("FitDialog", "Fit to my memory"),
            Standard.Close,
            parent,
        )
        self._study = study
        self._enough = enough
        self._fit: Fit | None = None
        self._latest = Latest(self, self.fail)
        self.reviews = Text("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, enough)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reviews that a fit takes"))
        self.in_use = Text("", "muted", wrap=True)
        self.by_itself = QCheckBox(self.tr("Fit by itself as reviews add up"))
        self.by_itself.clicked.connect(self._set_by_itself)
        self.outcome = Text("", "lead", wrap=True)
        self.meaning = Text("", "muted", wrap=True)
        self.body.addWidget(
            Text(
                self.tr(
                    "Cards are scheduled by how people forget on average. From your own reviews it "
                    "can be worked out how you do. What is worked out is kept only if it foresees "
                    "your newest reviews better than what is in use."
                ),
                "muted",
                wrap=True,
            )
        )
        for part in (
            self.reviews,
            self.bar,
            self.in_use,
            self.by_itself,
            self.outcome,
            self.meaning,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.fit = QPushButton(self.tr("Fit now"))
        self.keep = QPushButton(self.tr("Schedule by it"))
        self.reset = QPushButton(self.tr("Back to the average"))
        for button, act in (
            (self.fit, self._start),
            (self.keep, self._keep),
            (self.reset, self._reset),
        ):
            button.clicked.connect(act)
        set_role(self.fit, "primary")
        set_role(self.keep, "primary")
        for button in (self.fit, self.keep, self.reset):
            self.buttons.addButton(button, action)
        for hidden in (self.keep, self.reset, self.outcome, self.meaning):
            hidden.hide()
        self.fit.setEnabled(False)
        self._read()

    def _read(self) -> None:
        study = self._study

        def read() -> tuple[int, bool, bool]:
            fitted = any(options.plan.parameters for options in study.deck_options().values())
            return study.reviews_to_fit(), fitted, study.fits_by_itself()

        self._latest.run("read", read, lambda found: self._show(*found))

    def _show(self, reviews: int, fitted: bool, by_itself: bool) -> None:  # noqa: FBT001 - a job's
        self.by_itself.setChecked(by_itself)
        self.bar.setValue(min(reviews, self._enough))
        self.reviews.setText(
            self.tr("There are {n} reviews to learn from; a fit takes {enough}.")
            .replace("{n}", f"{reviews:,}")
            .replace("{enough}", f"{self._enough:,}")
        )
        self.fit.setEnabled(reviews >= self._enough)
        self.in_use.setText(
            self.tr("In use: a fit to your memory.")
            if fitted
            else self.tr("In use: the average of many learners.")
        )
        self.reset.setVisible(fitted)
        if reviews >= self._enough and not self.keep.isVisible():
            self.fit.setFocus()
        self.take_room()

    def _set_by_itself(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        study = self._study
        self._latest.run(
            "by itself", lambda: study.set_fits_by_itself(wanted=wanted), lambda _: None
        )

    def _start(self) -> None:
        self.clear_error()
        study = self._study
        wait_for(self.tr("Fitting to your memory"), study.fit, self._fitted, self._refuse, self)

    def _fitted(self, fit: Fit) -> None:
        self._fit = fit
        self.outcome.setText(
            memory_said(fit) if fit.better else self.tr("A fit would be no better.")
        )
        self.meaning.setText(
            self.tr(
                "The fit foresees your newest reviews better than what is in use. Cards keep their "
                "days: each is scheduled by it once it is graded again."
            )
            if fit.better
            else self.tr(
                "What is in use foresees your newest reviews as well as a fit to your memory does, "
                "so it stays. Nothing was changed."
            )
        )
        self.outcome.show()
        self.meaning.show()
        self.keep.setVisible(fit.better)
        self.fit.setVisible(not fit.better)
        if fit.better:
            self.keep.setFocus()
        self.take_room()

    def _keep(self) -> None:
        fit, study = self._fit, self._study
        if fit is not None and fit.better:
            said = self.tr("Cards are scheduled by your own memory from now on.")
            self._latest.run(
                "keep", lambda: study.keep_parameters(fit.parameters), lambda _: self._done(said)
            )

    def _reset(self) -> None:
        study = self._study
        said = self.tr("Cards are scheduled by the average of many learners again.")

        def reset() -> None:
            study.keep_parameters(())
            study.set_fits_by_itself(wanted=False)  # or the next start would fit again

        self._latest.run("keep", reset, lambda _: self._done(said))

    def _done(self, said: str) -> None:
        self.keep.hide()
        self.fit.show()
        self.outcome.hide()
        self.meaning.hide()
        self.kept.emit(said)
        self._read()

    def _refuse(self, error: StudyError) -> None:
        self.fail(error)
        self.take_room()


def memory_said(fit: Fit) -> str:
    """Say how the learner's memory differs from the average."""
    if abs(fit.longer) < _AS_AVERAGE:
        return _tr("Your memory keeps cards as long as average.")
    said = (
        _tr("Your memory keeps cards {share} longer than average.")
        if fit.longer > 0
        else _tr("Your memory keeps cards {share} shorter than average.")
    )
    return said.replace("{share}", words.percent(abs(fit.longer)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("fit", text)
