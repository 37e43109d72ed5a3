"""Decks of notes that are asked in this form or that."""

from __future__ import annotations

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.passage import Passage


def typed_deck() -> Deck:
    passages = (Passage("qiushi", "Innovation plays the leading role"),)
    leader = {"question": "What plays the leading role?", "answer": "Innovation"}
    quality = {"question": "Of what quality are they?", "answer": "High"}
    return Deck(
        "typed",
        "Typed",
        notes=(
            Note("leader", "basic", leader, passages=passages),
            Note("quality", "basic", quality),
        ),
    )


def list_deck(*, ordered: bool) -> Deck:
    items = tuple(map(Member, ("strategies", "chains", "green growth", "reform", "talent")))
    question = "Which are the five measures?"
    note = Note("five", "list", {"question": question, "items": items, "ordered": ordered})
    return Deck("lists", "Lists", notes=(note,))


def cloze_deck(text: str) -> Deck:
    return Deck("gaps", "Gaps", notes=(Note("gap", "cloze", {"text": text}),))


def match_deck() -> Deck:
    pairs = {"Guangdong": "chips", "Liaoning": "robots", "Hainan": "seeds", "Anhui": "cars"}
    notes = tuple(
        Note(name, "basic", {"question": f"What did {name} pledge?", "answer": pledge})
        for name, pledge in pairs.items()
    )
    return Deck("pledges", "Pledges", notes=notes)
