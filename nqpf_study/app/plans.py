"""How decks are studied: options, exams, the backlog, and the fit to the learner's memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from nqpf_study.app.base import Joined, zone_named
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.options import DeckOptions, Exam, StudyOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.option_steps import backlog_choice, noted, parameters_in_use, set_deck_options

if TYPE_CHECKING:
    from nqpf_study.domain.backlog import BacklogPlan
    from nqpf_study.domain.exam import ExamPlan
    from nqpf_study.domain.workload import Workload
    from nqpf_study.study.backlog import Backlog
    from nqpf_study.study.fitting import Fit


class Plans(Joined):
    """What is set and planned."""

    def study_options(self) -> StudyOptions:
        """Return how all decks are studied."""
        return self.collection.study_options()

    def set_study_options(self, options: StudyOptions) -> None:
        """Keep how all decks are studied. Raises StudyError for an unknown time zone."""
        zone_named(options.zone)
        self.collection.set_study_options(options)

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return how each deck is studied, by deck id."""
        return self.collection.deck_options()

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        """Keep how a deck is studied, from the next session on."""
        set_deck_options(self.history, self.collection, deck_id, options)

    def exam_plan(self, deck: str, exam: Exam | None = None) -> ExamPlan:
        """Return what a deck's exam takes day by day, or what another `exam` would take.

        Raises StudyError for an unknown deck, one without an exam, and for a day that is over.
        """
        from nqpf_study.study.exam import exam_plan

        return exam_plan(self.collection, deck, self.today(), exam)

    def set_exam(self, deck: str, exam: Exam | None) -> None:
        """Prepare a deck for an exam from the next session on, or no more.

        Raises StudyError for an unknown deck, and for an exam that makes no sense.
        """
        from nqpf_study.study.exam import check

        if exam is not None:
            check(exam, self.today())
        options = self.deck_options().get(deck, DeckOptions())
        self.set_deck_options(deck, replace(options, exam=exam))

    def backlog(self) -> Backlog:
        """Return what was due before today and waits still, with the ways through it."""
        from nqpf_study.study.backlog import backlog

        return backlog(self.collection, self.today())

    def spread_backlog(self, days: int) -> BacklogPlan:
        """Let sessions offer the backlog over `days` study days, most at risk first; 1 is now.

        Nothing is rescheduled. Raises StudyError where nothing is late.
        """
        from nqpf_study.study.backlog import begin

        return noted(
            *(self.history, phrase("choice for the backlog"), backlog_choice(self.collection)),
            lambda: begin(self.collection, self.today(), days),
        )

    def undo_backlog(self) -> bool:
        """Take the choice for the backlog back; tell whether there was one."""
        from nqpf_study.study.backlog import undo

        name = phrase("giving up the choice for the backlog")
        setting = backlog_choice(self.collection)
        return noted(self.history, name, setting, lambda: undo(self.collection))

    def fit(self, progress: Progress = unheard) -> Fit:
        """Fit the scheduler's parameters to the log; nothing is kept. For a worker.

        Raises StudyError while the reviews are too few or the optimizer is not installed, Cancelled
        where `progress` does.
        """
        from nqpf_study.study.fitting import fit
        from nqpf_study.study.fsrs_optimizer import FsrsOptimizer

        return fit(self.collection, FsrsOptimizer(), progress)

    def fit_by_itself(self, progress: Progress = unheard) -> Fit | None:
        """Fit where there is much new to learn from, keep what is better; return what was kept.

        For a worker. Raises Cancelled where `progress` does.
        """
        from nqpf_study.study.fitting import fit_by_itself
        from nqpf_study.study.fsrs_optimizer import FsrsOptimizer

        return fit_by_itself(self.collection, FsrsOptimizer, progress)

    def fits_by_itself(self) -> bool:
        """Tell whether the scheduler is fitted to the learner by itself."""
        return self.collection.fit_options().by_itself

    def set_fits_by_itself(self, *, wanted: bool) -> None:
        """Keep whether the scheduler is fitted to the learner by itself."""
        options = replace(self.collection.fit_options(), by_itself=wanted)
        self.collection.set_fit_options(options)

    def reviews_to_fit(self) -> int:
        """Return how many reviews there are to fit to. For a worker."""
        from nqpf_study.study.fitting import reviews_to_learn_from

        return reviews_to_learn_from(self.collection)

    def keep_parameters(self, parameters: tuple[float, ...]) -> None:
        """Schedule all decks by these parameters from now on; empty are the usual ones."""
        from nqpf_study.study.fitting import keep

        name, setting = phrase("fit to your memory"), parameters_in_use(self.collection)
        noted(self.history, name, setting, lambda: keep(self.collection, parameters))

    def forecast(self, deck: str, days: int = 365, progress: Progress = unheard) -> list[Workload]:
        """Return what several desired retentions would cost and bring for a deck. For a worker."""
        from nqpf_study.study.workload import forecast

        return forecast(self.collection, deck, self.today(), days, progress=progress)
