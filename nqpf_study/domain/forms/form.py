"""The forms' names, and what a form makes its question of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.review import CardId


class Form(StrEnum):
    """The name under which a form enters the log."""

    RECALL = "recall"
    CHOICE = "choice"
    MATCH = "match"
    ORDER = "order"
    LIST = "list"
    CLOZE = "cloze"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card with the note behind it: what a form makes its question of.

    The other cards of its note and of like notes are its peers: their answers are the ones that a
    learner may mistake for its own.
    """

    id: CardId
    note: Note
    face: Card

    @property
    def sort(self) -> str:
        """Return what cards have in common that ask for the same sort of answer: item-x, item-y."""
        return self.face.name.partition("-")[0]


def others_of(prompt: Prompt, peers: Sequence[Prompt]) -> list[Prompt]:
    """Return the peers that ask for the same sort of answer, the card itself left out."""
    return [peer for peer in peers if peer.id != prompt.id and peer.sort == prompt.sort]
