from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.forms import Choice, Form
from nqpf_study.domain.options import DeckOptions, FormChoice, StudyOptions
from nqpf_study.domain.replay import replay
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating, State
from nqpf_study.domain.scheduling import interval
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.agenda import Remaining
from nqpf_study.study.asking import Asked
from nqpf_study.study.history import History
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.ports import StoredCard
from nqpf_study.study.session import LONGEST_ANSWER, Session
from nqpf_study.study.setting_aside import set_aside
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
MINUTE = timedelta(minutes=1)


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


@pytest.fixture
def clock() -> Clock:
    return Clock()


# --- question, reveal, grade ------------------------------------------------------------------


def test_the_first_question_shows_at_once(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    assert asked(sitting).face.question == "a?"
    assert asked(sitting).since == clock.at
    assert not sitting.revealed


def test_without_cards_nothing_is_asked(clock: Clock) -> None:
    sitting = session(FakeCollection(), clock)
    assert sitting.asked is None
    assert sitting.remaining == Remaining()
    assert sitting.summary().graded == ()
    sitting.look_at_source()
    assert not sitting.hinted


def test_what_isn_t_asked_can_t_be_answered(clock: Clock) -> None:
    sitting = session(FakeCollection(), clock)
    acts: list[Callable[[], object]] = [sitting.reveal, sitting.bury, sitting.suspend]
    acts += [lambda: sitting.grade(Rating.GOOD), lambda: sitting.answer(0)]
    for act in acts:
        with pytest.raises(ValueError, match="no card is asked"):
            act()


def test_the_answer_is_revealed_before_it_is_graded(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    with pytest.raises(ValueError, match="reveal"):
        sitting.grade(Rating.GOOD)
    assert store.log == []


def test_a_grade_is_recorded_before_the_next_card_shows(clock: Clock) -> None:
    shown: list[tuple[int, str]] = []

    class Watched(FakeCollection):
        def card(self, key: int) -> StoredCard:
            shown.append((len(self.log), super().card(key).id.note))
            return super().card(key)

    store = Watched()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    answer(sitting)
    assert shown == [(0, "a"), (1, "b")]


def test_a_grade_says_what_was_asked_how_and_how_long(clock: Clock) -> None:
    store = collection(basic("a"))
    plan = Plan(desired_retention=0.85)
    store.options["terms"] = DeckOptions(plan=plan)
    sitting = session(store, clock)
    clock.move(seconds=7.5)
    sitting.reveal()
    clock.move(seconds=2)
    sitting.grade(Rating.HARD)
    (entry,) = store.log
    assert entry == LogEntry(
        id=entry.id,
        card=card("a"),
        act=Act.GRADE,
        at=clock.at,
        day=clock.at.toordinal(),
        state=State.NEW,
        rating=Rating.HARD,
        form="recall",
        duration=9500,
        plan=plan,
    )
    assert store.status(card("a")) == replay(store.log)


@pytest.mark.parametrize("rating", Rating)
def test_the_forecast_on_the_buttons_is_what_grading_does(clock: Clock, rating: Rating) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    sitting = session(store, clock)
    forecast = sitting.reveal()
    assert sitting.reveal() is forecast
    sitting.grade(rating)
    assert store.status(card("a")).memory == forecast[rating]


def test_the_forecast_holds_where_the_day_ends_while_the_answer_shows(clock: Clock) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    clock.at = clock.at.replace(hour=3, minute=59)
    sitting = session(store, clock)
    forecast = sitting.reveal()
    clock.move(minutes=2)
    sitting.grade(Rating.GOOD)
    memory = store.status(card("a")).memory
    assert memory == replace(forecast[Rating.GOOD], last_at=clock.at)
    assert interval(memory) == interval(forecast[Rating.GOOD])
    assert replay(store.log).memory == memory


@pytest.mark.parametrize("away", [timedelta(hours=5), timedelta(minutes=-10)])
def test_time_spent_elsewhere_is_no_time_spent_on_a_card(clock: Clock, away: timedelta) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    sitting.reveal()
    clock.at += away
    sitting.grade(Rating.GOOD)
    counted = max(timedelta(), min(away, LONGEST_ANSWER))
    assert store.log[0].duration == counted / timedelta(milliseconds=1)
    assert sitting.summary().duration == counted


def test_a_failed_save_leaves_the_card_on_the_screen(clock: Clock) -> None:
    class Full(FakeCollection):
        full = True

        def record(self, entry: LogEntry, status: CardStatus) -> None:
            if self.full:
                raise StudyError("The disk is full.")
            super().record(entry, status)

    store = Full()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    forecast = sitting.reveal()
    before = sitting.remaining
    acts: list[Callable[[], None]] = [sitting.bury, sitting.suspend]
    for act in (lambda: sitting.grade(Rating.AGAIN), *acts):
        with pytest.raises(StudyError):
            act()
        assert name(sitting) == "a"
        assert sitting.revealed
        assert sitting.remaining == before
        assert sitting.summary().graded == ()
    store.full = False
    sitting.grade(Rating.GOOD)
    assert name(sitting) == "b"
    assert store.status(card("a")).memory == forecast[Rating.GOOD]
    store.full = True
    with pytest.raises(StudyError):
        sitting.undo()
    assert name(sitting) == "b"
    assert len(sitting.summary().graded) == 1
    store.full = False
    sitting.undo()
    assert name(sitting) == "a"


def test_a_saved_card_can_t_be_graded_twice_where_the_next_one_fails_to_load(clock: Clock) -> None:
    class Flaky(FakeCollection):
        fails = False

        def card(self, key: int) -> StoredCard:
            if self.fails:
                raise StudyError("The disk is gone.")
            return super().card(key)

    store = Flaky()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    sitting.reveal()
    store.fails = True
    with pytest.raises(StudyError):
        sitting.grade(Rating.GOOD)
    assert sitting.asked is None
    assert len(store.log) == 1
    store.fails = False
    sitting.look_again()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1, learning=1)


# --- hints and proposals ----------------------------------------------------------------------


def test_a_look_at_the_source_before_the_reveal_caps_the_grade_at_hard(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.look_at_source()
    assert sitting.hinted
    assert (sitting.best_rating, sitting.proposed) == (Rating.HARD, Rating.HARD)
    forecast = sitting.reveal()
    assert forecast[Rating.EASY] == forecast[Rating.GOOD] == forecast[Rating.HARD]
    sitting.grade(Rating.EASY)
    assert (store.log[0].rating, store.log[0].hinted) == (Rating.HARD, True)
    assert store.status(card("a")).memory == forecast[Rating.EASY]
    assert (sitting.hinted, sitting.best_rating) == (False, Rating.EASY), "the next starts afresh"


def test_a_hint_doesn_t_raise_again_to_hard(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    sitting.look_at_source()
    answer(sitting, Rating.AGAIN)
    assert store.log[0].rating is Rating.AGAIN


def test_a_look_at_the_source_after_the_reveal_is_no_hint(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    sitting.reveal()
    sitting.look_at_source()
    assert not sitting.hinted
    assert sitting.proposed is Rating.GOOD


# --- choice -----------------------------------------------------------------------------------


def test_a_choice_proposes_the_grade(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdef"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    choice = offered(sitting)
    assert choice.options[choice.right] == "the answer a"
    judged = sitting.answer(choice.right)
    assert (judged.right, sitting.revealed, sitting.proposed) == (True, True, Rating.GOOD)
    sitting.grade(sitting.proposed)
    assert store.log[0].form == "choice"

    choice = offered(sitting)
    assert not sitting.answer((choice.right + 1) % len(choice.options)).right
    assert sitting.proposed is Rating.AGAIN
    assert sitting.judgement is not None


def test_the_first_choice_counts(clock: Clock) -> None:
    sitting = session(
        collection(*(basic(letter) for letter in "abcd")), clock, form=FormChoice.CHOICE
    )
    choice = offered(sitting)
    sitting.answer((choice.right + 1) % len(choice.options))
    assert not sitting.answer(choice.right).right
    assert sitting.proposed is Rating.AGAIN


def test_a_choice_made_after_the_answer_shows_counts_for_nothing(clock: Clock) -> None:
    sitting = session(
        collection(*(basic(letter) for letter in "abcd")), clock, form=FormChoice.CHOICE
    )
    choice = offered(sitting)
    sitting.reveal()
    assert not sitting.answer((choice.right + 1) % len(choice.options)).right
    assert sitting.judgement is None
    assert sitting.proposed is Rating.GOOD


def test_a_card_with_too_little_to_choose_from_is_asked_from_memory(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).form is Form.RECALL
    with pytest.raises(ValueError, match="memory"):
        sitting.answer(0)
    answer(sitting)
    assert store.log[0].form == "recall"


def test_the_learners_form_holds_unless_a_session_asks_for_another(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcd"))
    store.study = StudyOptions(form=FormChoice.MIXED)
    assert asked(session(store, clock)).form is Form.CHOICE
    assert asked(session(store, clock, form=FormChoice.RECALL)).form is Form.RECALL
    learned(store, clock)
    assert asked(session(store, clock)).form is Form.RECALL
    assert asked(session(store, clock, form=FormChoice.CHOICE)).form is Form.CHOICE


def test_a_choice_is_offered_alike_when_the_card_is_asked_again_after_an_undo(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdefgh"))
    sitting = session(store, clock, form=FormChoice.CHOICE)
    before = offered(sitting)
    answer(sitting)
    sitting.undo()
    assert offered(sitting) == before


def test_a_member_of_a_list_is_chosen_among_the_other_members(clock: Clock) -> None:
    """Those without a card of their own are offered as well."""
    members = tuple(Member(text) for text in ("strategies", "chains", "greenery"))
    asked_for = (Member("talent", "talent", "Which of the four is about people?"),)
    four = Note("four", "list", {"question": "Which four?", "items": members + asked_for})
    elsewhere = [
        replace(four, id=f"n{at}", fields={**four.fields, "items": (Member(f"{at}", "m", "?"),)})
        for at in range(9)
    ]
    store = collection(four, *elsewhere)
    whole = [row.key for row in store.rows.values() if row.id.card == "all"]
    set_aside(store, whole, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).face.name == "item-talent"
    choice = offered(sitting)
    assert set(choice.options) == {"strategies", "chains", "greenery", "talent"}


def test_an_authors_wrong_answers_belong_to_a_notes_first_card(clock: Clock) -> None:
    wrong = ("wrong one", "wrong two", "wrong three")
    note = Note("a", "reversed", {"front": "north", "back": "south"}, distractors=wrong)
    others = [Note(f"n{at}", "reversed", {"front": f"f{at}", "back": f"b{at}"}) for at in range(4)]
    store = collection(note, *others)
    choice = offered(session(store, clock, form=FormChoice.CHOICE))
    assert set(choice.options) == {"south", *wrong}
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    set_aside(
        store,
        [row.key for row in store.rows.values() if row.id != CardId("terms", "a", "backward")],
        Act.SUSPEND,
        clock,
        DAYS,
        dice(2).getrandbits,
    )
    clock.move(days=1)
    sitting = session(store, clock, form=FormChoice.CHOICE)
    assert asked(sitting).face.name == "backward"
    choice = offered(sitting)
    assert not set(wrong) & set(choice.options)


# --- learning steps ---------------------------------------------------------------------------


def test_a_learning_step_comes_back_when_it_has_ended(clock: Clock) -> None:
    sitting = session(collection(*(basic(letter) for letter in "abcd")), clock)
    assert answer(sitting, Rating.AGAIN) == "a"
    assert answer(sitting) == "b"
    clock.move(seconds=61)
    assert answer(sitting) == "c"
    assert name(sitting) == "a"


def test_when_no_card_is_left_a_step_that_ends_soon_is_asked_early(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    answer(sitting, Rating.GOOD)
    answer(sitting, Rating.AGAIN)
    assert name(sitting) == "b", "its step of a minute ends before the other's of ten"


def test_a_step_that_ends_later_is_waited_for(clock: Clock) -> None:
    store = collection(basic("a"))
    store.options["terms"] = DeckOptions(plan=Plan(learning_steps=(30 * MINUTE,)))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert sitting.asked is None
    assert sitting.remaining == Remaining(learning=1)
    assert sitting.summary().next_due == clock.at + 30 * MINUTE
    sitting.look_again()
    assert sitting.asked is None
    clock.move(minutes=11)
    sitting.look_again()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(learning=1)
    assert sitting.summary().next_due is None


def test_looking_again_leaves_a_question_alone(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    sitting.look_at_source()
    sitting.look_again()
    assert name(sitting) == "a"
    assert sitting.hinted


def test_a_step_of_days_doesn_t_keep_a_session_open(clock: Clock) -> None:
    store = collection(basic("a"))
    store.options["terms"] = DeckOptions(plan=Plan(learning_steps=(timedelta(days=1),)))
    clock.at = clock.at.replace(hour=22)
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert sitting.asked is None
    assert sitting.remaining.total == 0
    clock.move(hours=10)
    sitting = session(store, clock)
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(due=1)


def test_steps_that_run_when_a_session_starts_are_waited_for(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), new_per_day=1)
    answer(session(store, clock))
    sitting = session(store, clock)
    assert sitting.remaining == Remaining(learning=1)
    assert name(sitting) == "a"


# --- setting aside ----------------------------------------------------------------------------


def test_a_buried_card_is_back_on_the_next_study_day(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.bury()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)
    assert sitting.summary().graded == ()
    assert name(session(store, clock)) == "b"
    clock.move(days=1)
    assert name(session(store, clock)) == "a"


def test_a_suspended_card_stays_away(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.suspend()
    assert name(sitting) == "b"
    clock.move(days=100)
    assert name(session(store, clock)) == "b"


def test_a_card_that_was_set_aside_elsewhere_meanwhile_is_passed_over(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    keys = [key for key, row in store.rows.items() if row.id.note == "b"]
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    answer(sitting)
    assert name(sitting) == "c"


def test_a_grade_keeps_what_was_done_to_the_card_elsewhere_meanwhile(clock: Clock) -> None:
    """The browser suspends the very card that a session shows."""
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    sitting.reveal()
    set_aside(store, [asked(sitting).card.key], Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting.grade(Rating.GOOD)
    assert store.status(card("a")).suspended
    assert store.status(card("a")) == replay(store.entries(card("a")))
    assert [entry.act for entry in sorted(store.log, key=lambda entry: entry.id)] == [
        Act.SUSPEND,
        Act.GRADE,
    ], "ids are in the order of the acts, though the clock stood still"


def test_a_card_that_its_note_lost_meanwhile_is_passed_over(clock: Clock) -> None:
    two = Note("pair", "cloze", {"text": "{{c1::One}} and {{c2::two}}."})
    store = collection(basic("a"), two, basic("b"))
    sitting = session(store, clock)
    store.add(
        deck_of(basic("a"), replace(two, fields={"text": "One and {{c2::two}}."}), basic("b")),
        clock(),
    )
    answer(sitting)
    assert name(sitting) == "b"


# --- undo -------------------------------------------------------------------------------------


def taken_back(sitting: Session) -> LogEntry:
    step = sitting.undo()
    assert isinstance(step, LogStep)
    return step.entry


def test_nothing_to_undo(clock: Clock) -> None:
    store = collection(basic("a"))
    sitting = session(store, clock)
    assert sitting.undo() is None
    assert name(sitting) == "a"
    assert store.log == []


def test_undo_of_a_grade_asks_the_card_again_as_it_was(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), basic("c"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    entry = taken_back(sitting)
    assert entry.rating is Rating.AGAIN
    assert store.status(card("a")) == CardStatus()
    assert name(sitting) == "a"
    assert not sitting.revealed
    assert sitting.remaining == Remaining(new=3)
    assert sitting.summary().graded == ()
    answer(sitting, Rating.EASY)
    assert name(sitting) == "b", "the card that was on the screen comes next"
    assert store.status(card("a")) == replay(store.entries(card("a")))


@pytest.mark.parametrize("act", [Act.BURY, Act.SUSPEND])
def test_undo_of_a_card_set_aside_asks_it_again(clock: Clock, act: Act) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    if act is Act.BURY:
        sitting.bury()
    else:
        sitting.suspend()
    entry = taken_back(sitting)
    assert entry.act is act
    assert name(sitting) == "a"
    assert store.status(card("a")) == CardStatus()
    assert sitting.remaining == Remaining(new=2)


def test_undo_after_the_last_card(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    answer(sitting, Rating.EASY)
    assert sitting.asked is None
    sitting.undo()
    assert name(sitting) == "a"


def test_undo_goes_back_act_by_act_across_sessions(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    sitting.bury()
    clock.move(hours=1)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    undone = []
    while (step := sitting.undo()) is not None:
        assert isinstance(step, LogStep)
        entry = step.entry
        undone.append((entry.card.note, entry.act))
        assert name(sitting) == entry.card.note
        assert store.status(entry.card) == CardStatus()
    assert undone == [("c", Act.GRADE), ("b", Act.BURY), ("a", Act.GRADE)]
    assert sitting.remaining == Remaining(new=3)
    assert sitting.summary().graded == ()


def test_undo_of_a_review_restores_its_memory_exactly(clock: Clock) -> None:
    store = collection(basic("a"))
    learned(store, clock)
    before = store.status(card("a"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    assert store.status(card("a")).memory.lapses == 1
    sitting.undo()
    assert store.status(card("a")) == before
    assert sitting.remaining == Remaining(due=1)


def test_undo_of_a_card_in_a_learning_step_keeps_the_count(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    clock.move(minutes=2)
    answer(sitting, Rating.EASY)
    assert name(sitting) == "a"
    answer(sitting, Rating.GOOD)
    sitting.undo()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(learning=1)
    sitting.undo()
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1, learning=1)


def test_undo_reaches_another_deck(clock: Clock) -> None:
    store = collection(basic("a"))
    store.add(deck_of(basic("z"), id_="timeline"), clock())
    answer(session(store, clock, ["timeline"]), Rating.EASY)
    sitting = session(store, clock, ["terms"])
    sitting.undo()
    assert asked(sitting).card.id == card("z", "timeline")
    assert sitting.remaining == Remaining(new=2)
    answer(sitting)
    assert name(sitting) == "a"


def test_undo_of_a_note_that_left_its_deck_is_recorded_and_asks_nothing(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    store.add(deck_of(basic("b")), clock())
    sitting.look_at_source()
    entry = taken_back(sitting)
    assert entry.card == card("a")
    assert store.status(card("a")) == CardStatus()
    assert name(sitting) == "b"
    assert sitting.hinted, "the question on the screen stays as it was"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_resumption_asks_nothing(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    keys = [key for key, row in store.rows.items() if row.id.note == "a"]
    for act in (Act.SUSPEND, Act.RESUME):
        set_aside(store, keys, act, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock)
    assert name(sitting) == "a"
    entry = taken_back(sitting)
    assert entry.act is Act.RESUME
    assert store.status(card("a")).suspended
    assert name(sitting) == "b", "a suspended card is not asked"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_resumption_takes_the_card_off_what_is_to_come(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    keys = [key for key, row in store.rows.items() if row.id.note == "b"]
    for act in (Act.SUSPEND, Act.RESUME):
        set_aside(store, keys, act, clock, DAYS, dice(2).getrandbits)
    sitting = session(store, clock)
    assert sitting.remaining == Remaining(new=2)
    sitting.undo()
    assert name(sitting) == "a"
    assert sitting.remaining == Remaining(new=1)


def test_undo_of_a_suspension_asks_no_card_that_isn_t_due(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), new_per_day=1)
    answer(session(store, clock), Rating.EASY)
    keys = [key for key, row in store.rows.items() if row.id.note == "a"]
    clock.move(days=1)
    sitting = session(store, clock)
    assert name(sitting) == "b"
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits)
    sitting.undo()
    assert not store.status(card("a")).suspended
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)


def test_undo_takes_back_the_newest_act_though_the_clock_was_set_back(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    clock.move(days=-2)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    entry = taken_back(sitting)
    assert entry.card == card("b")


def test_acts_elsewhere_and_here_stay_in_order_though_the_clock_stands_still(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = Session(store, clock, DAYS, lambda _: 0)
    key = asked(sitting).card.key

    def browse(act: Act) -> None:
        set_aside(store, [key], act, clock, DAYS, lambda bits: (1 << bits) - 1)

    browse(Act.SUSPEND)
    sitting.undo()
    browse(Act.BURY)
    answer(sitting)
    ids = [entry.id for entry in store.log]
    assert ids == sorted(set(ids))
    assert [entry.act for entry in store.log] == [Act.SUSPEND, Act.UNDO, Act.BURY, Act.GRADE]


def test_ids_go_on_from_the_log(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    answer(session(store, clock))
    answer(session(store, clock))
    ids: list[UUID] = [entry.id for entry in store.log]
    assert ids == sorted(set(ids))
    assert EntryIds(dice(1).getrandbits, ids[-1]).next(clock()) > ids[-1]


# --- redo -------------------------------------------------------------------------------------


def test_redo_grades_the_card_again_as_it_was_and_goes_on(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"), basic("c"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    graded, summary = store.log[0], sitting.summary()
    after = store.status(card("a"))
    sitting.undo()
    clock.move(seconds=3)
    step = sitting.redo()
    assert isinstance(step, LogStep)
    assert step.name == "grade Again"
    assert replace(store.log[-1], id=graded.id) == graded
    assert store.status(card("a")) == after == replay(store.entries(card("a")))
    assert [entry.act for entry in store.log] == [Act.GRADE, Act.UNDO, Act.GRADE]
    assert sitting.summary() == summary
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=2, learning=1)
    assert sitting.redo() is None


def test_the_answer_that_shows_is_put_away_by_a_redo(clock: Clock) -> None:
    sitting = session(collection(basic("a"), basic("b")), clock)
    answer(sitting)
    sitting.undo()
    sitting.reveal()
    sitting.redo()
    assert name(sitting) == "b"
    assert not sitting.revealed


@pytest.mark.parametrize("act", [Act.BURY, Act.SUSPEND])
def test_redo_sets_a_card_aside_again(clock: Clock, act: Act) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    set_it_aside = sitting.bury if act is Act.BURY else sitting.suspend
    set_it_aside()
    after = store.status(card("a"))
    sitting.undo()
    sitting.redo()
    assert store.status(card("a")) == after
    assert name(sitting) == "b"
    assert sitting.remaining == Remaining(new=1)


def test_acts_are_redone_in_the_order_in_which_they_were_done(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    for rating in (Rating.AGAIN, Rating.EASY, Rating.HARD):
        answer(sitting, rating)
    for _ in range(3):
        sitting.undo()
    assert name(sitting) == "a"
    redone = []
    while (step := sitting.redo()) is not None:
        redone.append(step.name)
    assert redone == ["grade Again", "grade Easy", "grade Hard"]
    assert sitting.remaining == Remaining(learning=2)
    assert len(sitting.summary().graded) == 3


def test_a_grade_leaves_nothing_to_redo(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    answer(sitting, Rating.AGAIN)
    sitting.undo()
    answer(sitting, Rating.EASY)
    assert sitting.redo() is None
    assert [entry.rating for entry in store.log] == [Rating.AGAIN, None, Rating.EASY]


def test_a_redo_in_a_later_session_counts_on_the_day_of_the_grade(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    history = History()

    def begun() -> Session:
        return Session(store, clock, DAYS, dice(3).getrandbits, history=history)

    answer(begun(), Rating.EASY)
    day = store.log[0].day
    begun().undo()
    clock.move(days=2)
    sitting = begun()
    sitting.redo()
    assert store.log[-1].day == day
    assert name(sitting) == "b"
    assert sitting.summary().graded == (), "it was graded in another session"


def test_redo_that_cannot_be_saved_changes_nothing(clock: Clock) -> None:
    class Full(FakeCollection):
        full = False

        def record_all(self, acts: Sequence[tuple[LogEntry, CardStatus]]) -> None:
            if self.full:
                raise StudyError("The disk is full.")
            super().record_all(acts)

    store = Full()
    store.add(deck_of(basic("a"), basic("b")), clock())
    sitting = session(store, clock)
    answer(sitting)
    sitting.undo()
    store.full = True
    with pytest.raises(StudyError):
        sitting.redo()
    assert name(sitting) == "a"
    store.full = False
    sitting.redo()
    assert name(sitting) == "b"


# --- what is changed elsewhere ----------------------------------------------------------------


def test_cards_set_aside_elsewhere_are_passed_over_and_come_back_when_that_is_undone(
    clock: Clock,
) -> None:
    store = collection(*(basic(letter) for letter in "abcd"))
    history = History()
    sitting = Session(store, clock, DAYS, dice(3).getrandbits, history=history)
    keys = [key for key, row in store.rows.items() if row.id.note in "bc"]
    set_aside(store, keys, Act.SUSPEND, clock, DAYS, dice(2).getrandbits, history)
    answer(sitting, Rating.EASY)
    assert name(sitting) == "d"
    assert taken_back(sitting).rating is Rating.EASY
    step = sitting.undo()
    assert step is not None
    assert step.name == "suspend 2 cards"
    asked_for = []
    while sitting.asked is not None:
        asked_for.append(name(sitting))
        answer(sitting, Rating.EASY)
    assert asked_for == ["a", "b", "c", "d"]


def test_a_card_that_left_its_deck_is_not_asked_after_a_look_around(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abc"))
    sitting = session(store, clock)
    sitting.reveal()
    store.add(deck_of(basic("c")), clock())
    sitting.look_around()
    assert name(sitting) == "c"
    assert not sitting.revealed
    store.add(deck_of(*(basic(letter) for letter in "abc")), clock())
    sitting.look_around()
    assert name(sitting) == "c", "what stands as it was stays on the screen"
    answer(sitting, Rating.EASY)
    assert {name(sitting)} < {"a", "b"}


@pytest.mark.parametrize("revealed", [False, True])
def test_a_question_reads_as_its_note_does_now(clock: Clock, *, revealed: bool) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    if revealed:
        sitting.reveal()
    other = replace(basic("a"), remark="Now said otherwise.")
    store.add(deck_of(other, basic("b")), clock())
    sitting.look_around()
    assert asked(sitting).card.note == other
    assert sitting.revealed is revealed


# --- the end ----------------------------------------------------------------------------------


def test_the_summary_says_what_was_learned_and_missed(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    sitting = session(store, clock)
    clock.move(seconds=10)
    answer(sitting, Rating.AGAIN)
    clock.move(seconds=20)
    answer(sitting, Rating.EASY)
    clock.move(minutes=1)
    answer(sitting, Rating.AGAIN)
    clock.move(minutes=1)
    answer(sitting, Rating.EASY)
    summary = sitting.summary()
    assert [graded.card.id.note for graded in summary.graded] == ["a", "b", "a", "a"]
    assert [graded.rating for graded in summary.missed] == [Rating.AGAIN]
    assert summary.first_seen == 2
    assert summary.duration == timedelta(seconds=10 + 20 + 60 + 60)
    assert summary.next_due is None
    assert sitting.asked is None


def test_an_undone_miss_is_no_miss(clock: Clock) -> None:
    sitting = session(collection(basic("a")), clock)
    answer(sitting, Rating.AGAIN)
    sitting.undo()
    answer(sitting, Rating.EASY)
    assert sitting.summary().missed == ()
    assert sitting.summary().first_seen == 1


def test_undo_of_an_earlier_sessions_grade_leaves_this_sessions_summary_alone(clock: Clock) -> None:
    store = collection(basic("a"), basic("b"))
    answer(session(store, clock), Rating.AGAIN)
    sitting = session(store, clock)
    answer(sitting)
    sitting.undo()
    sitting.undo()
    assert sitting.summary().graded == ()
    answer(sitting)
    assert len(sitting.summary().graded) == 1


def test_limits_hold_from_one_session_to_the_next(clock: Clock) -> None:
    store = collection(*(basic(letter) for letter in "abcdef"), new_per_day=3)
    sitting = session(store, clock)
    answer(sitting, Rating.EASY)
    assert session(store, clock).remaining == Remaining(new=2)
    sitting.undo()
    assert session(store, clock).remaining == Remaining(new=3)
    clock.at = datetime(2024, 6, 4, 3, 59, tzinfo=UTC)
    answer(session(store, clock), Rating.EASY)
    assert session(store, clock).remaining.new == 2, "a day ends at four in the morning"
    clock.move(minutes=1)
    assert session(store, clock).remaining.new == 3
