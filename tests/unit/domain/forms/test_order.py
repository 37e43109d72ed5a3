from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.forms import Mark, Order, Prompt, Reason, order_of
from nqpf_study.domain.forms.order import NEAR_ORDER, kendall
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId, Rating
from tests.fakes.dice import dice

members = st.lists(st.text("abcdef", min_size=1, max_size=3), min_size=3, max_size=8, unique=True)


def prompt(*texts: str, ordered: bool = True) -> Prompt:
    note = Note(
        "n",
        "list",
        {"question": "?", "items": tuple(map(Member, texts)), "ordered": ordered},
    )
    return Prompt(CardId("d", "n", "all"), note, cards_of(note)[0])


def right_order(order: Order) -> list[int]:
    """Return the answer that puts all members where they belong."""
    return [order.shown.index(place) for place in range(len(order.members))]


@given(members, st.integers(0, 99))
def test_members_are_laid_out_otherwise_than_they_belong_and_alike_by_seed(
    texts: list[str], seed: int
) -> None:
    order = order_of(prompt(*texts), dice(seed))
    assert order is not None
    assert sorted(order.laid_out) == sorted(texts)
    assert list(order.laid_out) != texts
    assert order == order_of(prompt(*texts), dice(seed))


@given(members, st.integers(0, 99))
def test_the_right_order_is_right(texts: list[str], seed: int) -> None:
    order = order_of(prompt(*texts), dice(seed))
    assert order is not None
    judgement = order.judge(right_order(order))
    assert (judgement.right, judgement.proposed) == (True, Rating.GOOD)
    assert [part.given for part in judgement.parts] == texts
    assert {part.mark for part in judgement.parts} == {Mark.RIGHT}
    assert {part.displacement for part in judgement.parts} == {0}


@given(members, st.integers(0, 99), st.data())
def test_only_the_right_order_is_right_and_displacements_cancel_out(
    texts: list[str], seed: int, data: st.DataObject
) -> None:
    order = order_of(prompt(*texts), dice(seed))
    assert order is not None
    answer = data.draw(st.permutations(range(len(texts))))
    judgement = order.judge(answer)
    assert judgement.right == (answer == right_order(order))
    assert sum(part.displacement for part in judgement.parts) == 0
    for place, part in enumerate(judgement.parts):
        assert texts[place - part.displacement] == part.given
        assert part.right == texts[place]


@given(st.permutations(range(6)))
def test_tau_runs_from_turned_round_to_right(order: list[int]) -> None:
    tau = kendall(order)
    assert -1 <= tau <= 1
    assert (tau == 1) == (order == sorted(order))
    assert (tau == -1) == (order == sorted(order, reverse=True))
    assert tau == pytest.approx(-kendall(order[::-1]))


@pytest.mark.parametrize(
    ("order", "rating", "reason"),
    [
        ((0, 1, 2), Rating.GOOD, Reason.EXACT),
        ((1, 0, 2), Rating.AGAIN, Reason.OUT_OF_ORDER),
        ((1, 0, 2, 3), Rating.HARD, Reason.MOSTLY),
        ((1, 0, 3, 2), Rating.AGAIN, Reason.OUT_OF_ORDER),
        ((1, 0, 3, 2, 4), Rating.HARD, Reason.MOSTLY),
        ((2, 1, 0, 3, 4), Rating.AGAIN, Reason.OUT_OF_ORDER),
        ((5, 4, 3, 2, 1, 0), Rating.AGAIN, Reason.OUT_OF_ORDER),
    ],
)
def test_an_order_with_few_members_exchanged_is_hard(
    order: tuple[int, ...], rating: Rating, reason: Reason
) -> None:
    texts = tuple("abcdef"[: len(order)])
    judgement = Order(texts, tuple(range(len(texts)))).judge(order)
    assert (judgement.proposed, judgement.reason) == (rating, reason)


@pytest.mark.parametrize(("size", "per_cent"), [(3, 17), (4, 17), (5, 12), (6, 7)])
def test_chance_seldom_comes_near_the_right_order(size: int, per_cent: int) -> None:
    taus = [kendall(order) for order in permutations(range(size))]
    assert round(100 * sum(tau >= NEAR_ORDER for tau in taus) / len(taus)) == per_cent


def test_members_of_the_same_words_may_change_places() -> None:
    order = Order(("a", "b", "a", "c"), (2, 1, 0, 3))
    assert order.judge([0, 1, 2, 3]).right
    assert order.judge([2, 1, 0, 3]).right


@pytest.mark.parametrize(
    "asked",
    [
        prompt("a", "b", "c", ordered=False),
        prompt("a", "b"),
        prompt("a", "a", "b"),
        prompt(*map(str, range(13))),
    ],
)
def test_only_ordered_lists_of_a_fair_length_are_asked_for_their_order(asked: Prompt) -> None:
    assert order_of(asked, dice(1)) is None


@pytest.mark.parametrize("answer", [[], [0, 1], [0, 1, 1], [1, 2, 3], [0, 1, 2, 3]])
def test_each_member_stands_once_in_an_order(answer: list[int]) -> None:
    with pytest.raises(ValueError, match="once"):
        Order(("a", "b", "c"), (2, 1, 0)).judge(answer)
