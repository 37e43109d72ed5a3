"""A deck on paper: its cards with their answers and passages, or its questions to write below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.kinds import Card, cards_of, how_it_follows
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Source
from nqpf_study.exchange.print_sheet import (
    Block,
    Heading,
    Items,
    Lines,
    Paragraph,
    Sheet,
    Together,
    quotations,
)

_STEP = 100
_ROOM = 2
"""How many lines there are for an answer that is no list."""


class Handout(StrEnum):
    """How much of a deck is printed."""

    PASSAGES = "passages"
    """Questions, answers, and the passages that they rest on."""

    ANSWERS = "answers"
    """Questions and answers."""

    QUESTIONS = "questions"
    """Questions with room for the answers: a worksheet."""


def handout(
    deck: Deck,
    sources: Mapping[str, Source],
    how: Handout = Handout.PASSAGES,
    progress: Progress = unheard,
) -> Sheet:
    """Return a deck as a sheet: what it says of itself, its sources, and its cards, numbered.

    A note's passages stand below the last of its cards. `sources` are known by id. Raises Cancelled
    where `progress` does.
    """
    blocks: list[Block | Together] = [
        *_about(deck),
        *_cited(deck, sources),
        Heading(phrase("Cards")),
    ]
    number = 1
    for done, note in enumerate(deck.notes):
        if done % _STEP == 0:
            progress(done, len(deck.notes), "handout")
        groups = [
            list(_card(place, card, note, how)) for place, card in enumerate(cards_of(note), number)
        ]
        number += len(groups)
        if groups and how is not Handout.QUESTIONS:
            groups[-1] += _behind(note)
        if groups and how is Handout.PASSAGES:
            groups[-1] += quotations(note.passages, sources)
        blocks += [Together(tuple(group)) for group in groups]
    progress(len(deck.notes), len(deck.notes), "handout")
    return Sheet(deck.title, tuple(blocks), deck.language)


def _about(deck: Deck) -> Iterator[Block]:
    for said in filter(str.strip, deck.description.split("\n\n")):
        yield Paragraph(said)
    if deck.author:
        yield Paragraph(phrase("Author: {author}", author=deck.author))
    if deck.licence:
        yield Paragraph(phrase("Licence: {licence}", licence=deck.licence))


def _cited(deck: Deck, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Yield the sources that the notes quote, in the order in which they do."""
    quoted = dict.fromkeys(passage.source for note in deck.notes for passage in note.passages)
    if quoted:
        yield Heading(phrase("Sources"))
        yield Items([sources[id_].citation if id_ in sources else id_ for id_ in quoted])


def _card(number: int, card: Card, note: Note, how: Handout) -> Iterator[Block]:
    yield Paragraph(phrase("{number}. {said}", number=number, said=card.question), strong=True)
    if how is Handout.QUESTIONS:
        yield Lines(len(card.members) or _ROOM)
        return
    if card.members:
        marks = [f"{place}." for place in range(1, len(card.members) + 1)] if card.ordered else ()
        yield Items(card.members, marks)
    else:
        yield Paragraph(card.answer)
    if follows := how_it_follows(note, card.name):
        yield Paragraph(phrase("How it follows: {derived}", derived=follows))


def _behind(note: Note) -> Iterator[Block]:
    """Yield the rest that a note says behind its answers."""
    if note.remark:
        yield Paragraph(note.remark)
    if variants := note.members("variants"):
        said = "; ".join(variant.text for variant in variants)
        yield Paragraph(phrase("Also worded: {variants}", variants=said))
    if note.as_of:
        yield Paragraph(phrase("As of {date}", date=note.as_of))
