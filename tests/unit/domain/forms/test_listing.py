from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.forms import (
    Confusion,
    Judgement,
    Listing,
    Mark,
    Prompt,
    Reason,
    listing_of,
)
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId, Rating

DRIVERS = (
    "revolutionary technological breakthroughs",
    "innovative allocation of production factors",
    "deep industrial transformation and upgrading",
)
NAMES = ("new quality productive forces", "new productive forces", "new quality productivity")

AGAIN, HARD, GOOD, _ = Rating


def prompt(*texts: str, ordered: bool = False) -> Prompt:
    note = Note(
        "n", "list", {"question": "?", "items": tuple(map(Member, texts)), "ordered": ordered}
    )
    return Prompt(CardId("d", "n", "all"), note, cards_of(note)[0])


def listing(*texts: str, ordered: bool = False) -> Listing:
    made = listing_of(prompt(*texts, ordered=ordered))
    assert made is not None
    return made


def marks(judgement: Judgement) -> list[Mark]:
    return [part.mark for part in judgement.parts]


def test_members_may_be_named_in_any_order() -> None:
    judgement = listing("talent", "reform", "opening up").judge(["Opening up", "talent", "reform"])
    assert (judgement.right, judgement.proposed) == (True, GOOD)
    assert judgement.reason is Reason.DRESS
    assert [part.given for part in judgement.parts] == ["talent", "reform", "Opening up"]


def test_each_member_is_marked_by_itself() -> None:
    made = listing("talent", "green finance work", "opening up", "finance")
    judgement = made.judge(["talent", "green finance", "prices", "talent"])
    assert marks(judgement) == [
        Mark.RIGHT,
        Mark.NEARLY,
        Mark.MISSING,
        Mark.MISSING,
        Mark.EXTRA,
        Mark.REPEATED,
    ]
    assert judgement.parts[2].right == "opening up"
    assert judgement.parts[4].given == "prices"
    assert judgement.confused_with == Confusion("prices")
    assert "".join(run.right for run in judgement.parts[1].difference) == "green finance work"


def test_a_line_is_held_against_the_member_that_makes_the_whole_best() -> None:
    made = listing(*NAMES)
    assert made.judge(["new quality productivity", "new productive forces", NAMES[0]]).right
    partly = made.judge(["new forces", "new quality productive forces", "new quality productivity"])
    assert marks(partly) == [Mark.RIGHT, Mark.NEARLY, Mark.RIGHT]


@pytest.mark.parametrize(
    ("lines", "rating", "reason"),
    [
        ([], AGAIN, Reason.EMPTY),
        (["", "  "], AGAIN, Reason.EMPTY),
        (["prices"], AGAIN, Reason.WRONG),
        (["talent"], AGAIN, Reason.PARTLY),
        (["talent", "reform"], HARD, Reason.MOSTLY),
        (["talent", "reform", "prices"], HARD, Reason.MOSTLY),
        (["talent", "reform", "opening"], HARD, Reason.MOSTLY),
        (["talent", "reform", "opening up", "prices"], HARD, Reason.TOO_MUCH),
        (["talent", "reform", "opening up", "reform"], GOOD, Reason.EXACT),
        (["talent", "reform", "opning up"], GOOD, Reason.TYPO),
    ],
)
def test_the_rating_goes_by_the_share_that_was_named(
    lines: list[str], rating: Rating, reason: Reason
) -> None:
    judgement = listing("talent", "reform", "opening up").judge(lines)
    assert (judgement.proposed, judgement.reason) == (rating, reason)
    assert judgement.right == (rating is GOOD)


def test_an_ordered_list_wants_its_order() -> None:
    made = listing("first", "second", "third", ordered=True)
    assert made.judge(["first", "second", "third"]).right
    turned = made.judge(["second", "first", "third"])
    assert (turned.right, turned.proposed) == (False, HARD)
    assert turned.reason is Reason.OUT_OF_ORDER
    assert marks(turned) == [Mark.RIGHT] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["talent; reform; opening up"],
        ["talent, reform, opening up"],
        ["talent、reform、opening up"],
        ["talent\nreform", "opening up"],
        ["1. talent", "2. reform", "3. opening up"],
        ["- talent", "• reform", "* opening up"],
    ],
)
def test_several_members_may_stand_on_a_line_and_marks_before_them(lines: list[str]) -> None:
    assert listing("talent", "reform", "opening up").judge(lines).right


def test_something_pasted_by_mistake_takes_no_time() -> None:
    judgement = listing("talent", "reform").judge(["talent", "x" * 100_000, "a;" * 100_000])
    assert judgement.parts[0].mark is Mark.RIGHT
    assert len(judgement.parts) < 60


def test_what_parts_entries_may_stand_in_a_member() -> None:
    assert (
        listing("research, development", "talent").judge(["research, development", "talent"]).right
    )


@pytest.mark.parametrize(
    "asked",
    [
        prompt("alone"),
        prompt("one", "a member that is as long as a whole sentence is"),
        prompt(*map(str, range(13))),
    ],
)
def test_only_lists_that_can_be_typed_are_asked_for(asked: Prompt) -> None:
    assert listing_of(asked) is None


@given(
    st.lists(
        st.text("abcdefgh 新质生产力", min_size=1, max_size=12), min_size=2, max_size=6
    ).filter(lambda texts: all(map(str.strip, texts))),
    st.data(),
)
def test_all_members_in_any_order_are_always_right(texts: list[str], data: st.DataObject) -> None:
    made = listing_of(prompt(*texts))
    if made is not None:
        judgement = made.judge(data.draw(st.permutations(texts)))
        assert (judgement.right, judgement.proposed) == (True, GOOD)


@given(
    st.lists(st.text(max_size=12).filter(str.strip), min_size=2, max_size=4),
    st.lists(st.text(max_size=20), max_size=6),
)
def test_any_lines_are_judged_and_every_entry_comes_up_once(
    texts: list[str], lines: list[str]
) -> None:
    made = listing_of(prompt(*texts, ordered=len(lines) % 2 == 0))
    if made is not None:
        parts = made.judge(lines).parts
        assert len([part for part in parts if part.right]) == len(texts)
        assert all(part.given for part in parts if part.mark is not Mark.MISSING)
        assert not any(part.given for part in parts if part.mark is Mark.MISSING)
