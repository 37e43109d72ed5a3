"""What the learner has set."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, FitOptions, StudyOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.store.convert import (
    backlog_plan_json,
    backlog_plan_of,
    deck_options_json,
    deck_options_of,
    fit_options_json,
    fit_options_of,
    saved_searches_json,
    saved_searches_of,
    study_options_json,
    study_options_of,
)
from nqpf_study.store.part import Part
from nqpf_study.store.tables import decks, settings

_STUDY, _BACKLOG, _FIT, _SEARCHES = "study", "backlog", "fit", "searches"
_DECK_FILE = "file of deck "
_READ = select(settings.c.value).where(settings.c.name == bindparam("named"))
_DECKS = select(decks.c.id, decks.c.options).where(decks.c.in_use.is_(True)).order_by(decks.c.key)


def searches_in(connection: Connection) -> tuple[SavedSearch, ...]:
    """Return the searches that were saved, in the order of their names."""
    return saved_searches_of(connection.execute(_READ, {"named": _SEARCHES}).scalar())


def keep_searches_in(connection: Connection, searches: Sequence[SavedSearch]) -> None:
    """Keep these searches, and no others, within a transaction."""
    _keep_in(connection, _SEARCHES, saved_searches_json(searches))


def _keep_in(connection: Connection, name: str, value: str) -> None:
    keep = insert(settings).values(name=name, value=value)
    connection.execute(keep.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


class Settings(Part):
    """How all decks are studied, and how each one is."""

    def study_options(self) -> StudyOptions:
        """Return how all decks are studied."""
        with self._database.read() as connection:
            return study_options_of(connection.execute(_READ, {"named": _STUDY}).scalar())

    def set_study_options(self, options: StudyOptions) -> None:
        """Keep how all decks are studied."""
        self._keep(_STUDY, study_options_json(options))

    def backlog_plan(self) -> BacklogPlan | None:
        """Return the plan for a backlog that was chosen last, None where none was."""
        with self._database.read() as connection:
            return backlog_plan_of(connection.execute(_READ, {"named": _BACKLOG}).scalar())

    def set_backlog_plan(self, plan: BacklogPlan | None) -> None:
        """Keep the plan for a backlog, or none."""
        self._keep(_BACKLOG, backlog_plan_json(plan))

    def fit_options(self) -> FitOptions:
        """Return how the scheduler is fitted to the learner."""
        with self._database.read() as connection:
            return fit_options_of(connection.execute(_READ, {"named": _FIT}).scalar())

    def set_fit_options(self, options: FitOptions) -> None:
        """Keep how the scheduler is fitted to the learner."""
        self._keep(_FIT, fit_options_json(options))

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that were saved, in the order of their names."""
        with self._database.read() as connection:
            return searches_in(connection)

    def keep_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Keep these searches, and no others."""
        with self._database.write() as connection:
            keep_searches_in(connection, searches)

    def deck_file(self, deck_id: str) -> Path | None:
        """Return the file that a deck was imported from last, None where that isn't known."""
        with self._database.read() as connection:
            kept = connection.execute(_READ, {"named": f"{_DECK_FILE}{deck_id}"}).scalar()
        return None if kept is None else Path(json.loads(kept))

    def set_deck_file(self, deck_id: str, path: Path) -> None:
        """Keep which file a deck was imported from."""
        self._keep(f"{_DECK_FILE}{deck_id}", json.dumps(str(path)))

    def _keep(self, name: str, value: str) -> None:
        with self._database.write() as connection:
            _keep_in(connection, name, value)

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        with self._database.read() as connection:
            return {id_: deck_options_of(kept) for id_, kept in connection.execute(_DECKS)}

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        """Keep how a deck is studied. Raises StudyError where there is no such deck."""
        keep = update(decks).where(decks.c.id == deck_id).values(options=deck_options_json(options))
        with self._database.write() as connection:
            if connection.execute(keep).rowcount == 0:
                raise StudyError(
                    phrase("There is no deck “{deck_id}” in the collection.", deck_id=deck_id)
                )
