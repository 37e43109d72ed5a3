"""Order: the members of an ordered list, to be put where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from nqpf_study.domain.forms.form import Prompt
from nqpf_study.domain.forms.judgement import Judgement, Mark, Part, Reason
from nqpf_study.domain.review import Rating

FEWEST = 3
"""Members of a list that is asked for its order: two are the toss of a coin."""
MOST = 12

NEAR_ORDER = 0.6
"""Kendall's tau from which an order is nearly right.

Of three members only the right order reaches it, of four one exchange of neighbours is allowed, of
five two, of six three: an order thrown by chance comes so far in 17, 17, 12 and 7 of 100 cases.
"""


@dataclass(frozen=True, slots=True)
class Order:
    """Members to put in order: `members` as they belong, `shown` as they are laid out.

    `shown` holds places in `members`: the first thing to see is `members[shown[0]]`.
    """

    members: tuple[str, ...]
    shown: tuple[int, ...]

    @property
    def laid_out(self) -> tuple[str, ...]:
        """Return the members as they are laid out."""
        return tuple(self.members[place] for place in self.shown)

    def judge(self, order: Sequence[int]) -> Judgement:
        """Judge an order: places in what is laid out, the member that goes first given first.

        Raises ValueError where a place is missing, unknown or given twice.
        """
        if sorted(order) != list(range(len(self.members))):
            raise ValueError("each member once")
        given = [self.members[self.shown[place]] for place in order]
        belongs = _places(given, self.members)
        tau = kendall(belongs)
        right = tau == 1
        parts = tuple(
            Part(
                Mark.RIGHT if place == belonging else Mark.WRONG,
                self.members[place],
                text,
                Reason.EXACT if place == belonging else Reason.OUT_OF_ORDER,
                displacement=place - belonging,
            )
            for place, (text, belonging) in enumerate(zip(given, belongs, strict=True))
        )
        if right:
            return Judgement(right=True, proposed=Rating.GOOD, reason=Reason.EXACT, parts=parts)
        if tau >= NEAR_ORDER:
            return Judgement(right=False, proposed=Rating.HARD, reason=Reason.MOSTLY, parts=parts)
        return Judgement(
            right=False, proposed=Rating.AGAIN, reason=Reason.OUT_OF_ORDER, parts=parts
        )


def order_of(prompt: Prompt, random: Random) -> Order | None:
    """Lay the members of an ordered list out, never as they belong; None for other cards."""
    members = prompt.face.members
    if not prompt.face.ordered or not FEWEST <= len(members) <= MOST or len(set(members)) < FEWEST:
        return None
    shown = list(range(len(members)))
    while [members[place] for place in shown] == list(members):
        random.shuffle(shown)
    return Order(members, tuple(shown))


def kendall(places: Sequence[int]) -> float:
    """Return Kendall's tau of an order without repetitions: 1 as it belongs, -1 turned round."""
    pairs = list(combinations(places, 2))
    in_order = sum(one < other for one, other in pairs)
    return (2 * in_order - len(pairs)) / len(pairs) if pairs else 1.0


def _places(given: Sequence[str], members: Sequence[str]) -> list[int]:
    """Return where each member belongs; members of the same words may change places."""
    left: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(members):
        left[text].append(place)
    return [left[text].pop(0) for text in given]
