"""Making a question of a card: its face, and its form with what there is to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random

from nqpf_study.domain.forms import Choice, Form, choice_of, wanted_form
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.study.ports import SessionStore, StoredCard


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen: the card, its face, its form, and since when it shows."""

    card: StoredCard
    face: Card
    form: Form
    choice: Choice | None
    since: datetime


def ask(store: SessionStore, card: StoredCard, form: FormChoice, at: datetime) -> Asked | None:
    """Ask a card, from memory where there is too little to choose from.

    Return None for a card that its note has lost, as through an import while a session is open.
    """
    face = next((face for face in cards_of(card.note) if face.name == card.id.card), None)
    if face is None:
        return None
    choice = None
    if wanted_form(form, card.status.memory.state) is Form.CHOICE:
        choice = _choice(store, card, face)
    return Asked(card, face, Form.RECALL if choice is None else Form.CHOICE, choice, at)


def _choice(store: SessionStore, card: StoredCard, face: Card) -> Choice | None:
    """Offer the other members of a list that holds the answer, then answers of like cards."""
    own = cards_of(card.note)
    members = [member for one in own if face.answer in one.members for member in one.members]
    alike = [
        other.answer
        for note in (card.note, *store.answers_like(card))
        for other in cards_of(note)
        if _sort(other) == _sort(face)
    ]
    distractors = card.note.distractors if own[0].name == face.name else ()
    seed = f"{card.id}#{card.status.memory.reps}"
    return choice_of(face, distractors, [members, alike], Random(seed))  # noqa: S311 - no secret


def _sort(face: Card) -> str:
    """Return what cards have in common that ask for the same sort of answer: item-x and item-y."""
    return face.name.partition("-")[0]
