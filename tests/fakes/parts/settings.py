"""What the learner has set."""

from __future__ import annotations

from collections.abc import Mapping

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.options import DeckOptions, FitOptions, StudyOptions
from tests.fakes.parts.part import Part


class Settings(Part):
    """Options of studying, of decks, of a backlog and of fitting."""

    def study_options(self) -> StudyOptions:
        return self.study

    def deck_options(self) -> Mapping[str, DeckOptions]:
        return {id_: self.options.get(id_, DeckOptions()) for id_ in self.decks}

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        self.options[deck_id] = options

    def backlog_plan(self) -> BacklogPlan | None:
        return self.backlog

    def set_backlog_plan(self, plan: BacklogPlan | None) -> None:
        self.backlog = plan

    def fit_options(self) -> FitOptions:
        return self.fitting

    def set_fit_options(self, options: FitOptions) -> None:
        self.fitting = options
