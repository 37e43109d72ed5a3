from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.forms import OPTIONS, Choice, Form, choice_of, judge, wanted_form
from nqpf_study.domain.kinds import Card, listed
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating, State
from tests.fakes.dice import dice

CARD = Card("meaning", "What is the essence?", "advanced productivity")
OTHERS = ["innovation", "high quality", "reform", "opening up", "talent"]

texts = st.text(min_size=1, max_size=12).filter(str.strip)


def choice(
    answer: str = CARD.answer,
    distractors: list[str] | None = None,
    others: list[str] | None = None,
    seed: int = 1,
) -> Choice | None:
    card = Card("meaning", "?", answer)
    return choice_of(card, distractors or [], [OTHERS if others is None else others], dice(seed))


def offered(made: Choice | None) -> set[str]:
    """Return the wrong options."""
    assert made is not None
    return set(made.options) - {made.options[made.right]}


def test_the_answer_stands_among_wrong_ones_of_the_same_kind() -> None:
    made = choice()
    assert made is not None
    assert len(made.options) == OPTIONS
    assert made.options[made.right] == CARD.answer
    assert offered(made) < set(OTHERS)


def test_the_authors_wrong_answers_come_before_others() -> None:
    made = choice(distractors=["a slogan", "a tax"])
    assert {"a slogan", "a tax"} < offered(made)
    assert len(offered(made)) == OPTIONS - 1


def test_likelier_wrong_answers_come_before_less_likely_ones() -> None:
    near, far = ["reform", "talent"], [f"far {number}" for number in "abcdef"]
    for seed in range(5):
        made = choice_of(CARD, [], [near, far], dice(seed))
        assert set(near) < offered(made)


def test_of_many_wrong_answers_of_the_author_different_ones_come_up() -> None:
    many = [f"wrong {number}" for number in "abcdefg"]
    came = [offered(choice(distractors=many, seed=seed)) for seed in range(10)]
    assert all(came_once < set(many) for came_once in came)
    assert len(set.union(*came)) > OPTIONS - 1


@pytest.mark.parametrize("others", [[], ["reform"], ["reform", "Reform.", " reform "]])
def test_too_few_wrong_answers_make_no_choice(others: list[str]) -> None:
    assert choice(others=others) is None


def test_two_wrong_answers_are_enough() -> None:
    made = choice(others=["reform", "talent"])
    assert made is not None
    assert len(made.options) == 3


@pytest.mark.parametrize(
    "same",
    [
        "Advanced Productivity",
        " advanced  productivity",
        "advanced productivity.",
        "advanced\u00a0productivity",
        "“advanced productivity”",
        "ａｄｖａｎｃｅｄ productivity。",
        "advanced-productivity",
    ],
)
def test_an_answer_that_differs_only_in_dress_is_no_wrong_answer(same: str) -> None:
    assert same not in offered(choice(others=[same, *OTHERS[:3]]))
    assert same not in offered(choice(distractors=[same], others=OTHERS))


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        ("5 March 2024", "March 2024"),
        ("2024", "31 January 2024"),
        ("Guangdong", "Guangdong and Hainan"),
        ("新质生产力", "生产力"),
        ("talent; reform", "reform"),
        ("talent; reform", "reform; talent; opening"),
        ("talent; reform", "Reform; Talent"),
    ],
)
def test_an_answer_that_holds_the_right_one_or_is_held_by_it_is_no_wrong_answer(
    answer: str, other: str
) -> None:
    fillers = ["north", "south", "west"]
    assert other not in offered(choice(answer, others=[other, *fillers]))
    assert answer not in offered(choice(other, others=[answer, *fillers]))


def test_words_that_only_begin_alike_may_stand_side_by_side() -> None:
    assert offered(choice("art", others=["artisan", "party"])) == {"artisan", "party"}


def test_an_author_may_offer_what_holds_the_right_answer() -> None:
    made = choice("March 2024", distractors=["5 March 2024", "3 March 2024", "1 May 2024"])
    assert "5 March 2024" in offered(made)


def test_another_order_is_a_wrong_answer_where_order_is_asked_for() -> None:
    answer = listed(("first", "second"), ordered=True)
    turned = listed(("second", "first"), ordered=True)
    assert turned in offered(choice(answer, others=[turned, "1. first; 2. third"]))


@given(texts, st.lists(texts), st.lists(texts), st.integers(0, 99))
def test_no_option_comes_twice_and_the_right_one_once(
    answer: str, distractors: list[str], others: list[str], seed: int
) -> None:
    made = choice(answer, distractors, others, seed)
    if made is not None:
        folded = [option.casefold().strip() for option in made.options]
        assert len(folded) == len(set(folded))
        assert made.options[made.right] == answer
        assert offered(made) <= {*distractors, *others}
        assert 3 <= len(made.options) <= OPTIONS


@given(st.permutations(OTHERS), st.integers(0, 9))
def test_the_same_seed_makes_the_same_choice(others: list[str], seed: int) -> None:
    assert choice(others=others, seed=seed) == choice(others=OTHERS, seed=seed)


def test_the_right_answer_is_not_always_in_the_same_place() -> None:
    places = {made.right for seed in range(40) if (made := choice(seed=seed))}
    assert places == set(range(OPTIONS))


def test_a_right_choice_proposes_good_and_a_wrong_one_again() -> None:
    made = Choice(("a", "b", "c"), right=1)
    assert (judge(made, 1).right, judge(made, 1).proposed) == (True, Rating.GOOD)
    assert (judge(made, 0).right, judge(made, 0).proposed) == (False, Rating.AGAIN)


@pytest.mark.parametrize("chosen", [-1, 3])
def test_only_an_option_can_be_chosen(chosen: int) -> None:
    with pytest.raises(ValueError, match="option"):
        judge(Choice(("a", "b", "c"), right=1), chosen)


@pytest.mark.parametrize("state", State)
def test_mixed_asks_for_a_choice_until_a_card_is_in_review(state: State) -> None:
    wanted = Form.RECALL if state is State.REVIEW else Form.CHOICE
    assert wanted_form(FormChoice.MIXED, state) is wanted
    assert wanted_form(FormChoice.RECALL, state) is Form.RECALL
    assert wanted_form(FormChoice.CHOICE, state) is Form.CHOICE
