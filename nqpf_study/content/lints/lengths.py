"""Questions, answers and passages that are longer than a learner takes in at once."""

from __future__ import annotations

from collections.abc import Iterator

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, Place
from nqpf_study.content.yaml_tree import MappingNode
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.wording import word_count

LONGEST_QUESTION = 25
LONGEST_ANSWER = 30
LONGEST_PASSAGE = 40


def long_sides(linted: Linted) -> Iterator[Finding]:
    """Find long questions and answers."""
    for card in linted.cards:
        asked = word_count(card.question)
        if asked > LONGEST_QUESTION:
            yield Finding(
                linted.question(card),
                Code.LONG_QUESTION,
                phrase(
                    "the question of the card “{name}” has {asked} words; more than "
                    "{longest_question} are hard to take in",
                    name=card.name,
                    asked=asked,
                    longest_question=LONGEST_QUESTION,
                ),
                "ask in fewer words, or make two notes of it",
            )
        told = sum(map(word_count, card.members)) if card.members else word_count(card.answer)
        if told > LONGEST_ANSWER:
            yield Finding(
                linted.answer(card),
                Code.LONG_ANSWER,
                phrase(
                    "the answer of the card “{name}” has {told} words; more than "
                    "{longest_answer} are hard to recall",
                    name=card.name,
                    told=told,
                    longest_answer=LONGEST_ANSWER,
                ),
                "keep what is asked for, and put the rest under `remark`",
            )


def long_passages(linted: Linted) -> Iterator[Finding]:
    """Find passages that quote more than an answer can rest on."""
    nodes = linted.items("passages")
    for node, passage in zip(nodes, linted.note.passages, strict=True):
        quoted = word_count(passage.exact)
        if quoted > LONGEST_PASSAGE:
            place: Place = node.entries["exact"] if isinstance(node, MappingNode) else node
            yield Finding(
                place,
                Code.LONG_PASSAGE,
                phrase(
                    "the passage has {quoted} words; more than {longest_passage} prove little",
                    quoted=quoted,
                    longest_passage=LONGEST_PASSAGE,
                ),
                "quote the shortest words that carry the answer, in two passages if need be",
            )
