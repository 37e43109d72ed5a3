"""A practice test: questions over some cards, with no effect on the schedule or the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Protocol

from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.forms import FitReason, Form, Judgement, Wish, wish
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.domain.search_query import Query
from nqpf_study.study.asking import Asked, AskingStore, ask_as
from nqpf_study.study.ports import StoredCard
from nqpf_study.study.rehearsal import Rehearsal

POINTS: Mapping[Rating, float] = MappingProxyType(
    {Rating.AGAIN: 0.0, Rating.HARD: 0.5, Rating.GOOD: 1.0, Rating.EASY: 1.0}
)
"""What an answer is worth by its rating: a half for one that is partly right."""

_FORMS = tuple(form for form in Form if form is not Form.RECALL)
_AT_ONCE = 50  # cards that are read from the collection together


class PracticeStore(AskingStore, Protocol):
    """What a practice test reads; nothing in it can write."""

    def search(self, query: Query, day: int) -> list[int]:
        """Return the keys of the cards in use that fit."""
        ...

    def cards(self, keys: Sequence[int]) -> list[StoredCard]:
        """Return cards by key, in the order asked; keys that are gone are left out."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """What a test is about: cards that a search finds on study day `day`.

    They are of `decks` (ids; None: any), and of a note with one of `tags` (none: any).
    """

    query: Query = Query()  # noqa: RUF009 - frozen
    day: int = 0
    decks: Sequence[str] | None = None
    tags: tuple[str, ...] = ()

    def keys(self, store: PracticeStore) -> list[int]:
        """Return the cards' keys, in their order."""
        asked = [replace(self.query, tags=(*self.query.tags, tag)) for tag in self.tags]
        return sorted({key for one in asked or [self.query] for key in store.search(one, self.day)})

    def holds(self, card: StoredCard) -> bool:
        """Tell whether a found card is to be asked."""
        of_deck = self.decks is None or card.id.deck in self.decks
        return of_deck and not card.status.suspended


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the test with what came of it; `judgement` is None where nothing was given."""

    asked: Asked
    rating: Rating
    judgement: Judgement | None = None

    @property
    def card(self) -> StoredCard:
        """Return the card that was asked."""
        return self.asked.card

    @property
    def face(self) -> Card:
        """Return the question and the answer."""
        return self.asked.face

    @property
    def points(self) -> float:
        """Return what the answer is worth: 0, 0.5 or 1."""
        return POINTS[self.rating]


@dataclass(frozen=True, slots=True)
class Theme:
    """How the questions of one tag did."""

    tag: str
    questions: int
    points: float

    @property
    def share(self) -> float:
        """Return the share of the points that could be had: 0 to 1."""
        return self.points / self.questions


@dataclass(frozen=True, slots=True)
class Result:
    """What a test came to; a question counts for each tag of its note, the learner's too."""

    answered: tuple[Answered, ...]
    total: int
    """How many questions the test has, those that were not reached included."""

    @property
    def points(self) -> float:
        """Return the points of the questions that were answered."""
        return sum(one.points for one in self.answered)

    @property
    def share(self) -> float | None:
        """Return the share of right answers (0 to 1), None before the first one."""
        return self.points / len(self.answered) if self.answered else None

    @property
    def missed(self) -> tuple[Answered, ...]:
        """Return the questions that were not wholly right."""
        return tuple(one for one in self.answered if one.points < 1)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Return how each tag did, the weakest first."""
        by_tag: defaultdict[str, list[float]] = defaultdict(list)
        for one in self.answered:
            for tag in dict.fromkeys((*one.card.note.tags, *one.card.own_tags)):
                by_tag[tag].append(one.points)
        themes = (Theme(tag, len(points), sum(points)) for tag, points in by_tag.items())
        return tuple(sorted(themes, key=lambda theme: (theme.share, -theme.questions, theme.tag)))


class Practice(Rehearsal):
    """A test being taken."""

    def __init__(self, questions: Sequence[Asked], seed: int) -> None:
        """Ask the first of the questions; `seed` is the one that they were drawn by."""
        self.questions = tuple(questions)
        self.seed = seed
        self._answered: list[Answered] = []
        super().__init__()

    @property
    def place(self) -> int:
        """Return the number of the question on the screen, from 1 on."""
        return len(self._answered) + 1

    def next_question(self) -> Asked | None:
        """Return the question after those that were answered."""
        place = len(self._answered)
        return self.questions[place] if place < len(self.questions) else None

    def take(self, asked: Asked, rating: Rating, judgement: Judgement | None) -> None:
        """Keep what came of a question, for the result."""
        self._answered.append(Answered(asked, rating, judgement))

    def result(self) -> Result:
        """Return what the test came to so far."""
        return Result(tuple(self._answered), len(self.questions))


def draw(
    store: PracticeStore,
    scope: Scope,
    count: int,
    seed: int,
    at: datetime,
    form: FormChoice | None = None,
    progress: Progress = unheard,
) -> Practice:
    """Draw a test of up to `count` questions; suspended cards are left out.

    Of each note one card comes before a second of any does. `form` is how they are asked; None
    lets the forms take turns. The same seed draws the same test from the same cards. Raises
    Cancelled where `progress` does.
    """
    progress(0, count, "questions")
    random = Random(seed)  # noqa: S311 - no secret
    questions: list[Asked] = []
    found = scope.keys(store)
    random.shuffle(found)
    for card in _one_of_each_note_first(store, scope, found):
        if len(questions) == count:
            break
        asked = ask_as(store, card, _wish(form, card, seed), f"{seed}#{card.id}", at)
        progress(len(questions), count, "questions")
        if asked is not None:
            questions.append(asked)
    return Practice(questions, seed)


def _wish(form: FormChoice | None, card: StoredCard, seed: int) -> Wish:
    if form is not None:
        return wish(form, card.status.memory)
    turns = Random(f"{seed}#{card.id}#forms")  # noqa: S311 - no secret
    return Wish(FitReason.TURN, tuple(turns.sample(_FORMS, len(_FORMS))))


def _one_of_each_note_first(
    store: PracticeStore, scope: Scope, keys: Sequence[int]
) -> Iterator[StoredCard]:
    met: set[int] = set()
    siblings: list[StoredCard] = []
    for start in range(0, len(keys), _AT_ONCE):
        for card in store.cards(keys[start : start + _AT_ONCE]):
            if not scope.holds(card):
                continue
            if card.note_key in met:
                siblings.append(card)
                continue
            met.add(card.note_key)
            yield card
    yield from siblings
