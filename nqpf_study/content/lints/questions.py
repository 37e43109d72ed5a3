"""Questions that give their answer away, and questions that two cards share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nqpf_study.content.lints.carrying import CARRY_NOTHING
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, shortened
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.script import HAN
from nqpf_study.domain.wording import holds, plain_words

_HAN_SIGN = re.compile(f"[{HAN}]")
_KEY = re.compile(r"^[^:：]*[:：](?=\s*\S)")


def gives_away(question: str, answer: str) -> bool:
    """Tell whether the answer, or every word of it that carries something, is in the question.

    Of “weak industries: supplement the chain” only what follows the colon is the answer.
    """
    asked = plain_words(question)
    told = plain_words(_KEY.sub("", answer))
    carrying = [word for word in told if word not in CARRY_NOTHING]
    if not carrying or carrying[0] not in asked:
        return False
    start, end = told.index(carrying[0]), len(told) - told[::-1].index(carrying[-1])
    if holds(asked, told[start:end]):
        return True
    apart = len(set(carrying)) > 1 and not any(map(_HAN_SIGN.match, carrying))
    return apart and set(carrying) <= set(asked)


def given_away(linted: Linted) -> Iterator[Finding]:
    """Find questions that hold their answer, or a member of it."""
    for card in linted.cards:
        question = linted.question(card)
        for answer in linted.answers(card):
            if gives_away(card.question, answer):
                yield Finding(
                    question,
                    Code.GIVEN_AWAY,
                    phrase("the question gives “{answer}” away", answer=shortened(answer)),
                    "ask without the words of the answer",
                )


class SharedQuestions:
    """Finds cards that ask what a card before them asks, whatever case and punctuation."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, ...], tuple[str, int]] = {}

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Compare a note's questions with all before."""
        for card in linted.cards:
            place = linted.question(card)
            said = plain_words(card.question) or (card.question.strip(),)
            first = self._lines.get(said)
            if first is None:
                self._lines[said] = (linted.note.id, place.line)
                continue
            id_, line = first
            yield Finding(
                place,
                Code.SHARED_QUESTION,
                phrase(
                    "the question “{question}” is asked before", question=shortened(card.question)
                ),
                phrase(
                    "by the note {id}, in line {line}; say in each which text or case is meant",
                    id=id_,
                    line=line,
                ),
            )
