from __future__ import annotations

import pytest

from nqpf_study.domain.deck import Note
from nqpf_study.domain.forms import Cloze, Confusion, Mark, Prompt, Reason, cloze_of
from nqpf_study.domain.kinds import Gap, cards_of
from nqpf_study.domain.review import CardId, Rating


def prompt(text: str, name: str = "c1") -> Prompt:
    note = Note("n", "cloze", {"text": text})
    (face,) = (face for face in cards_of(note) if face.name == name)
    return Prompt(CardId("d", "n", name), note, face)


def cloze(text: str, name: str = "c1") -> Cloze:
    made = cloze_of(prompt(text, name))
    assert made is not None
    return made


TWO = "From {{c1::Mao::who}} to {{c1::Deng}}, by {{c2::reform}}."


def test_only_the_cards_own_gaps_are_to_be_filled() -> None:
    made = cloze(TWO)
    assert made.runs == (
        "From ",
        Gap("c1", "Mao", "who"),
        " to ",
        Gap("c1", "Deng"),
        ", by ",
        "reform",
        ".",
    )
    assert cloze(TWO, "c2").gaps == (Gap("c2", "reform"),)


def test_words_hidden_twice_are_asked_for_once_and_stay_hidden() -> None:
    made = cloze("{{c1::Reform}} and more {{c1::Reform}}.")
    assert made.runs == (Gap("c1", "Reform"), " and more ", "[…]", ".")


@pytest.mark.parametrize(
    ("typed", "right", "rating", "reason"),
    [
        (["Mao", "Deng"], True, Rating.GOOD, Reason.EXACT),
        (["mao", "Deng"], True, Rating.GOOD, Reason.DRESS),
        (["Mao", "Dengg"], True, Rating.HARD, Reason.NEARLY),
        (["Mao"], False, Rating.AGAIN, Reason.EMPTY),
        (["Mao", "Xi"], False, Rating.AGAIN, Reason.WRONG),
        ([], False, Rating.AGAIN, Reason.EMPTY),
        (["Deng", "Mao"], False, Rating.AGAIN, Reason.WRONG),
    ],
)
def test_the_worst_gap_tells_the_rating(
    typed: list[str],
    right: bool,
    rating: Rating,
    reason: Reason,
) -> None:
    judgement = cloze(TWO).judge(typed)
    assert (judgement.right, judgement.proposed, judgement.reason) == (right, rating, reason)
    assert [part.right for part in judgement.parts] == ["Mao", "Deng"]


def test_most_of_several_gaps_are_hard() -> None:
    made = cloze("{{c1::one}} {{c1::three}} {{c1::five}}")
    judgement = made.judge(["one", "three", "six"])
    assert (judgement.proposed, judgement.reason) == (Rating.HARD, Reason.MOSTLY)
    assert [part.mark for part in judgement.parts] == [Mark.RIGHT, Mark.RIGHT, Mark.WRONG]
    assert judgement.confused_with == Confusion("six")


def test_more_texts_than_gaps_are_no_answer() -> None:
    with pytest.raises(ValueError, match="gap"):
        cloze(TWO).judge(["Mao", "Deng", "Xi"])


def test_other_cards_and_long_gaps_are_not_asked_so() -> None:
    note = Note("n", "basic", {"question": "?", "answer": "a"})
    assert cloze_of(Prompt(CardId("d", "n", "answer"), note, cards_of(note)[0])) is None
    assert cloze_of(prompt("{{c1::a gap of far too many words}}")) is None
