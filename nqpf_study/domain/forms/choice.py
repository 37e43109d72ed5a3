"""Choice: the card's answer among wrong ones that are near to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from nqpf_study.domain.forms.form import Prompt, others_of
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Mark, Part, Reason
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import CardId, Rating

OPTIONS = 4
FEWEST_OPTIONS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Answers to choose from; `right` is the index of the right one.

    `cards` names the card that each option answers, None where it is no card's answer.
    """

    options: tuple[str, ...]
    right: int
    cards: tuple[CardId | None, ...] = ()

    def judge(self, chosen: int) -> Judgement:
        """Judge a choice: right proposes Good, wrong Again. Raises ValueError for no option."""
        if not 0 <= chosen < len(self.options):
            raise ValueError("no such option")
        right, said = self.options[self.right], self.options[chosen]
        if chosen == self.right:
            return Judgement(
                right=True, proposed=Rating.GOOD, parts=(Part(Mark.RIGHT, right, said),)
            )
        card = self.cards[chosen] if self.cards else None
        reason = Reason.WRONG if card is None else Reason.ANOTHER
        part = Part(Mark.WRONG, right, said, reason)
        return Judgement(
            right=False,
            proposed=Rating.AGAIN,
            reason=reason,
            parts=(part,),
            confused_with=Confusion(said, card),
        )


def choice_of(prompt: Prompt, peers: Sequence[Prompt], random: Random) -> Choice | None:
    """Offer the card's answer among wrong ones, or None where there are too few.

    The author's own wrong answers come first; they stand for the note's first card and may hold
    the right answer, but not say the same. Then come the other members of a list that holds the
    answer. Where they are too few, the answers of like cards follow; where they suffice, one from
    elsewhere would only tell by its strangeness that it is wrong.
    """
    from nqpf_study.domain.forms.folding import key
    from nqpf_study.domain.forms.rivals import Rival, rivals

    face = prompt.face
    own = cards_of(prompt.note)
    members = {one for card in own if face.answer in card.members for one in card.members}
    alike = others_of(prompt, peers)
    by_answer = {peer.face.answer: peer for peer in reversed(alike)}
    given = _given(prompt, random) if own[0].name == face.name else []
    wrong = [Rival(text) for text in given]
    for pool in (
        [Rival(text, by_answer.get(text)) for text in members],
        [Rival(peer.face.answer, peer) for peer in alike],
    ):
        used = {key(one.text) for one in wrong}
        left = [rival for rival in pool if key(rival.text) not in used]
        wrong += rivals(prompt, left, OPTIONS - 1 - len(wrong), random)
        if members and len(wrong) >= FEWEST_OPTIONS - 1:
            break
    if len(wrong) < FEWEST_OPTIONS - 1:
        return None
    options = [Rival(face.answer, prompt), *wrong]
    random.shuffle(options)
    return Choice(
        tuple(option.text for option in options),
        next(place for place, option in enumerate(options) if option.prompt is prompt),
        tuple(option.prompt.id if option.prompt else None for option in options),
    )


def _given(prompt: Prompt, random: Random) -> list[str]:
    """Draw among the author's wrong answers."""
    from nqpf_study.domain.forms.folding import key

    right = key(prompt.face.answer)
    given = {key(text): text for text in sorted(prompt.note.distractors) if key(text) != right}
    return random.sample(list(given.values()), min(OPTIONS - 1, len(given)))
