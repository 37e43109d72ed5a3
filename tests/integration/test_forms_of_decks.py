"""Every card of the shipped decks, asked in every form that it offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from nqpf_study import paths
from nqpf_study.app import check_without_collection
from nqpf_study.domain.forms import (
    Answer,
    Choice,
    Cloze,
    FitReason,
    Form,
    Listing,
    Mark,
    Match,
    Order,
    Prompt,
    Task,
    Typed,
    Wish,
    accepted_for,
    fitted,
    judge,
    task_of,
    wish,
)
from nqpf_study.domain.forms.accepted import is_taken_for
from nqpf_study.domain.forms.folding import key
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import CardId, Memory, Rating, State

SEEDS = ("one", "two")
FORMS: list[Form] = [form for form in Form if form is not Form.RECALL]


@cache
def decks() -> tuple[tuple[Prompt, ...], ...]:
    return tuple(
        tuple(
            Prompt(CardId(each.deck.id, note.id, face.name), note, face)
            for note in each.deck.notes
            for face in cards_of(note)
        )
        for each in check_without_collection(paths.decks())
        if each.deck is not None
    )


def cards() -> Iterator[tuple[Prompt, list[Prompt]]]:
    """Yield every card with its peers, as the collection would give them."""
    for prompts in decks():
        for prompt in prompts:
            yield prompt, [peer for peer in prompts if peer.note.kind == prompt.note.kind]


@cache
def tasks(form: Form) -> tuple[tuple[Prompt, Task], ...]:
    """Return all cards that can be asked in a form, by every seed."""
    made = (
        (prompt, task_of(form, prompt, lambda peers=peers: peers, seed))  # type: ignore[misc]
        for prompt, peers in cards()
        for seed in SEEDS
    )
    return tuple((prompt, task) for prompt, task in made if task is not None)


def right(task: Task) -> Answer:
    match task:
        case Choice() | Match():
            return task.right
        case Order():
            return [task.shown.index(place) for place in range(len(task.members))]
        case Listing():
            return [member[0].text for member in task.members]
        case Cloze():
            return [gap.hidden for gap in task.gaps]
        case Typed():
            return task.accepted[0].text


@pytest.mark.parametrize("form", FORMS)
def test_the_right_answer_is_judged_right_and_proposes_good(form: Form) -> None:
    assert tasks(form)
    wrong = []
    for prompt, task in tasks(form):
        judgement = judge(task, right(task))
        marks = {part.mark for part in judgement.parts}
        if not judgement.right or judgement.proposed is not Rating.GOOD or marks != {Mark.RIGHT}:
            wrong.append((prompt.id, judgement))
    assert wrong == []


def test_no_wrong_option_is_right_too() -> None:
    asked = {prompt.id: prompt for prompts in decks() for prompt in prompts}
    also_right = []
    for prompt, task in tasks(Form.CHOICE):
        assert isinstance(task, Choice)
        own = key(prompt.face.question)
        for place, (option, card) in enumerate(zip(task.options, task.cards, strict=True)):
            if place == task.right:
                continue
            same_question = card is not None and key(asked[card].face.question) == own
            taken_for = card is not None and is_taken_for(option, accepted_for(prompt))
            if same_question or taken_for or key(option) == key(prompt.face.answer):
                also_right.append((prompt.id, option))
        assert len({key(option) for option in task.options}) == len(task.options)
    assert also_right == []


def test_no_pair_of_a_match_is_right_for_another() -> None:
    asked = {prompt.id: prompt for prompts in decks() for prompt in prompts}
    for _, task in tasks(Form.MATCH):
        assert isinstance(task, Match)
        for place, card in enumerate(task.cards):
            takes = accepted_for(asked[card])
            fits = [at for at, text in enumerate(task.answers) if is_taken_for(text, takes)]
            assert fits == [task.right[place]]


def test_nearly_every_card_is_asked_otherwise_than_from_memory() -> None:
    offered = Counter(
        prompt.id for form in FORMS for prompt in {p.id: p for p, _ in tasks(form)}.values()
    )
    every = [prompt.id for prompt, _ in cards()]
    alone = [card for card in every if not offered[card]]
    assert len(alone) <= len(every) / 20, alone


def test_typed_answers_are_short() -> None:
    for prompt, task in tasks(Form.TYPED):
        assert isinstance(task, Typed)
        answer = task.accepted[0].text
        assert len(answer.split()) <= 5, prompt.id
        assert len(answer) <= 48, prompt.id


def test_an_order_never_shows_as_it_belongs() -> None:
    for prompt, task in tasks(Form.ORDER):
        assert isinstance(task, Order)
        assert task.laid_out != prompt.face.members
        assert sorted(task.laid_out) == sorted(prompt.face.members)


@pytest.mark.parametrize("choice", FormChoice)
@pytest.mark.parametrize(
    "memory",
    [
        Memory(),
        Memory(State.LEARNING, step=0, stability=1.0),
        Memory(State.REVIEW, stability=10.0),
        Memory(State.REVIEW, stability=100.0),
    ],
)
def test_every_card_can_be_asked_whatever_the_choice(choice: FormChoice, memory: Memory) -> None:
    wished = wish(choice, memory)
    for prompt, peers in cards():
        fit, task = fitted(wished, prompt, lambda peers=peers: peers, "one")  # type: ignore[misc]
        assert (task is None) == (fit.form is Form.RECALL)
        assert fit.as_wished == (fit.form in wished.forms)
        assert fit.form in {*wished.forms, *wished.otherwise, Form.RECALL}


def test_a_wish_falls_back_to_what_a_card_offers() -> None:
    everything = Wish(FitReason.TURN, tuple(FORMS))
    offers = {form: {prompt.id for prompt, _ in tasks(form)} for form in FORMS}
    for prompt, peers in cards():
        fit, _ = fitted(everything, prompt, lambda peers=peers: peers, "one")  # type: ignore[misc]
        possible = [form for form in Form if prompt.id in offers.get(form, ())]
        assert fit.form in (possible or (Form.RECALL,))
