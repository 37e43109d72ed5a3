"""Making a question of a card: its face, and the form that it is asked in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Protocol

from nqpf_study.domain.deck import Note
from nqpf_study.domain.forms import Fit, Form, Prompt, Task, Wish, fitted, wish
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import CardId
from nqpf_study.study.ports import StoredCard


class AskingStore(Protocol):
    """What a question needs of the collection."""

    def answers_like(self, card: StoredCard) -> list[Note]:
        """Return the deck's other notes of the same kind, at most some hundred."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen: the card, its face, its form and why, and since when it shows.

    `task` is what the form asks for, None where the card is asked from memory.
    """

    card: StoredCard
    face: Card
    fit: Fit
    task: Task | None
    since: datetime

    @property
    def form(self) -> Form:
        """Return the form that the card is asked in."""
        return self.fit.form

    def is_still(self, before: Asked | None) -> bool:
        """Tell whether this is the question `before`, of a card that was only marked since."""
        if before is None or self.task is not before.task:
            return False
        return (self.card.id, self.face, self.since) == (before.card.id, before.face, before.since)


def ask(store: AskingStore, card: StoredCard, form: FormChoice, at: datetime) -> Asked | None:
    """Ask a card in the form that the learner's choice comes to.

    Return None for a card that its note has lost, as through an import while a session is open.
    """
    memory = card.status.memory
    return ask_as(store, card, wish(form, memory), f"{card.id}#{memory.reps}", at)


def ask_as(
    store: AskingStore, card: StoredCard, wished: Wish, seed: str, at: datetime
) -> Asked | None:
    """Ask a card in a wished form where it can be asked so, else from memory; None as `ask`."""
    face = next((face for face in cards_of(card.note) if face.name == card.id.card), None)
    if face is None:
        return None
    prompt = Prompt(card.id, card.note, face)
    fit, task = fitted(wished, prompt, _peers(store, card), seed)
    return Asked(card, face, fit, task, at)


def _peers(store: AskingStore, card: StoredCard) -> Callable[[], Sequence[Prompt]]:
    """Return a reader of the cards of the card's own note and of like notes, read at most once."""

    @cache
    def peers() -> tuple[Prompt, ...]:
        return tuple(
            Prompt(CardId(card.id.deck, note.id, face.name), note, face)
            for note in (card.note, *store.answers_like(card))
            for face in cards_of(note)
        )

    return peers
