from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note, Value
from nqpf_study.domain.forms import (
    CHOSEN,
    STAGES,
    Choice,
    Cloze,
    Fit,
    FitReason,
    Form,
    Listing,
    Match,
    Order,
    Prompt,
    Task,
    Typed,
    fitted,
    judge,
    wish,
)
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import CardId, Memory, State

TASKS = {
    Form.CHOICE: Choice,
    Form.MATCH: Match,
    Form.ORDER: Order,
    Form.LIST: Listing,
    Form.CLOZE: Cloze,
    Form.TYPED: Typed,
}
NEW, YOUNG, GROWING, KNOWN = (
    Memory(),
    Memory(State.REVIEW, stability=3.0),
    Memory(State.REVIEW, stability=12.0),
    Memory(State.REVIEW, stability=80.0),
)


def prompt(kind: str, fields: dict[str, Value], id_: str = "own") -> Prompt:
    note = Note(id_, kind, fields)
    face = cards_of(note)[0]
    return Prompt(CardId("d", id_, face.name), note, face)


def basic(answer: str, id_: str = "own") -> Prompt:
    return prompt("basic", {"question": f"{id_}?", "answer": answer}, id_)


def listed(count: int, *, ordered: bool) -> Prompt:
    items = tuple(Member(text) for text in ("strategies", "chains", "green", "talent")[:count])
    return prompt("list", {"question": "?", "items": items, "ordered": ordered})


SHORT = basic("innovation")
LONG = basic("a long answer that nobody would ever want to type")
ORDERED, UNORDERED = listed(4, ordered=True), listed(4, ordered=False)
GAPPED = prompt("cloze", {"text": "Led by {{c1::innovation}}."})
PEERS = [basic(text, text) for text in ("reform", "talent", "finance", "trade")]
LISTS = [
    prompt(
        "list", {"question": f"{name}?", "items": (Member(f"{name} x"), Member(f"{name} y"))}, name
    )
    for name in ("coast", "river", "plain")
]


def asked(
    choice: FormChoice, which: Prompt, memory: Memory = NEW, peers: list[Prompt] | None = None
) -> tuple[Fit, Task | None]:
    alike = (LISTS if which.face.members else PEERS) if peers is None else peers
    return fitted(wish(choice, memory), which, lambda: alike, "seed")


@pytest.mark.parametrize(
    ("choice", "which", "form", "as_wished"),
    [
        (FormChoice.RECALL, SHORT, Form.RECALL, True),
        (FormChoice.CHOICE, SHORT, Form.CHOICE, True),
        (FormChoice.MATCH, SHORT, Form.MATCH, True),
        (FormChoice.TYPED, SHORT, Form.TYPED, True),
        (FormChoice.TYPED, LONG, Form.RECALL, False),
        (FormChoice.TYPED, GAPPED, Form.CLOZE, True),
        (FormChoice.TYPED, UNORDERED, Form.LIST, True),
        (FormChoice.LIST, ORDERED, Form.LIST, True),
        (FormChoice.LIST, SHORT, Form.RECALL, False),
        (FormChoice.ORDER, ORDERED, Form.ORDER, True),
        (FormChoice.ORDER, UNORDERED, Form.LIST, False),
        (FormChoice.ORDER, listed(2, ordered=True), Form.LIST, False),
        (FormChoice.ORDER, SHORT, Form.RECALL, False),
        (FormChoice.CHOICE, GAPPED, Form.RECALL, False),
    ],
)
def test_a_card_that_a_form_does_not_suit_is_asked_in_the_next_one(
    choice: FormChoice, which: Prompt, form: Form, *, as_wished: bool
) -> None:
    peers: list[Prompt] | None = [] if which is GAPPED else None
    fit, task = asked(choice, which, peers=peers)
    assert fit == Fit(form, FitReason.CHOSEN, as_wished)
    assert isinstance(task, TASKS[form]) if form is not Form.RECALL else task is None


def test_a_match_without_enough_pairs_is_a_choice() -> None:
    note = Note("own", "basic", {"question": "?", "answer": "a"}, distractors=("b", "c", "d"))
    fit, _ = asked(FormChoice.MATCH, Prompt(SHORT.id, note, SHORT.face), peers=[])
    assert fit == Fit(Form.CHOICE, FitReason.CHOSEN, as_wished=False)


@pytest.mark.parametrize(
    ("which", "forms"),
    [
        (SHORT, [Form.CHOICE, Form.CHOICE, Form.TYPED, Form.TYPED]),
        (LONG, [Form.CHOICE, Form.CHOICE, Form.RECALL, Form.RECALL]),
        (ORDERED, [Form.CHOICE, Form.CHOICE, Form.ORDER, Form.LIST]),
        (UNORDERED, [Form.CHOICE, Form.CHOICE, Form.LIST, Form.LIST]),
    ],
)
def test_forms_grow_harder_with_the_memory_of_a_card(which: Prompt, forms: list[Form]) -> None:
    fits = [asked(FormChoice.FIT, which, memory)[0] for memory in (NEW, YOUNG, GROWING, KNOWN)]
    assert [fit.form for fit in fits] == forms
    assert [fit.reason for fit in fits] == [
        FitReason.NEW,
        FitReason.YOUNG,
        FitReason.GROWING,
        FitReason.KNOWN,
    ]
    assert [fit.as_wished for fit in fits] == [form is not Form.RECALL for form in forms]


def test_a_match_fits_young_cards_whose_questions_ask_for_the_same_thing() -> None:
    dated = [
        prompt("event", {"event": year, "date": year, "question": f"{year}?"}, f"n{year}")
        for year in ("2012", "2017", "2022", "2024")
    ]
    assert asked(FormChoice.FIT, dated[0], YOUNG, dated)[0].form is Form.MATCH
    assert asked(FormChoice.FIT, SHORT, YOUNG, [])[0].form is Form.RECALL


@pytest.mark.parametrize("state", [State.LEARNING, State.RELEARNING])
def test_a_card_in_its_steps_is_young_however_stable(state: State) -> None:
    memory = Memory(state, stability=90.0)
    assert wish(FormChoice.FIT, memory).reason is FitReason.YOUNG


def test_mixed_asks_for_a_choice_until_a_card_is_in_review() -> None:
    for memory in (NEW, Memory(State.LEARNING), Memory(State.RELEARNING, stability=20.0)):
        assert asked(FormChoice.MIXED, SHORT, memory)[0].form is Form.CHOICE
    for memory in (YOUNG, GROWING, KNOWN):
        assert asked(FormChoice.MIXED, SHORT, memory)[0].form is Form.RECALL


def test_every_choice_stands_for_something() -> None:
    depends = {FormChoice.FIT, FormChoice.MIXED}
    assert set(CHOSEN) == set(FormChoice) - depends
    assert [stage.below for stage in STAGES] == sorted(stage.below for stage in STAGES)


def test_peers_are_read_only_where_a_form_needs_them() -> None:
    def peers() -> list[Prompt]:
        raise AssertionError("peers were read")

    for choice, which in (
        (FormChoice.RECALL, SHORT),
        (FormChoice.ORDER, ORDERED),
        (FormChoice.LIST, UNORDERED),
    ):
        fitted(wish(choice, NEW), which, peers, "seed")


@pytest.mark.parametrize(
    ("choice", "which", "wrong"),
    [
        (FormChoice.CHOICE, SHORT, "innovation"),
        (FormChoice.TYPED, SHORT, 1),
        (FormChoice.ORDER, ORDERED, "1 2 3 4"),
        (FormChoice.ORDER, ORDERED, [0, 1, 2, None]),
        (FormChoice.LIST, UNORDERED, "talent"),
        (FormChoice.MATCH, SHORT, ["a", "b", "c", "d"]),
        (FormChoice.TYPED, GAPPED, "innovation"),
    ],
)
def test_an_answer_of_another_form_is_refused(
    choice: FormChoice, which: Prompt, wrong: int | str | list[int | None] | list[str]
) -> None:
    _, task = asked(choice, which)
    assert task is not None
    with pytest.raises(ValueError, match=r"answer|once"):
        judge(task, wrong)


@given(st.sampled_from(FormChoice), st.sampled_from([NEW, YOUNG, GROWING, KNOWN]))
def test_the_same_seed_asks_alike(choice: FormChoice, memory: Memory) -> None:
    for which in (SHORT, LONG, ORDERED, UNORDERED, GAPPED):
        assert asked(choice, which, memory) == asked(choice, which, memory)
