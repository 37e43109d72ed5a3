"""Notes, decks and sessions over them in few words, for tests."""

from __future__ import annotations

from datetime import UTC

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.forms import Choice
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import CardId, LogEntry, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.asking import Asked
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)


def basic(name: str) -> Note:
    return Note(name, "basic", {"question": f"{name}?", "answer": f"the answer {name}"})


def deck_of(*notes: Note, id_: str = "terms") -> Deck:
    return Deck(id_, id_.title(), notes=notes)


def collection(*notes: Note, new_per_day: int = 100) -> FakeCollection:
    store = FakeCollection()
    store.add(deck_of(*notes), Clock().at)
    store.options["terms"] = DeckOptions(new_per_day=new_per_day)
    return store


def session(
    store: FakeCollection,
    clock: Clock,
    decks: list[str] | None = None,
    form: FormChoice | None = None,
) -> Session:
    return Session(store, clock, DAYS, dice(1).getrandbits, decks, form)


def asked(sitting: Session) -> Asked:
    assert sitting.asked is not None
    return sitting.asked


def offered(sitting: Session) -> Choice:
    """Return the answers to choose from."""
    task = asked(sitting).task
    assert isinstance(task, Choice)
    return task


def name(sitting: Session) -> str:
    """Return the note that is asked."""
    return asked(sitting).card.id.note


def answer(sitting: Session, rating: Rating = Rating.GOOD) -> str:
    """Grade the card on the screen; return its note."""
    was = name(sitting)
    sitting.reveal()
    sitting.grade(rating)
    return was


def card(note: str, deck: str = "terms") -> CardId:
    return CardId(deck, note, "answer")


def learned(store: FakeCollection, clock: Clock, *, days: int = 30) -> None:
    """Take every card into review, and let `days` pass."""
    sitting = session(store, clock)
    while sitting.asked is not None:
        answer(sitting, Rating.EASY)
    clock.move(days=days)


def taken_back(sitting: Session) -> LogEntry:
    step = sitting.undo()
    assert isinstance(step, LogStep)
    return step.entry
