from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.forms import OPTIONS, Choice, Confusion, Mark, Prompt, Reason, choice_of
from nqpf_study.domain.forms.folding import same
from nqpf_study.domain.kinds import cards_of, listed
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import CardId, Rating
from tests.fakes.dice import dice

ANSWER = "advanced productivity"
OTHERS = ["innovation", "high quality", "reform", "opening up", "talent"]

texts = st.text(min_size=1, max_size=12).filter(str.strip)


def prompt(
    answer: str, id_: str = "own", *, question: str = "", tags: str = "", passage: str = ""
) -> Prompt:
    note = Note(
        id_,
        "basic",
        {"question": question or f"{id_}?", "answer": answer},
        tags=tuple(tags.split()),
        passages=(Passage("s", passage),) if passage else (),
    )
    return Prompt(CardId("d", id_, "answer"), note, cards_of(note)[0])


def peers(*answers: str) -> list[Prompt]:
    return [prompt(answer, f"n{at}") for at, answer in enumerate(answers)]


def choice(
    answer: str = ANSWER,
    distractors: list[str] | None = None,
    others: list[str] | None = None,
    seed: int = 1,
) -> Choice | None:
    own = Note(
        "own",
        "basic",
        {"question": "What is the essence?", "answer": answer},
        distractors=tuple(distractors or ()),
    )
    asked = Prompt(CardId("d", "own", "answer"), own, cards_of(own)[0])
    return choice_of(asked, peers(*(OTHERS if others is None else others)), dice(seed))


def offered(made: Choice | None) -> set[str]:
    """Return the wrong options."""
    assert made is not None
    return set(made.options) - {made.options[made.right]}


def test_the_answer_stands_among_wrong_ones_of_the_same_kind() -> None:
    made = choice()
    assert made is not None
    assert len(made.options) == OPTIONS
    assert made.options[made.right] == ANSWER
    assert offered(made) < set(OTHERS)


def test_the_authors_wrong_answers_come_before_others() -> None:
    made = choice(distractors=["a slogan", "a tax"])
    assert {"a slogan", "a tax"} < offered(made)
    assert len(offered(made)) == OPTIONS - 1


def test_of_many_wrong_answers_of_the_author_different_ones_come_up() -> None:
    many = [f"wrong {name}" for name in ("north", "south", "east", "west", "centre", "coast")]
    came = [offered(choice(distractors=many, seed=seed)) for seed in range(10)]
    assert all(came_once < set(many) for came_once in came)
    assert len(set.union(*came)) > OPTIONS - 1


def test_answers_near_to_the_right_one_come_before_far_ones() -> None:
    near = ["advanced technology", "advanced manufacturing", "higher productivity"]
    far = [*map(str, range(1950, 1990, 3)), "pigs", "a long walk along the river to the sea"]
    came = [offered(choice(others=[*far, *near], seed=seed)) for seed in range(20)]
    share = sum(len(once & set(near)) for once in came) / sum(map(len, came))
    assert share > 0.4  # of 18 that could come, 3 are near


def test_answers_with_the_same_tags_come_before_others() -> None:
    asked = prompt("Guangdong", tags="pledge y2024")
    alike = [prompt(name, name, tags="pledge y2024") for name in ("Hainan", "Liaoning", "Jiangsu")]
    other = [prompt(f"{name} Town", name, tags="history") for name in "abcdefghijklmnopqrst"]
    came = [offered(choice_of(asked, [*other, *alike], dice(seed))) for seed in range(20)]
    assert sum(len(once & {"Hainan", "Liaoning", "Jiangsu"}) for once in came) > 25


def test_an_answer_that_the_question_names_is_the_last_to_come_up() -> None:
    asked = prompt("talent", question="What comes with reform, opening up and innovation?")
    others = peers("reform", "opening up", "innovation", "finance", "green", "trade")
    for seed in range(5):
        came = offered(choice_of(asked, others[:3] + others[3:], dice(seed)))
        assert len(came & {"finance", "green", "trade"}) >= 1


@pytest.mark.parametrize("others", [[], ["reform"], ["reform", "Reform.", " reform "]])
def test_too_few_wrong_answers_make_no_choice(others: list[str]) -> None:
    assert choice(others=others) is None


def test_two_wrong_answers_are_enough() -> None:
    made = choice(others=["reform", "talent"])
    assert made is not None
    assert len(made.options) == 3


@pytest.mark.parametrize(
    "same_answer",
    [
        "Advanced Productivity",
        " advanced  productivity",
        "advanced productivity.",
        "advanced\u00a0productivity",
        "“advanced productivity”",
        "ａｄｖａｎｃｅｄ productivity。",
        "advanced-productivity",
        "the advanced productivity",
    ],
)
def test_an_answer_that_differs_only_in_dress_is_no_wrong_answer(same_answer: str) -> None:
    assert same_answer not in offered(choice(others=[same_answer, *OTHERS[:3]]))
    assert same_answer not in offered(choice(distractors=[same_answer], others=OTHERS))


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        ("5 March 2024", "March 2024"),
        ("2024", "31 January 2024"),
        ("31 January 2024", "January 31, 2024"),
        ("5 per cent", "five percent"),
        ("labor materials", "labour material"),
        ("Guangdong", "Guangdong and Hainan"),
        ("新质生产力", "生产力"),
        ("新质生产力", "新質生產力"),
        ("talent; reform", "reform"),
        ("talent; reform", "reform; talent; opening"),
        ("talent; reform", "Reform; Talent"),
    ],
)
def test_an_answer_that_may_be_right_too_is_no_wrong_answer(answer: str, other: str) -> None:
    fillers = ["north", "south", "west"]
    assert other not in offered(choice(answer, others=[other, *fillers]))
    assert answer not in offered(choice(other, others=[answer, *fillers]))


def test_an_answer_to_the_same_question_is_no_wrong_answer() -> None:
    asked = prompt("Hainan", question="Which province looks out to sea?")
    twin = prompt("Fujian", "twin", question="Which province looks out to sea")
    made = choice_of(asked, [twin, *peers("north", "south", "west")], dice(1))
    assert offered(made) == {"north", "south", "west"}


def test_an_answer_that_rests_on_the_same_passage_is_no_wrong_answer() -> None:
    asked = prompt("Hainan", passage="Hainan, an island")
    twin = prompt("an island", "twin", passage="Hainan, an island")
    made = choice_of(asked, [twin, *peers("north", "south", "west")], dice(1))
    assert offered(made) == {"north", "south", "west"}


def test_another_wording_of_a_term_is_no_wrong_answer_for_it() -> None:
    def term(name: str, variants: tuple[str, ...] = ()) -> Prompt:
        fields = {"term": name, "definition": f"d {name}", "cue": f"{name}?"}
        members = tuple(map(Member, variants))
        note = Note(name, "term", {**fields, "variants": members})
        return Prompt(CardId("d", name, "name"), note, cards_of(note)[1])

    asked = term("new forces", ("young powers (Qiushi)",))
    others = [term("young powers"), term("hands"), term("seeds"), term("roads")]
    assert offered(choice_of(asked, others, dice(1))) == {"hands", "seeds", "roads"}


def test_years_that_differ_by_one_may_stand_side_by_side() -> None:
    assert offered(choice("1978", others=["1979", "1977"])) == {"1979", "1977"}


def test_words_that_only_begin_alike_may_stand_side_by_side() -> None:
    assert offered(choice("art", others=["artisan", "party"])) == {"artisan", "party"}


def test_an_author_may_offer_what_holds_the_right_answer() -> None:
    made = choice("March 2024", distractors=["5 March 2024", "3 March 2024", "1 May 2024"])
    assert "5 March 2024" in offered(made)


def test_another_order_is_a_wrong_answer_where_order_is_asked_for() -> None:
    answer = listed(("first", "second"), ordered=True)
    turned = listed(("second", "first"), ordered=True)
    assert turned in offered(choice(answer, others=[turned, "1. first; 2. third"]))


def member(note: str, at: int, *answers: str) -> list[Prompt]:
    """Return the prompts of a list's members, the one at `at` first."""
    members = tuple(Member(text, f"m{place}", f"{text}?") for place, text in enumerate(answers))
    made = Note(note, "list", {"question": f"{note}?", "items": members})
    cards = [card for card in cards_of(made) if card.name != "all"]
    cards.insert(0, cards.pop(at))
    return [Prompt(CardId("d", note, card.name), made, card) for card in cards]


def test_a_list_that_suffices_offers_its_own_members_alone() -> None:
    own = member("own", 0, "breakthroughs", "allocation", "upgrading")
    strange = member("other", 0, "breakthrough", "break through it", "breaks")
    for seed in range(10):
        made = choice_of(own[0], [*own, *strange], dice(seed))
        assert offered(made) == {"allocation", "upgrading"}


def test_a_list_too_short_to_choose_from_is_filled_with_the_answers_of_like_cards() -> None:
    own = member("own", 0, "resilience", "safety")
    others = member("other", 0, "openness", "length", "speed")
    assert "safety" in offered(choice_of(own[0], [*own, *others], dice(1)))
    assert len(offered(choice_of(own[0], [*own, *others], dice(1)))) == OPTIONS - 1


@given(texts, st.lists(texts), st.lists(texts), st.integers(0, 99))
def test_no_option_says_what_another_says(
    answer: str, distractors: list[str], others: list[str], seed: int
) -> None:
    made = choice(answer, distractors, others, seed)
    if made is not None:
        options = made.options
        twice = [(a, b) for a in options for b in options if a is not b and same(a, b)]
        assert twice == []
        assert options[made.right] == answer
        assert offered(made) <= {*distractors, *others}
        assert 3 <= len(options) <= OPTIONS


@given(st.permutations(OTHERS), st.integers(0, 9))
def test_the_same_seed_makes_the_same_choice(others: list[str], seed: int) -> None:
    by_name = sorted(others)
    asked, alike = prompt(ANSWER), [prompt(text, text) for text in others]
    known = [prompt(text, text) for text in by_name]
    assert choice_of(asked, alike, dice(seed)) == choice_of(asked, known, dice(seed))


def test_the_right_answer_is_not_always_in_the_same_place() -> None:
    places = {made.right for seed in range(40) if (made := choice(seed=seed))}
    assert places == set(range(OPTIONS))


def test_a_right_choice_proposes_good_and_a_wrong_one_again() -> None:
    made = Choice(("a", "b", "c"), right=1)
    assert (made.judge(1).right, made.judge(1).proposed) == (True, Rating.GOOD)
    wrong = made.judge(0)
    assert (wrong.right, wrong.proposed, wrong.reason) == (False, Rating.AGAIN, Reason.WRONG)
    assert [(part.mark, part.given, part.right) for part in wrong.parts] == [(Mark.WRONG, "a", "b")]


def test_a_wrong_choice_tells_which_card_it_would_answer() -> None:
    made = choice()
    assert made is not None
    for at, text in enumerate(made.options):
        confused = made.judge(at).confused_with
        if at == made.right:
            assert confused is None
        else:
            assert confused == Confusion(text, CardId("d", f"n{OTHERS.index(text)}", "answer"))
            assert made.judge(at).reason is Reason.ANOTHER


def test_a_wrong_answer_of_the_author_belongs_to_no_card() -> None:
    made = choice(distractors=["a slogan", "a tax", "a plan"])
    assert made is not None
    wrong = (made.right + 1) % len(made.options)
    assert made.judge(wrong).confused_with == Confusion(made.options[wrong])


@pytest.mark.parametrize("chosen", [-1, 3])
def test_only_an_option_can_be_chosen(chosen: int) -> None:
    with pytest.raises(ValueError, match="option"):
        Choice(("a", "b", "c"), right=1).judge(chosen)
