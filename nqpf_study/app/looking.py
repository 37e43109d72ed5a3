"""Looking at what a collection holds: passages, sources, searches, figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nqpf_study.app.searching import Searching
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.source import Document
from nqpf_study.study.lookup import LookedUp, MarkedDocument, look_up, marked, places_quoted
from nqpf_study.study.overview import GUESSED_PACE, overview
from nqpf_study.study.ports import CardOrder, StoredCard
from nqpf_study.study.statistics import Overview, Statistics

if TYPE_CHECKING:
    from nqpf_study.study.explore import Explored
    from nqpf_study.study.leeches import Leech


class Looking(Searching):
    """What is looked at. Nothing is changed."""

    def overview(self) -> Overview:
        """Return the study home's figures."""
        return overview(self.collection, self.today())

    def passages(self, card: StoredCard) -> tuple[LookedUp, ...]:
        """Return the passages that a card rests on, each found in its source or not."""
        wanted = {passage.source for passage in card.note.passages}
        found = {id_: self.collection.document(id_) for id_ in wanted}
        return look_up(card.note, {id_: doc for id_, doc in found.items() if doc is not None})

    def documents(self) -> list[Document]:
        """Return every source of the collection."""
        return self.collection.documents()

    def places_quoted(self) -> dict[str, int]:
        """Return how many places of each source passages quote, by source id."""
        return places_quoted(self.collection.documents(), self.collection.passages())

    def read(self, source_id: str) -> MarkedDocument:
        """Return a source with every passage marked. Raises StudyError for an unknown source."""
        document = self.collection.document(source_id)
        if document is None:
            raise StudyError(
                phrase("There is no source “{source_id}” in the collection.", source_id=source_id)
            )
        return marked(document, self.collection.passages_on(source_id))

    def search(self, text: str, order: CardOrder | None = None) -> list[int]:
        """Return the keys of the cards that a search finds, as decks have them or in an order."""
        keys = self.collection.search(parse_query(text), self.today())
        return keys if order is None else self.collection.sorted_by(keys, order)

    def explore(self, progress: Progress = unheard) -> Explored:
        """Return the measures, events, pledges and terms of the decks, and how they are known.

        Raises Cancelled where `progress` does.
        """
        from nqpf_study.study.explore import explore

        return explore(self.collection, self.today(), progress)

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        """Return cards by key."""
        return self.collection.cards(keys)

    def deck_titles(self) -> dict[str, str]:
        """Return the titles of the decks in use by id, in the order of their first import."""
        found = ((id_, self.collection.stored_deck(id_)) for id_ in self.collection.deck_ids())
        return {id_: deck.title for id_, deck in found if deck is not None}

    def statistics(
        self, days: int | None = 30, progress: Progress = unheard, deck: str | None = None
    ) -> Statistics:
        """Return progress over the last and the next `days` study days (None: in all).

        Only `deck` counts where it is given. Raises Cancelled where `progress` does.
        """
        return self.collection.statistics(self.today(), days, progress, deck)

    def hardest(self, count: int = 10, deck: str | None = None) -> list[StoredCard]:
        """Return up to `count` cards (of `deck`) that are hardest to keep, the hardest first."""
        return self.collection.cards(self.collection.hardest(count, deck))

    def leeches(self, decks: Sequence[str] | None = None) -> list[Leech]:
        """Return the cards that are forgotten again and again, and what they are mixed up with."""
        from nqpf_study.study.leeches import leeches

        return leeches(self.collection, decks)

    def seconds_per_card(self) -> float:
        """Return the learner's pace, or a guess of it."""
        return self.collection.seconds_per_card() or GUESSED_PACE
