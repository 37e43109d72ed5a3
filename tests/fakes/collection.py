"""A collection in memory: the ports of `nqpf_study.study`, on dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.review import CardId, CardStatus
from nqpf_study.domain.source import Document
from nqpf_study.study.importing import plan_import
from nqpf_study.study.ports import DeckChanges
from tests.fakes.parts.browse import Browse
from tests.fakes.parts.decks import Decks
from tests.fakes.parts.log import Log
from tests.fakes.parts.marks import Marks
from tests.fakes.parts.sources import Sources
from tests.fakes.parts.statistics import StudyStatistics


class FakeCollection(Log, Decks, Sources, Browse, Marks, StudyStatistics):
    """Implements the ports of sessions, decks, sources, browsing, exploring and statistics."""

    def add(self, deck: Deck, at: datetime, documents: Iterable[Document] = ()) -> DeckChanges:
        """Import a deck."""
        changes = plan_import(deck, self)
        self.write_changes(changes, documents, at, unheard)
        return changes

    def status(self, card: CardId) -> CardStatus:
        """Return what is kept of a card, retired ones included."""
        return self._row(card).status
