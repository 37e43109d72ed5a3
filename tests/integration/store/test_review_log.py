"""Grading, undo and what lies between: the log on a real collection."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from nqpf_study.app import Study
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, Exam, FormChoice, NewOrder, StudyOptions
from nqpf_study.domain.queue import scattered
from nqpf_study.domain.replay import apply, replay
from nqpf_study.domain.review import (
    Act,
    CardId,
    CardStatus,
    LogEntry,
    Memory,
    Plan,
    Rating,
    State,
)
from nqpf_study.domain.scheduling import grade
from nqpf_study.store.convert import study_options_of
from nqpf_study.store.doctor import examine
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.ports import Confused
from tests.fakes.dice import dice
from tests.integration.store.learner import Learner, answer_of, basic, deck, numbered, pair

PLAN = Plan(
    0.85,
    (timedelta(seconds=90), timedelta(days=1)),
    (),
    400,
    tuple(weight * 1.02 for weight in DEFAULT_PARAMETERS),
)


def test_a_grade_is_there_after_reopening(learner: Learner) -> None:
    learner.load(numbered(2))
    (card,) = learner.study(1, Rating.HARD)
    status = learner.status(card)
    learner.reopen()
    (entry,) = learner.collection.entries(card)
    assert (entry.act, entry.rating, entry.state) == (Act.GRADE, Rating.HARD, State.NEW)
    assert (entry.at, entry.day, entry.duration) == (learner.clock(), learner.today, 5000)
    assert (entry.form, entry.hinted, entry.plan) == ("recall", False, Plan())
    assert learner.status(card) == status == replay([entry])
    assert learner.collection.last_entry_id() == entry.id


def test_what_was_promised_and_what_was_said_instead_come_back(learner: Learner) -> None:
    learner.load(numbered(3))
    (card,) = learner.study(1, Rating.EASY)
    (entry,) = learner.collection.entries(card)
    memory = learner.status(card).memory
    assert memory.due_day is not None
    assert entry.interval == memory.due_day - learner.today > 0
    said = replace(
        entry,
        id=UUID(int=entry.id.int + 1),
        card=answer_of("n1"),
        answer="Qiushi, “求是”",
        mistaken_for=CardId("terms", "n2", "answer"),
    )
    learner.collection.record(said, apply(CardStatus(), said))
    learner.reopen()
    assert learner.collection.entries(answer_of("n1")) == [said]
    assert examine(learner.collection).fine


def test_what_is_mixed_up_is_counted_and_undo_takes_it_back(learner: Learner) -> None:
    learner.load(numbered(4))
    one, other = answer_of("n0"), answer_of("n1")
    said = [
        LogEntry(
            UUID(int=(7 << 76) + (2 << 62) + (number << 80)),
            one,
            Act.GRADE,
            learner.clock(),
            learner.today,
            State.REVIEW,
            Rating.AGAIN,
            answer="the answer n1" if number < 3 else "nothing at all",
            mistaken_for=other if number < 3 else None,
        )
        for number in (1, 2, 3)
    ]
    for entry in said:
        memory = replace(Memory(), lapses=3, reps=3)
        learner.collection.record(entry, CardStatus(memory))
    assert learner.collection.confusions() == [
        Confused(one, "the answer n1", other, 2),
        Confused(one, "nothing at all", None, 1),
    ]
    keys = learner.card(one).key, learner.card(other).key
    assert learner.collection.confused_pairs() == [(min(keys), max(keys))]
    assert [card.id for card in learner.collection.lapsed("terms", 3)] == [one]
    assert learner.collection.lapsed("terms", 4) == []
    assert learner.collection.lapsed("other", 0) == []
    for entry in said[:2]:
        undo = replace(entry, id=UUID(int=entry.id.int + (9 << 80)), act=Act.UNDO, undoes=entry.id)
        undo = replace(undo, rating=None, answer="", mistaken_for=None)
        learner.collection.record(undo, CardStatus())
    assert learner.collection.confused_pairs() == []
    assert [confused.answer for confused in learner.collection.confusions()] == ["nothing at all"]


def test_days_fill_evenly_across_sittings(learner: Learner) -> None:
    learner.load(numbered(40))
    learner.collection.set_deck_options("terms", DeckOptions(new_per_day=100))
    for _ in range(4):
        learner.study(10, Rating.EASY)
    counts = learner.collection.due_counts(learner.today)
    assert sum(counts.values()) == 40
    assert max(counts.values()) - min(counts.values()) <= 1


def test_undo_takes_back_the_newest_act_also_after_a_restart(learner: Learner) -> None:
    learner.load(numbered(3))
    first, second = learner.study(2)
    learner.set_aside(Act.SUSPEND, answer_of("n2"))
    learner.reopen()
    for card in (answer_of("n2"), second, first):
        undone = learner.session().undo()
        assert isinstance(undone, LogStep)
        assert undone.entry.card == card
        assert learner.status(card) == CardStatus()
    assert learner.session().undo() is None
    assert len(learner.collection.entries(first)) == 2
    assert learner.collection.last_standing_act() is None


def test_cards_that_were_set_aside_together_are_one_act_also_after_a_restart(
    learner: Learner,
) -> None:
    learner.load(numbered(5))
    together = [answer_of(f"n{at}") for at in (0, 2, 3)]
    learner.clock.move(microseconds=123_456)
    learner.set_aside(Act.SUSPEND, *together)
    learner.clock.move(seconds=1)
    learner.set_aside(Act.SUSPEND, answer_of("n4"))
    learner.reopen()
    sitting = learner.session()
    assert [step and step.name for step in (sitting.undo(), sitting.undo(), sitting.undo())] == [
        "suspend 1 card",
        "suspend 3 cards",
        None,
    ]
    assert not any(learner.status(card).suspended for card in together)
    sitting.redo()
    assert [card for card in map(learner.card, together) if not card.status.suspended] == []
    assert not learner.status(answer_of("n4")).suspended
    assert sitting.undo() is not None
    assert not any(learner.status(card).suspended for card in together)
    report = examine(learner.collection)
    assert report.fine, report.problems


def test_what_was_redone_is_undone_after_a_restart(learner: Learner) -> None:
    learner.load(numbered(2))
    learner.study(1, Rating.HARD)
    sitting = learner.session()
    sitting.undo()
    sitting.redo()
    graded = learner.status(answer_of("n0"))
    assert graded.memory.reps == 1
    learner.reopen()
    step = learner.session().undo()
    assert step is not None
    assert step.name == "grade Hard"
    assert learner.status(answer_of("n0")) == CardStatus()
    assert [entry.act for entry in learner.collection.entries(answer_of("n0"))] == [
        *(Act.GRADE, Act.UNDO, Act.GRADE, Act.UNDO)
    ]


def test_undone_grades_do_not_count_for_today(learner: Learner) -> None:
    learner.load(numbered(30))
    learner.study(3)
    learner.session().undo()
    _, unseen, today = learner.collection.candidates(None, learner.today)
    assert today.new == {"terms": 2}
    assert len(today.notes) == 2
    fresh = {card.note for card in unseen} - today.notes
    assert len(fresh) >= DeckOptions().new_per_day - 2


def test_what_is_due_comes_on_its_day(learner: Learner) -> None:
    learner.load(numbered(5))
    learner.study(2, Rating.EASY)
    learner.study(1, Rating.AGAIN)
    easy = learner.status(answer_of("n0")).memory.due_day
    assert easy is not None
    due, _, _ = learner.collection.candidates(None, learner.today)
    assert [learner.collection.card(card.card).id for card in due] == [answer_of("n2")]
    due, _, today = learner.collection.candidates(["terms"], easy)
    assert {card.card for card in due} >= {learner.card(answer_of("n0")).key}
    assert today.reviews == {"terms": 0}
    assert all(card.memory == learner.collection.card(card.card).status.memory for card in due)
    assert learner.collection.candidates(["nosuch"], easy)[:2] == ([], [])


def test_buried_and_suspended_cards_do_not_come(learner: Learner) -> None:
    learner.load(numbered(3))
    learner.study(1, Rating.EASY)
    later = learner.status(answer_of("n0")).memory.due_day
    assert later is not None

    def waiting(day: int) -> set[str]:
        due, unseen, _ = learner.collection.candidates(None, day)
        return {learner.collection.card(card.card).id.note for card in (*due, *unseen)}

    assert waiting(later) == {"n0", "n1", "n2"}
    learner.set_aside(Act.BURY, answer_of("n1"))
    learner.set_aside(Act.SUSPEND, answer_of("n0"), answer_of("n2"))
    assert waiting(learner.today) == set()
    assert waiting(learner.today + 1) == {"n1"}
    learner.set_aside(Act.RESUME, answer_of("n0"), answer_of("n1"))
    assert waiting(later) == {"n0", "n1"}


def test_enough_unseen_cards_are_offered_where_siblings_abound(learner: Learner) -> None:
    learner.load(deck(*(pair(f"p{number}") for number in range(40))))
    learner.collection.set_deck_options("terms", DeckOptions(new_per_day=7))
    learner.study(3, Rating.EASY)
    _, unseen, today = learner.collection.candidates(None, learner.today)
    assert len({card.note for card in unseen} - today.notes) == 4
    assert len(unseen) < 20, "the whole deck was read"


def test_no_row_of_the_log_can_be_changed_or_removed(learner: Learner) -> None:
    learner.load(numbered(1))
    learner.study(1)
    with closing(sqlite3.connect(learner.path)) as raw:
        for attempt in ("UPDATE log SET rating = 4", "DELETE FROM log"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(attempt)
    assert len(learner.collection.entries(answer_of("n0"))) == 1


def test_an_id_is_written_once(learner: Learner) -> None:
    learner.load(numbered(1))
    learner.study(1)
    (entry,) = learner.collection.entries(answer_of("n0"))
    status = learner.status(answer_of("n0"))
    with pytest.raises(StudyError, match="could not be used"):
        learner.collection.record(entry, CardStatus())
    assert learner.status(answer_of("n0")) == status, "nothing of it was kept"


def test_acts_on_several_cards_are_all_kept_or_none(learner: Learner) -> None:
    learner.load(numbered(2))
    at, day = learner.clock(), learner.today
    acts = [
        (LogEntry(UUID(int=1 << 100), answer_of("n0"), Act.SUSPEND, at, day), CardStatus()),
        (LogEntry(UUID(int=2 << 100), answer_of("nosuch"), Act.SUSPEND, at, day), CardStatus()),
    ]
    with pytest.raises(KeyError):
        learner.collection.record_all(acts)
    assert learner.collection.entries(answer_of("n0")) == []
    assert learner.collection.last_entry_id() is None


def test_an_exam_is_kept_and_taken_back(learner: Learner) -> None:
    learner.load(numbered(4))
    for exam in (Exam(learner.today + 9, 0.95), None):
        learner.collection.set_deck_options("terms", DeckOptions(exam=exam))
        learner.reopen()
        assert learner.collection.deck_options()["terms"].exam == exam


def test_a_plan_is_kept_once_and_comes_back_as_it_was(learner: Learner) -> None:
    learner.load(numbered(4))
    learner.collection.set_deck_options("terms", DeckOptions(new_per_day=9, plan=PLAN))
    cards = learner.study(3)
    learner.reopen()
    assert learner.collection.deck_options() == {"terms": DeckOptions(new_per_day=9, plan=PLAN)}
    assert {entry.plan for card in cards for entry in learner.collection.entries(card)} == {PLAN}
    learner.study(1)
    with closing(sqlite3.connect(learner.path)) as raw:
        assert raw.execute("SELECT count(*) FROM plans").fetchone() == (1,)


def test_options_of_an_older_program_are_read(learner: Learner) -> None:
    learner.load(numbered(4))
    plan = (
        '{"desired_retention":0.85,"learning_steps":[60000],"relearning_steps":[],'
        '"maximum_interval":100,"parameters":[]}'
    )
    with closing(sqlite3.connect(learner.path)) as raw, raw:
        kept = f'{{"new_per_day":9,"reviews_per_day":8,"plan":{plan}}}'
        raw.execute("UPDATE decks SET options = ?", (kept,))
    (options,) = learner.collection.deck_options().values()
    assert (options.new_per_day, options.reviews_per_day) == (9, 8)
    assert options.plan == Plan(0.85, (timedelta(minutes=1),), (), 100)
    assert (options.new_order, options.leech_threshold) == (NewOrder.DECK, 8)


def test_unseen_cards_come_scattered_where_the_options_say_so(learner: Learner) -> None:
    learner.load(numbered(40))
    in_order = DeckOptions(new_per_day=5)
    learner.collection.set_deck_options("terms", replace(in_order, new_order=NewOrder.RANDOM))
    first = learner.study(3, Rating.EASY)
    learner.clock.move(hours=1)
    first += learner.study(2, Rating.EASY)
    by_place = sorted((answer_of(f"n{at}") for at in range(40)), key=_place)
    assert first == by_place[:5]
    assert first != [answer_of(f"n{at}") for at in range(5)]
    learner.collection.set_deck_options("terms", in_order)
    learner.clock.move(days=1)
    not_seen = [card for at in range(40) if (card := answer_of(f"n{at}")) not in first]
    assert learner.study(1) == not_seen[:1]


def _place(card: CardId) -> bytes:
    return scattered(card.deck, card.note)


@pytest.mark.parametrize("form", FormChoice)
def test_settings_are_kept(learner: Learner, form: FormChoice) -> None:
    assert learner.collection.study_options() == StudyOptions()
    wanted = StudyOptions(2, "Asia/Shanghai", form)
    learner.collection.set_study_options(wanted)
    learner.reopen()
    assert learner.collection.study_options() == wanted


@pytest.mark.parametrize("form", ["recall", "choice", "mixed"])
def test_settings_of_the_first_release_are_still_read(form: str) -> None:
    kept = f'{{"rollover_hour": 5, "zone": "", "form": "{form}"}}'
    assert study_options_of(kept) == StudyOptions(5, "", FormChoice(form))


def test_answers_are_lent_by_notes_of_the_same_kind_nearby(learner: Learner) -> None:
    notes = [basic(f"n{number}") for number in range(100)]
    learner.load(deck(*notes[:50], pair("p"), *notes[50:]))
    learner.load(numbered(5, "other"))
    lent = [note.id for note in learner.collection.answers_like(learner.card(answer_of("n50")))]
    assert lent == [f"n{number}" for number in range(30, 71) if number != 50]
    assert learner.collection.answers_like(learner.card(CardId("terms", "p", "forward"))) == []


def test_acknowledged_reviews_are_traced_if_asked_for(
    learner: Learner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NQPF_STUDY_TRACE_ACKS", "1")
    learner.reopen()
    learner.load(numbered(2))
    (card,) = learner.study(1)
    learner.set_aside(Act.BURY, answer_of("n1"))
    (entry,) = learner.collection.entries(card)
    assert capsys.readouterr().out == f"ACK {entry.id}\n"


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["grade", "grade", "grade", "undo", "undo", "redo", "bury", "suspend", "resume"]
            ),
            st.sampled_from(Rating),
            st.floats(0, 20),
        ),
        max_size=30,
    )
)
def test_whatever_is_done_the_log_yields_the_cards(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, Rating, float]]
) -> None:
    learner = Learner(tmp_path_factory.mktemp("any"))
    learner.load(deck(pair("p"), basic("a"), basic("b"), pair("q")))
    study = Study(learner.path.parent, learner.collection, learner.clock, dice(3).getrandbits)
    log: list[LogEntry] = []
    for act, rating, days in done:
        learner.clock.move(days=days if days > 10 else days / 1000)
        sitting = study.session()
        if act == "undo":
            sitting.undo()
        elif act == "redo":
            sitting.redo()
        elif act in ("suspend", "resume"):
            cards = (answer_of("a"), CardId("terms", "p", "backward"))
            study.set_aside([learner.card(card).key for card in cards], Act(act))
        elif sitting.asked is not None and act == "bury":
            sitting.bury()
        elif sitting.asked is not None:
            sitting.reveal()
            sitting.grade(rating)
        before, log = log, learner.collection.entries_since(UUID(int=0))
        assert log[: len(before)] == before, "nothing ever leaves the log"
    report = examine(learner.collection)
    learner.collection.close()
    assert report.fine, report.problems


def test_a_grade_scheduled_with_odd_steps_replays_to_the_same_status(learner: Learner) -> None:
    learner.load(numbered(1))
    learner.collection.set_deck_options("terms", DeckOptions(plan=PLAN))
    learner.clock.move(microseconds=123_456)
    learner.study(1, Rating.HARD)
    (entry,) = learner.collection.entries(answer_of("n0"))
    memory = grade(CardStatus().memory, Rating.HARD, entry.at, entry.day, PLAN, entry.card)
    assert learner.status(answer_of("n0")).memory == memory
