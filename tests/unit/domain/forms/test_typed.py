from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.forms import (
    Accepted,
    Confusion,
    Judgement,
    Mark,
    Prompt,
    Reason,
    Typed,
    Wording,
    accepted_for,
    typed_of,
)
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId, Rating

AGAIN, HARD, GOOD, EASY = Rating

texts = st.text(max_size=30)


def basic(answer: str, id_: str = "own") -> Prompt:
    note = Note(id_, "basic", {"question": f"{id_}?", "answer": answer})
    return Prompt(CardId("d", id_, "answer"), note, cards_of(note)[0])


def term(face: str) -> Prompt:
    note = Note(
        "forces",
        "term",
        {
            "term": "new quality productive forces",
            "definition": "Advanced productivity.",
            "cue": "Which forces?",
            "chinese": "新质生产力",
            "pinyin": "xīn zhì shēngchǎnlì",
            "variants": (
                Member("new productive forces (China.org.cn)"),
                Member("new quality productivity (Qiushi)"),
            ),
        },
    )
    (card,) = (card for card in cards_of(note) if card.name == face)
    return Prompt(CardId("d", "forces", face), note, card)


def judged(typed: str, right: str, *others: str) -> Judgement:
    task = typed_of(
        basic(right), [basic(other, f"n{at}") for at, other in enumerate(others)]
    ) or Typed(accepted_for(basic(right)))
    return task.judge(typed)


@pytest.mark.parametrize(
    ("typed", "right", "reason", "proposed"),
    [
        # nothing, and something else
        ("", "innovation", Reason.EMPTY, AGAIN),
        ("  ", "innovation", Reason.EMPTY, AGAIN),
        ("reform", "innovation", Reason.WRONG, AGAIN),
        ("?", "innovation", Reason.WRONG, AGAIN),
        # right, one way or another
        ("Innovation!", "innovation", Reason.DRESS, GOOD),
        ("labour materials", "Labor materials.", Reason.SPELLING, GOOD),
        ("five per cent", "5%", Reason.NUMBERS, GOOD),
        ("reform and opening up", "opening up; reform", Reason.ANY_ORDER, GOOD),
        ("talent, reform, opening up", "opening up; reform; talent", Reason.ANY_ORDER, GOOD),
        ("人工智能", "人工智能（AI）", Reason.EXACT, GOOD),
        ("state finance", "state finance (2024)", Reason.EXACT, GOOD),
        ("改革和开放", "开放；改革", Reason.ANY_ORDER, GOOD),
        ("supply and demand, trade", "trade; supply and demand", Reason.ANY_ORDER, GOOD),
        # slips of the keys
        ("inovation", "innovation", Reason.TYPO, GOOD),
        ("innovatoin", "innovation", Reason.TYPO, GOOD),
        ("total factor produktivity", "total factor productivity", Reason.TYPO, GOOD),
        ("totl factor produktivity", "total factor productivity", Reason.NEARLY, HARD),
        ("relation of production", "relations of production", Reason.TYPO, GOOD),
        ("totalfactor produktivity", "total factor productivity", Reason.TYPO, GOOD),
        ("Hainen", "Hainan", Reason.TYPO, GOOD),
        ("inventer", "inventor", Reason.TYPO, GOOD),
        ("Lima", "Lime", Reason.NEARLY, HARD),
        # what only looks like a slip
        ("1978", "1979", Reason.WRONG, AGAIN),
        ("10 %", "11 %", Reason.WRONG, AGAIN),
        ("5 March 2024", "6 March 2024", Reason.WRONG, AGAIN),
        ("4G network", "5G network", Reason.PARTLY, AGAIN),
        ("invisible", "visible", Reason.WRONG, AGAIN),
        ("decrease", "increase", Reason.WRONG, AGAIN),
        ("trainer", "trainee", Reason.WRONG, AGAIN),
        ("Hainan", "Hainan (now) and Guangdong", Reason.PARTLY, AGAIN),
        ("visible hand", "invisible hand", Reason.PARTLY, AGAIN),
        ("not innovation", "innovation", Reason.WRONG, AGAIN),
        ("cat", "car", Reason.WRONG, AGAIN),
        # a part, and more than all
        ("AI plus", "AI Plus initiative", Reason.MOSTLY, HARD),
        ("factor productivity", "total factor productivity", Reason.MOSTLY, HARD),
        ("productivity", "total factor productivity", Reason.PARTLY, AGAIN),
        ("productivity of total factor", "total factor productivity", Reason.MOSTLY, HARD),
        ("innovation and reform", "innovation", Reason.TOO_MUCH, HARD),
        ("one two three reform talent innovation green", "innovation", Reason.PARTLY, AGAIN),
        ("January 2024", "31 January 2024", Reason.MOSTLY, HARD),
        ("2024", "31 January 2024", Reason.PARTLY, AGAIN),
        ("31 January 2024", "January 2024", Reason.TOO_MUCH, HARD),
        ("opening up", "reform; opening up; talent", Reason.PARTLY, AGAIN),
        # Chinese
        ("新質生產力", "新质生产力", Reason.SCRIPT, GOOD),
        ("新质生力产", "新质生产力", Reason.NEARLY, HARD),
        ("新质生产", "新质生产力", Reason.NEARLY, HARD),
        ("无形之手", "有形之手", Reason.WRONG, AGAIN),
        ("全要素生产力", "全要素生产率", Reason.PARTLY, AGAIN),
        ("高水平科技自力自强", "高水平科技自立自强", Reason.MOSTLY, HARD),
        ("生产率", "全要素生产率", Reason.PARTLY, AGAIN),
        ("中国新质生产力", "新质生产力", Reason.TOO_MUCH, HARD),
        ("不平衡发展", "平衡发展", Reason.WRONG, AGAIN),
        ("旧", "新", Reason.WRONG, AGAIN),
        ("innovation", "创新", Reason.WRONG, AGAIN),
    ],
)
def test_a_typed_answer_is_judged_with_a_reason(
    typed: str, right: str, reason: Reason, proposed: Rating
) -> None:
    judgement = judged(typed, right)
    assert (judgement.reason, judgement.proposed) == (reason, proposed)
    assert judgement.right == (
        reason not in {*list(Reason)[-5:], Reason.TOO_MUCH, Reason.MOSTLY, Reason.PARTLY}
    )


def test_the_answer_to_another_card_is_wrong_however_near() -> None:
    judgement = judged("new forces", "two forces", "new forces", "old forces")
    assert judgement.reason is Reason.ANOTHER
    assert judgement.proposed is Rating.AGAIN
    assert judgement.confused_with == Confusion("new forces", CardId("d", "n0", "answer"))
    near = judged("Hebei", "Hubei", "Hebei")
    assert near.reason is Reason.ANOTHER
    assert judged("Hubei", "Hubei", "Hubei", "Hebei").reason is Reason.EXACT


def test_a_wrong_answer_that_is_no_cards_is_kept_as_it_was_typed() -> None:
    assert judged(" a  slogan ", "innovation").confused_with == Confusion("a slogan")
    assert judged("inovation", "innovation").confused_with is None
    assert judged("", "innovation").confused_with is None


@pytest.mark.parametrize(
    ("typed", "reason", "proposed"),
    [
        ("新质生产力", Reason.EXACT, GOOD),
        ("新質生產力", Reason.SCRIPT, GOOD),
        ("新质生产力 xin zhi shengchanli", Reason.DRESS, GOOD),
        ("xīn zhì shēngchǎnlì", Reason.PINYIN, GOOD),
        ("Xīnzhì shēng chǎn lì", Reason.PINYIN, GOOD),
        ("xin1 zhi4 sheng1chan3li4", Reason.PINYIN, GOOD),
        ("xin1zhi4 sheng1 chan3 li4", Reason.PINYIN, GOOD),
        ("xin zhi shengchanli", Reason.NO_TONES, GOOD),
        ("xin zhi sheng chan li", Reason.NO_TONES, GOOD),
        ("xín zhì shēngchǎnlì", Reason.WRONG_TONES, HARD),
        ("xin2 zhi4 sheng1chan3li4", Reason.WRONG_TONES, HARD),
        ("xin zhi", Reason.WRONG, AGAIN),
        ("new quality productive forces", Reason.WRONG, AGAIN),
    ],
)
def test_chinese_may_be_typed_in_pinyin(typed: str, reason: Reason, proposed: Rating) -> None:
    task = typed_of(term("chinese"), [])
    assert task is not None
    judgement = task.judge(typed)
    assert (judgement.reason, judgement.proposed) == (reason, proposed)


@pytest.mark.parametrize("typed", ["lǜsè", "lüse", "lvse", "lu:se", "luse", "lv4se4", "lü4 se4"])
def test_the_u_with_dots_may_be_typed_as_keyboards_allow(typed: str) -> None:
    assert Typed((Accepted("lǜsè", Wording.PINYIN),)).judge(typed).right


def test_neutral_tones_may_be_left_out_or_numbered() -> None:
    task = Typed((Accepted("xīn shídài de yìng dàolǐ", Wording.PINYIN),))
    for typed in ("xin1 shi2dai4 de5 ying4 dao4li3", "xin1 shi2dai4 de ying4 dao4li3"):
        assert task.judge(typed).reason is Reason.PINYIN


def test_another_wording_of_a_term_is_right() -> None:
    task = typed_of(term("name"), [])
    assert task is not None
    for typed in ("New productive forces", "new quality productivity (Qiushi)"):
        judgement = task.judge(typed)
        assert (judgement.reason, judgement.proposed) == (Reason.VARIANT, Rating.GOOD)
    assert task.judge("new quality productive forces").reason is Reason.EXACT
    near = task.judge("new qualty productivity")
    assert near.reason is Reason.TYPO
    assert near.parts[0].right == "new quality productivity"


def test_the_difference_leads_to_the_nearest_right_answer() -> None:
    (part,) = judged("inovation", "innovation").parts
    assert (part.mark, part.given, part.right) == (Mark.RIGHT, "inovation", "innovation")
    assert "".join(run.right for run in part.difference) == "innovation"
    assert judged("reform", "innovation").parts[0].mark is Mark.WRONG
    assert judged("", "innovation").parts[0].mark is Mark.MISSING


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("innovation", True),
        ("31 January 2024", True),
        ("高水平科技自立自强", True),
        ("a definition that needs six words", False),
        ("Übertragungsnetzentwicklungsplanungsverordnungsentwürfe", False),
        ("新" * 20, False),
    ],
)
def test_long_answers_are_never_typed(answer: str, *, asked: bool) -> None:
    assert (typed_of(basic(answer), []) is not None) == asked


def test_a_list_is_not_typed_as_one() -> None:
    note = Note("n", "list", {"question": "?", "items": (Member("a"), Member("b"))})
    assert typed_of(Prompt(CardId("d", "n", "all"), note, cards_of(note)[0]), []) is None


@given(texts.filter(str.strip))
def test_the_right_answer_is_always_right(answer: str) -> None:
    judgement = judged(answer, answer)
    assert judgement.right
    assert judgement.proposed is Rating.GOOD


@given(texts.filter(str.strip), texts.filter(str.strip))
def test_a_typed_answer_never_fails_and_its_runs_make_up_both(answer: str, typed: str) -> None:
    judgement = judged(typed, answer)
    (part,) = judgement.parts
    assert "".join(run.right for run in part.difference) == normalize("NFC", part.right)
    assert "".join(run.typed for run in part.difference) == normalize("NFC", part.given)
    assert (part.mark is Mark.RIGHT) == (judgement.proposed is Rating.GOOD)


@given(st.from_regex(r"[1-9][0-9]{0,5}", fullmatch=True), st.integers(0, 5), st.integers(0, 9))
def test_another_number_is_never_right(number: str, place: int, digit: int) -> None:
    place %= len(number)
    other = number[:place] + str(digit) + number[place + 1 :]
    if int(other) != int(number):
        assert not judged(other, number).right
        assert not judged(f"{other} people", f"{number} people").right
