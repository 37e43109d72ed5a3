"""Leeches: cards that are forgotten again and again, and what they are confused with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import CardId
from nqpf_study.study.ports import Confused, StoredCard


class LeechStore(Protocol):
    """What looking for leeches asks of the collection."""

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        ...

    def lapsed(self, deck: str, least: int) -> list[StoredCard]:
        """Return a deck's cards in use that lapsed `least` times or more, the worst first."""
        ...

    def confusions(self) -> list[Confused]:
        """Return every wrong answer that was given, counted, the most frequent first."""
        ...


@dataclass(frozen=True, slots=True)
class Leech:
    """A leech with the wrong answers that were given to it, the most frequent first.

    `given_for` are cards that were answered with this one's answer.
    """

    card: StoredCard
    confused: tuple[Confused, ...] = ()
    given_for: tuple[CardId, ...] = ()

    @property
    def lapses(self) -> int:
        """Return how often the card was forgotten."""
        return self.card.status.memory.lapses

    @property
    def confusable(self) -> tuple[CardId, ...]:
        """Return the cards that it is mixed up with, in either direction, each once."""
        mixed = [one.mistaken_for for one in self.confused if one.mistaken_for is not None]
        return tuple(dict.fromkeys((*mixed, *self.given_for)))


def leeches(store: LeechStore, decks: Sequence[str] | None = None) -> list[Leech]:
    """Return the leeches of `decks` (None: all), the worst first; suspended ones are among them.

    A deck whose threshold is 0 has none.
    """
    found = [
        card
        for deck, options in store.deck_options().items()
        if options.leech_threshold and (decks is None or deck in decks)
        for card in store.lapsed(deck, options.leech_threshold)
    ]
    if not found:
        return []
    confused: dict[CardId, list[Confused]] = {}
    given_for: dict[CardId, list[CardId]] = {}
    for one in store.confusions():
        confused.setdefault(one.card, []).append(one)
        if one.mistaken_for is not None:
            given_for.setdefault(one.mistaken_for, []).append(one.card)
    return [
        Leech(card, tuple(confused.get(card.id, ())), tuple(given_for.get(card.id, ())))
        for card in sorted(found, key=lambda card: (-card.status.memory.lapses, card.key))
    ]
