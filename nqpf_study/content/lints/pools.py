"""Cards that cannot be asked by choice, because too little can be offered beside the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code
from nqpf_study.domain.forms import FEWEST_OPTIONS, Prompt, choice_of
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.review import CardId

NEIGHBOURS = 20
"""Of the notes of a kind, how many before and after a note a session draws on."""

FEWEST_NOTES = 10
"""A deck of fewer notes has no pools yet: nothing is said of it."""

_PLENTY = 8  # answers, at first sight different, of which two will surely do


class SmallPools:
    """Finds cards for which the choice form would fall back to asking from memory."""

    def __init__(self, deck: str, notes: Sequence[Linted]) -> None:
        self._deck = deck
        self._begun = len(notes) < FEWEST_NOTES
        self._alike: dict[str, list[Linted]] = {}
        self._places: dict[str, int] = {}
        for linted in notes:
            alike = self._alike.setdefault(linted.note.kind, [])
            self._places[linted.note.id] = len(alike)
            alike.append(linted)

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Try to offer answers for each card of a note, as a session would."""
        if self._begun:
            return
        lacking = [card.name for card in linted.cards if not self._offers(linted, card)]
        if not lacking:
            return
        names = ", ".join(f"“{name}”" for name in lacking)
        first = linted.cards[0].name in lacking
        yield Finding(
            linted.entries.get("distractors", linted.place) if first else linted.place,
            Code.SMALL_POOL,
            phrase("for the card {names} there is too little to choose from", names=names)
            if len(lacking) == 1
            else phrase("for the cards {names} there is too little to choose from", names=names),
            phrase(
                "give {fewest_options} `distractors` or more; else it is asked from memory",
                fewest_options=FEWEST_OPTIONS - 1,
            )
            if first
            else phrase(
                "wrong answers come from other notes of the kind {kind}; else it is"
                " asked from memory",
                kind=linted.note.kind,
            ),
        )

    def _offers(self, linted: Linted, card: Card) -> bool:
        alike, place = self._alike[linted.note.kind], self._places[linted.note.id]
        near = alike[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        if _given(linted, card) or _plenty(linted, card, near):
            return True
        prompt = self._prompt(linted, card)
        peers = [self._prompt(one, face) for one in near for face in one.cards]
        return choice_of(prompt, peers, Random(0)) is not None  # noqa: S311 - no secret

    def _prompt(self, linted: Linted, card: Card) -> Prompt:
        return Prompt(CardId(self._deck, linted.note.id, card.name), linted.note, card)


def _given(linted: Linted, card: Card) -> bool:
    """Tell whether the author's own wrong answers are enough; they stand for the first card."""
    given = {text.casefold() for text in linted.note.distractors} - {card.answer.casefold()}
    return card.name == linted.cards[0].name and len(given) >= FEWEST_OPTIONS - 1


def _plenty(linted: Linted, card: Card, near: Iterable[Linted]) -> bool:
    """Tell of most cards, and quickly, that there is enough to choose from."""
    right, sort = card.answer.casefold(), card.name.partition("-")[0]
    passages = set(linted.note.passages)
    others: set[str] = set()
    for one in near:
        if one is linted or not passages.isdisjoint(one.note.passages):
            continue
        for face in one.cards:
            if face.name.partition("-")[0] == sort:
                answer = face.answer.casefold()
                if answer not in right and right not in answer:
                    others.add(answer)
        if len(others) >= _PLENTY:
            return True
    return False
