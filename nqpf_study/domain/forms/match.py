"""Match: the card and a few like ones, whose answers are to be put to their questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from nqpf_study.domain.forms.form import Prompt, others_of
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Mark, Part, Reason
from nqpf_study.domain.review import CardId, Rating

FEWEST, MOST = 3, 4
"""Pairs, the card's own among them."""
LONGEST = 120
"""Characters of an answer that is put beside others."""


@dataclass(frozen=True, slots=True)
class Match:
    """Questions in their order, and answers in another one.

    `right[place]` is the place among `answers` of the one that belongs to `cues[place]`; `own` is
    the place of the asked card's question, `cards` names the cards that the questions are of.
    """

    cues: tuple[str, ...]
    answers: tuple[str, ...]
    right: tuple[int, ...]
    own: int
    cards: tuple[CardId, ...]

    def judge(self, chosen: Sequence[int | None]) -> Judgement:
        """Judge the place of an answer for each question, None where it got none.

        The pair of the asked card alone tells whether it is right, for only that card is graded;
        where another pair is wrong the own one may be luck, and is Hard. Raises ValueError where
        a place is unknown or given twice, or a question is left out.
        """
        placed = [place for place in chosen if place is not None]
        known = len(chosen) == len(self.cues) and set(placed) <= set(range(len(self.answers)))
        if not known or len(set(placed)) < len(placed):
            raise ValueError("one answer for each question")
        parts = tuple(map(self._part, chosen, self.right))
        own = parts[self.own]
        if own.mark is not Mark.RIGHT:
            taken = chosen[self.own]
            confusion = None if taken is None else self._confusion(taken)
            return Judgement(
                right=False,
                proposed=Rating.AGAIN,
                reason=own.reason,
                parts=parts,
                confused_with=confusion,
            )
        if any(part.mark is not Mark.RIGHT for part in parts):
            return Judgement(right=True, proposed=Rating.HARD, reason=Reason.ONLY_OWN, parts=parts)
        return Judgement(right=True, proposed=Rating.GOOD, reason=Reason.EXACT, parts=parts)

    def _part(self, taken: int | None, right: int) -> Part:
        said = self.answers[right]
        if taken is None:
            return Part(Mark.MISSING, said, reason=Reason.EMPTY)
        if taken == right:
            return Part(Mark.RIGHT, said, said)
        return Part(Mark.WRONG, said, self.answers[taken], Reason.ANOTHER)

    def _confusion(self, taken: int) -> Confusion:
        return Confusion(self.answers[taken], self.cards[self.right.index(taken)])


def match_of(prompt: Prompt, peers: Sequence[Prompt], random: Random) -> Match | None:
    """Put a card among two or three like ones of its deck, None where there are too few.

    Of no two of them may the one's answer be right for the other.
    """
    from nqpf_study.domain.forms.rivals import REACH, Rival, clash, nearest_first

    if len(prompt.face.answer) > LONGEST:
        return None
    short = [
        Rival(peer.face.answer, peer)
        for peer in others_of(prompt, peers)
        if len(peer.face.answer) <= LONGEST
    ]
    near = [rival.prompt for rival in nearest_first(prompt, short) if rival.prompt is not None]
    taken = [prompt]
    while near and len(taken) < MOST:
        peer = near.pop(random.randrange(min(REACH * (MOST - len(taken)), len(near))))
        if not any(clash(one, peer) for one in taken):
            taken.append(peer)
    if len(taken) < FEWEST:
        return None
    random.shuffle(taken)
    places = list(range(len(taken)))
    random.shuffle(places)
    answers = [""] * len(taken)
    for one, place in zip(taken, places, strict=True):
        answers[place] = one.face.answer
    return Match(
        cues=tuple(one.face.question for one in taken),
        answers=tuple(answers),
        right=tuple(places),
        own=next(place for place, one in enumerate(taken) if one is prompt),
        cards=tuple(one.id for one in taken),
    )
