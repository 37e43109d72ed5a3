"""The collection in memory, which unit tests use, beside the real one: they must say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.options import DeckOptions, Exam, FormChoice, NewOrder
from nqpf_study.domain.review import Act, Plan, Rating
from nqpf_study.domain.search_query import parse_query
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.store.collection import Collection
from nqpf_study.study.backlog import backlog, begin, undo
from nqpf_study.study.history import History, Step
from nqpf_study.study.importing import plan_import
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.marks import flag, tag, tags_there
from nqpf_study.study.overview import overview
from nqpf_study.study.session import Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
DECKS = ("measures", "terms")
STEPS_OF_DAYS = Plan(learning_steps=(timedelta(minutes=3), timedelta(days=1)))
SEARCHES = (
    *("is:due", "is:new", "is:learning", "is:review", "is:suspended", "is:buried", "is:leech"),
    *("deck:terms front", "tag:odd", "kind:cloze", "生产", "lapses>0", "lapses<=1 tag:even"),
    *("note:n1", "note:terms/n2", "is:flagged", "tag:mine", "tag:odd is:flagged"),
    *("-is:new or tag:mine", "front -(is:flagged or tag:odd)", "-stability>1 (note:n1 or is:due)"),
)


def some_deck(id_: str, random: Random) -> Deck:
    """Make a version of a deck: some of its notes, in some order, each said in one of two ways."""
    numbers = random.sample(range(8), random.randrange(9))
    return Deck(id_, id_.title(), notes=tuple(some_note(at, random) for at in numbers))


def some_note(number: int, random: Random) -> Note:
    word = random.choice(["first", "second"])
    kind, fields = (
        ("reversed", {"front": f"front {number} {word}", "back": f"新质生产力 {number}"}),
        ("basic", {"question": f"question {number}", "answer": f"{word} {number}"}),
        ("cloze", {"text": f"{{{{c1::{word}}}}} and {{{{c2::{number}}}}}"}),
        ("cloze", {"text": f"{word} and {{{{c2::{number}}}}}"}),
    )[random.randrange(2, 4) if number % 3 == 2 else number % 3]
    return Note(f"n{number}", kind, fields, tags=("odd" if number % 2 else "even",))


class Twins:
    """The same learner at both collections."""

    def __init__(self, fake: FakeCollection, real: Collection, clock: Clock, seed: int) -> None:
        self.fake, self.real, self.clock = fake, real, clock
        self.both: tuple[FakeCollection | Collection, ...] = (fake, real)
        self.random = dice(seed)
        self.sittings: list[Session] = []
        self.acts: tuple[Callable[[], None], ...] = (
            *[self.grade] * 8,
            *[self.undo, self.redo, self.wait] * 2,
            *(
                self.bury,
                self.suspend,
                self.browse,
                self.mark,
                self.change,
                self.limit,
                self.sit_down,
                self.catch_up,
            ),
        )
        for deck in DECKS:
            self.load(some_deck(deck, self.random))
            self.limit()
        self.sit_down()

    def load(self, deck: Deck) -> None:
        for store in self.both:
            store.write_changes(plan_import(deck, store), (), self.clock(), unheard)

    def sit_down(self) -> None:
        decks = self.random.choice([None, ["terms"], ["terms", "measures"]])
        form = self.random.choice(list(FormChoice))
        seed = self.random.randrange(99)
        self.sittings = [
            Session(store, self.clock, DAYS, dice(seed).getrandbits, decks, form)
            for store in self.both
        ]

    def grade(self) -> None:
        rating, hint = self.random.choice(list(Rating)), self.random.random() < 0.2
        self.clock.move(seconds=self.random.randrange(90))
        for sitting in self.sittings:
            if sitting.asked is not None:
                if hint:
                    sitting.look_at_source()
                sitting.reveal()
                sitting.grade(rating)

    def bury(self) -> None:
        for sitting in self.sittings:
            if sitting.asked is not None:
                sitting.bury()

    def suspend(self) -> None:
        for sitting in self.sittings:
            if sitting.asked is not None:
                sitting.suspend()

    def undo(self) -> None:
        self._alike([sitting.undo() for sitting in self.sittings])

    def redo(self) -> None:
        self._alike([sitting.redo() for sitting in self.sittings])

    def _alike(self, steps: Sequence[Step | None]) -> None:
        fakes, reals = steps
        assert (fakes is None) == (reals is None)
        if isinstance(fakes, LogStep) and isinstance(reals, LogStep):
            assert replace(fakes.entry, id=reals.entry.id) == reals.entry
            assert fakes.name == reals.name

    def wait(self) -> None:
        self.clock.move(minutes=self.random.choice([1, 12, 600, 1500, 30000]))
        for sitting in self.sittings:
            sitting.look_again()

    def browse(self) -> None:
        act = self.random.choice([Act.BURY, Act.SUSPEND, Act.RESUME])
        rows = sorted((row for row in self.fake.rows.values() if row.used), key=lambda row: row.id)
        cards = [row.id for row in rows if self.random.random() < 0.3]
        counts = []
        for store in self.both:
            keys = [key for card in cards if (key := store.card_key(card)) is not None]
            bits = dice(1).getrandbits
            counts.append(set_aside(store, keys, act, self.clock, DAYS, bits))
        assert counts[0] == counts[1]
        self.sit_down()

    def mark(self) -> None:
        rows = sorted((row for row in self.fake.rows.values() if row.used), key=lambda row: row.id)
        cards = [row.id for row in rows if self.random.random() < 0.3]
        on = self.random.choice([True, False, None])
        tags = self.random.sample(["mine", "odd", "other"], 2)
        told = []
        for store in self.both:
            keys = [key for card in cards if (key := store.card_key(card)) is not None]
            flags = flag(store, History(), self.clock, keys, on=on)
            tagged = tag(store, History(), self.clock, keys, add=tags[:1], remove=tags[1:])
            there = tags_there(store, keys)
            told.append((flags.cards, tagged.notes, dict(there.counts), there.known))
        assert told[0] == told[1]
        self.sit_down()

    def change(self) -> None:
        self.load(some_deck(self.random.choice(DECKS), self.random))
        self.sit_down()

    def catch_up(self) -> None:
        day, days = DAYS.day(self.clock()), self.random.randint(1, 5)
        late = [backlog(store, day) for store in self.both]
        assert late[0] == late[1]
        for store in self.both:
            if late[0].count and days > 1:
                begin(store, day, days)
            else:
                undo(store)
        self.sit_down()

    def limit(self) -> None:
        plan = self.random.choice([Plan(), STEPS_OF_DAYS])
        order = self.random.choice(list(NewOrder))
        limits = self.random.randrange(6), self.random.randrange(6)
        exam = Exam(DAYS.day(self.clock()) + self.random.randint(0, 9), 0.95)
        exam_or_none = self.random.choice([exam, None, None])
        options = DeckOptions(*limits, plan, order, exam=exam_or_none)
        deck = self.random.choice(DECKS)
        if deck in self.fake.decks:
            self.fake.options[deck] = options
            self.real.set_deck_options(deck, options)

    def assert_alike(self) -> None:
        fakes, reals = self.sittings
        assert fakes.remaining == reals.remaining
        assert (fakes.asked is None) == (reals.asked is None)
        if fakes.asked is not None and reals.asked is not None:
            assert fakes.asked.card.id == reals.asked.card.id
            assert fakes.asked.card.status == reals.asked.card.status
            assert (fakes.asked.face, fakes.asked.form) == (reals.asked.face, reals.asked.form)
        for row in self.fake.rows.values():
            key = self.real.card_key(row.id)
            assert (key is not None) == row.used
            assert key is None or self.real.card(key).status == row.status
        day = DAYS.day(self.clock())
        assert overview(self.fake, day) == overview(self.real, day)
        assert self.fake.statistics(day, 30) == replace(
            self.real.statistics(day, 30), desired_retention=Plan().desired_retention
        )
        hardest = [[store.card(key).id for key in store.hardest(5)] for store in self.both]
        assert hardest[0] == hardest[1]
        for search in SEARCHES:
            found = [store.search(parse_query(search), day) for store in self.both]
            cards = [
                [card.id for card in store.cards(keys)]
                for store, keys in zip(self.both, found, strict=True)
            ]
            assert cards[0] == cards[1], search


@contextmanager
def opened(home: Path, clock: Clock) -> Iterator[Collection]:
    collection = Collection.open(home / "collection.db", backups=home / "backups", now=clock)
    try:
        yield collection
    finally:
        collection.close()


@pytest.mark.parametrize("seed", range(4))
def test_the_fake_does_what_the_real_one_does(seed: int, tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as real:
        twins = Twins(FakeCollection(), real, clock, seed)
        for _ in range(60):
            twins.random.choice(twins.acts)()
            twins.assert_alike()
