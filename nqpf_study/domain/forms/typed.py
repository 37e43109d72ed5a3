"""Typed: the answer is written out, and compared with every wording that is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nqpf_study.domain.forms.accepted import Accepted, accepted_for, nearest
from nqpf_study.domain.forms.chinese import has_han
from nqpf_study.domain.forms.difference import difference
from nqpf_study.domain.forms.form import Prompt, others_of
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Part, Reason
from nqpf_study.domain.forms.outcomes import PROPOSED, RIGHT, SEVERITY, mark_of
from nqpf_study.domain.review import CardId

MOST_WORDS = 5
MOST_CHARACTERS = 48
MOST_HAN = 16
LONGEST = 500
"""Characters of what was typed that are kept."""


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer to type: what counts as right, and what would answer another card."""

    accepted: tuple[Accepted, ...]
    others: tuple[tuple[str, CardId], ...] = ()

    def judge(self, typed: str) -> Judgement:
        """Judge what was typed by the accepted answer that it is nearest to."""
        reason, right = nearest(typed, self.accepted)
        surely_right = SEVERITY[reason] < SEVERITY[Reason.TYPO]
        confusion = None if surely_right else self._other(typed)
        if confusion is not None:
            reason = Reason.ANOTHER
        elif reason is Reason.WRONG:
            confusion = Confusion(" ".join(typed.split()))
        part = compared_part(typed, right.text, reason)
        return Judgement(reason in RIGHT, PROPOSED[reason], reason, (part,), confusion)

    def _other(self, typed: str) -> Confusion | None:
        from nqpf_study.domain.forms.folding import same

        for text, card in self.others:
            if same(typed, text) is not None:
                return Confusion(text, card)
        return None


def typed_of(prompt: Prompt, peers: Sequence[Prompt]) -> Typed | None:
    """Ask for the answer to be typed, None where it is a list or too long to be typed fairly."""
    accepted = accepted_for(prompt)
    if prompt.face.members or not typeable(accepted[0].text):
        return None
    others = [(accepted_for(peer)[0].text, peer.id) for peer in others_of(prompt, peers)]
    return Typed(accepted, tuple(others))


def typeable(text: str) -> bool:
    """Tell whether an answer is short enough to be typed as it stands."""
    if has_han(text):
        return len("".join(text.split())) <= MOST_HAN
    return len(text) <= MOST_CHARACTERS and len(text.split()) <= MOST_WORDS


def compared_part(given: str, right: str, reason: Reason) -> Part:
    """Return the part of an answer that was typed, with its difference from the right one."""
    given = " ".join(given[:LONGEST].split())
    return Part(mark_of(reason), right, given, reason, difference(given, right))
