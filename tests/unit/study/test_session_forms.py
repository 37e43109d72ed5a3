"""A session in every form: judged, graded, saved and taken back."""

from __future__ import annotations

from datetime import UTC

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.forms import (
    Answer,
    Choice,
    Cloze,
    Confusion,
    Form,
    Listing,
    Match,
    Order,
    Reason,
    Task,
    Typed,
)
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.asking import Asked
from nqpf_study.study.log_steps import LogStep
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

WORDS = ("reform", "talent", "finance", "green", "trade")
MEMBERS = tuple(map(Member, ("strategies", "chains", "greenery", "talent")))


def basic(word: str) -> Note:
    return Note(word, "basic", {"question": f"Which word is {word}?", "answer": word})


ORDERED = Note("measures", "list", {"question": "Which?", "items": MEMBERS, "ordered": True})
GAPPED = Note("gap", "cloze", {"text": "Led by {{c1::innovation}} and {{c1::reform}}."})


def collection(*notes: Note) -> FakeCollection:
    store = FakeCollection()
    store.add(Deck("terms", "Terms", notes=notes), Clock().at)
    store.options["terms"] = DeckOptions(new_per_day=100)
    return store


def sitting(store: FakeCollection, form: FormChoice) -> Session:
    return Session(store, Clock(), StudyClock(UTC), dice(1).getrandbits, None, form)


def asked(session: Session) -> Asked:
    assert session.asked is not None
    return session.asked


def right(task: Task | None) -> Answer:
    """Return the right answer to a task."""
    match task:
        case Choice():
            return task.right
        case Match():
            return task.right
        case Order():
            return [task.shown.index(place) for place in range(len(task.members))]
        case Listing():
            return [member[0].text for member in task.members]
        case Cloze():
            return [gap.hidden for gap in task.gaps]
        case Typed():
            return task.accepted[0].text
        case None:
            raise AssertionError("asked from memory")


EVERY_FORM = [
    (FormChoice.CHOICE, Form.CHOICE, [basic(word) for word in WORDS]),
    (FormChoice.MATCH, Form.MATCH, [basic(word) for word in WORDS]),
    (FormChoice.TYPED, Form.TYPED, [basic(word) for word in WORDS]),
    (FormChoice.TYPED, Form.CLOZE, [GAPPED]),
    (FormChoice.LIST, Form.LIST, [ORDERED]),
    (FormChoice.ORDER, Form.ORDER, [ORDERED]),
]


@pytest.mark.parametrize(("choice", "form", "notes"), EVERY_FORM)
def test_the_right_answer_is_judged_graded_saved_and_taken_back(
    choice: FormChoice, form: Form, notes: list[Note]
) -> None:
    store = collection(*notes)
    session = sitting(store, choice)
    question = asked(session)
    assert question.form is form
    judgement = session.answer(right(question.task))
    assert (judgement.right, session.revealed, session.proposed) == (True, True, Rating.GOOD)
    session.grade(session.proposed)
    assert (store.log[0].form, store.log[0].rating) == (form.value, Rating.GOOD)
    (graded,) = session.summary().graded
    assert (graded.form, graded.judgement) == (form, judgement)
    assert graded.confused_with is None

    step = session.undo()
    assert isinstance(step, LogStep)
    entry = step.entry
    assert (entry.act, entry.form) == (Act.GRADE, form.value)
    assert session.summary().graded == ()
    again = asked(session)
    assert (again.card.id, again.form, again.task) == (question.card.id, form, question.task)
    assert (session.revealed, session.judgement) == (False, None)

    elsewhere = sitting(store, choice)  # as after a restart
    assert asked(elsewhere).task == question.task


@pytest.mark.parametrize(("choice", "form", "notes"), EVERY_FORM)
def test_the_learners_key_decides_whatever_is_proposed(
    choice: FormChoice, form: Form, notes: list[Note]
) -> None:
    store = collection(*notes)
    session = sitting(store, choice)
    session.answer(right(asked(session).task))
    session.grade(Rating.AGAIN)
    assert store.log[0].rating is Rating.AGAIN
    assert store.log[0].form == form.value
    assert session.summary().missed[0].rating is Rating.AGAIN


@pytest.mark.parametrize(("choice", "form", "notes"), EVERY_FORM)
def test_a_look_at_the_source_caps_every_form_at_hard(
    choice: FormChoice, form: Form, notes: list[Note]
) -> None:
    store = collection(*notes)
    session = sitting(store, choice)
    assert asked(session).form is form
    session.look_at_source()
    assert session.answer(right(asked(session).task)).proposed is Rating.GOOD
    assert session.proposed is Rating.HARD
    session.grade(Rating.EASY)
    assert (store.log[0].rating, store.log[0].hinted) == (Rating.HARD, True)


def test_the_first_answer_counts() -> None:
    session = sitting(collection(basic("reform")), FormChoice.TYPED)
    assert session.answer("nothing of the sort").reason is Reason.WRONG
    assert session.answer("reform").reason is Reason.WRONG
    assert session.proposed is Rating.AGAIN


def test_an_answer_given_after_the_reveal_counts_for_nothing() -> None:
    session = sitting(collection(basic("reform")), FormChoice.TYPED)
    session.reveal()
    assert session.answer("no").reason is Reason.WRONG
    assert session.judgement is None
    session.grade(Rating.GOOD)
    assert session.summary().graded[0].judgement is None


def test_an_answer_of_another_form_is_refused_and_nothing_is_revealed() -> None:
    session = sitting(collection(ORDERED), FormChoice.ORDER)
    for wrong in ("1 2 3 4", 1, [0, 1], [0, 0, 1, 2], ["talent"]):
        with pytest.raises(ValueError, match=r"answer|once"):
            session.answer(wrong)
        assert not session.revealed


def test_a_card_asked_from_memory_takes_no_answer() -> None:
    session = sitting(collection(basic("reform")), FormChoice.RECALL)
    with pytest.raises(ValueError, match="memory"):
        session.answer("reform")


def test_what_was_taken_for_the_answer_is_kept_with_the_grade() -> None:
    session = sitting(collection(*(basic(word) for word in WORDS)), FormChoice.TYPED)
    session.answer("talent")
    session.grade(session.proposed)
    (graded,) = session.summary().graded
    assert graded.rating is Rating.AGAIN
    assert graded.confused_with == Confusion("talent", CardId("terms", "talent", "answer"))


def test_a_card_grows_through_its_forms() -> None:
    store = collection(*(basic(word) for word in WORDS))
    clock = Clock()
    seen: list[Form] = []
    for _ in range(9):
        session = Session(store, clock, StudyClock(UTC), dice(1).getrandbits, None, FormChoice.FIT)
        while session.asked is not None:
            if session.asked.card.id.note == "reform" and session.asked.form not in seen:
                seen.append(session.asked.form)
            session.answer(right(session.asked.task))
            session.grade(Rating.GOOD)
        clock.move(days=20)
    assert seen == [Form.CHOICE, Form.TYPED]


def test_the_way_of_asking_may_be_changed_in_a_session_until_the_answer_shows() -> None:
    store = collection(*(basic(word) for word in WORDS))
    session = sitting(store, FormChoice.RECALL)
    since = asked(session).since
    session.ask_by(FormChoice.TYPED)
    assert (session.form, asked(session).form) == (FormChoice.TYPED, Form.TYPED)
    assert asked(session).since == since
    session.reveal()
    session.ask_by(FormChoice.CHOICE)
    assert asked(session).form is Form.TYPED, "not while the answer shows"
    session.grade(Rating.GOOD)
    assert asked(session).form is Form.CHOICE
    assert store.log[0].form == "typed"
