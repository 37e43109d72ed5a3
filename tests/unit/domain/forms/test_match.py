from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Note
from nqpf_study.domain.forms import Confusion, Mark, Match, Prompt, Reason, match_of
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import CardId, Rating
from tests.fakes.dice import dice

TOWNS = {"France": "Paris", "Peru": "Lima", "Japan": "Tokyo", "Mali": "Bamako", "Chad": "N'Djamena"}


def prompt(name: str, answer: str, *, question: str = "", passage: str = "") -> Prompt:
    passages = (Passage("s", passage),) if passage else ()
    fields = {"question": question or f"The capital of {name}?", "answer": answer}
    note = Note(name.lower(), "basic", fields, passages=passages)
    return Prompt(CardId("d", note.id, "answer"), note, cards_of(note)[0])


def towns(*without: str) -> list[Prompt]:
    return [prompt(name, town) for name, town in TOWNS.items() if name not in without]


def match(seed: int = 1) -> Match:
    made = match_of(towns()[0], towns(), dice(seed))
    assert made is not None
    return made


@given(st.integers(0, 199))
def test_the_card_stands_among_like_ones_each_with_its_answer(seed: int) -> None:
    made = match(seed)
    assert made.cues[made.own] == "The capital of France?"
    assert made.cards[made.own] == CardId("d", "france", "answer")
    assert len(set(made.cues)) == len(set(made.answers)) == 4
    for place, cue in enumerate(made.cues):
        country = cue.removeprefix("The capital of ").removesuffix("?")
        assert made.answers[made.right[place]] == TOWNS[country]
    assert made == match(seed)


def test_the_own_question_and_answer_stand_anywhere() -> None:
    made = [match(seed) for seed in range(60)]
    assert {one.own for one in made} == {one.right[one.own] for one in made} == {0, 1, 2, 3}


def test_all_pairs_right_are_good() -> None:
    judgement = match().judge(match().right)
    assert (judgement.right, judgement.proposed) == (True, Rating.GOOD)
    assert {part.mark for part in judgement.parts} == {Mark.RIGHT}


def test_the_own_pair_right_and_others_wrong_is_hard() -> None:
    made = match()
    chosen: list[int | None] = [*made.right]
    one, other = (place for place in range(4) if place != made.own and place != (made.own + 1) % 4)
    chosen[one], chosen[other] = chosen[other], chosen[one]
    judgement = made.judge(chosen)
    assert (judgement.right, judgement.proposed) == (True, Rating.HARD)
    assert judgement.reason is Reason.ONLY_OWN
    assert judgement.parts[made.own].mark is Mark.RIGHT
    assert judgement.parts[one].mark is Mark.WRONG


def test_the_own_pair_wrong_is_again_and_tells_what_it_was_confused_with() -> None:
    made = match()
    other = (made.own + 1) % 4
    chosen: list[int | None] = [*made.right]
    chosen[made.own], chosen[other] = chosen[other], chosen[made.own]
    judgement = made.judge(chosen)
    assert (judgement.right, judgement.proposed) == (False, Rating.AGAIN)
    taken = made.answers[made.right[other]]
    assert judgement.confused_with == Confusion(taken, made.cards[other])


def test_a_question_without_an_answer_is_missing() -> None:
    judgement = match().judge([None, None, None, None])
    assert (judgement.right, judgement.proposed) == (False, Rating.AGAIN)
    assert (judgement.reason, judgement.confused_with) == (Reason.EMPTY, None)


@pytest.mark.parametrize("chosen", [[], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4], [0, 1, 2, -1]])
def test_each_answer_is_given_once(chosen: list[int]) -> None:
    with pytest.raises(ValueError, match="one answer"):
        match().judge(chosen)


@pytest.mark.parametrize(
    "other",
    [
        prompt("Gaul", "paris."),
        prompt("Gaul", "Paris and Lyon"),
        prompt("Gaul", "Lutetia", question="The capital of France?"),
        prompt("Gaul", "Lutetia", passage="Paris, once Lutetia"),
    ],
)
def test_no_pair_is_taken_whose_answer_may_be_right_for_another(other: Prompt) -> None:
    own = prompt("France", "Paris", passage="Paris, once Lutetia")
    for seed in range(5):
        made = match_of(own, [other, *towns("France", "Peru")], dice(seed))
        assert made is not None
        assert other.id not in made.cards


def test_too_few_like_cards_make_no_match() -> None:
    assert match_of(towns()[0], towns()[:2], dice(1)) is None
    assert match_of(prompt("A", "long " * 30), towns(), dice(1)) is None
