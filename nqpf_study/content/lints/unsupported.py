"""Answers that state what no passage of their note states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nqpf_study.content.lints.ground import (
    Ground,
    name_words,
    proper_words,
    supports_member,
    supports_words,
    unsupported_facts,
)
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, shortened
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.kinds import how_it_follows
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document

_READ_FOR_NAMES = 200_000  # characters of a source
_PROOF = phrase("quote the words that say it, or tell under `derived` how the answer follows")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a source's citation, and those of its text that are names."""

    cited: frozenset[str]
    proper: frozenset[str]


class Unsupported:
    """Holds the numbers, dates, names and listed members of answers against the passages.

    Of any other answer a good part of the words must stand there, so that a passage that was taken
    for another one is noticed. Names, members and words are compared within a language only: over
    a source in another one they are the author's translation.
    """

    def __init__(self, deck: Deck, documents: Iterable[Document]) -> None:
        self._language = primary(deck.language)
        self._documents = {document.source.id: document for document in documents}
        self._words: dict[str, _Words] = {}

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Find what the note's answers state beyond its passages."""
        note = linted.note
        if not note.passages:
            return
        quoted = {passage.source for passage in note.passages}
        sources = [self._documents[id_] for id_ in sorted(quoted) if id_ in self._documents]
        own = [each for each in sources if primary(each.source.language) == self._language]
        cited = [self._words_of(each).cited for each in sources]
        ground = Ground((passage.exact for passage in note.passages), cited)
        proper = None
        if own and self._language == "en":
            proper = frozenset().union(*(self._words_of(each).proper for each in own))
        seen: set[str] = set()
        for card in linted.cards:
            if how_it_follows(note, card.name):
                continue
            for answer in linted.answers(card):
                if answer in seen:
                    continue
                seen.add(answer)
                missing = unsupported_facts(answer, ground, proper)
                if missing:
                    said = ", ".join(f"“{shortened(fact)}”" for fact in missing)
                    message = phrase(
                        "{said} in the answer of the card “{name}”: no passage says so",
                        said=said,
                        name=card.name,
                    )
                elif own and answer in card.members and not supports_member(answer, ground):
                    message = phrase(
                        "the member “{answer}” stands in no passage", answer=shortened(answer)
                    )
                elif own and not supports_words(answer, ground):
                    message = phrase(
                        "little of the answer of the card “{name}” stands in a passage",
                        name=card.name,
                    )
                else:
                    continue
                place = linted.member(answer) if card.members else linted.answer(card)
                yield Finding(place, Code.UNSUPPORTED, message, _PROOF)

    def _words_of(self, document: Document) -> _Words:
        source = document.source
        if source.id not in self._words:
            self._words[source.id] = _Words(
                name_words(f"{source.id} {source.publisher} {source.title}"),
                proper_words((document.text or "")[:_READ_FOR_NAMES]),
            )
        return self._words[source.id]


def primary(language: str) -> str:
    """Return the language of a tag without region and script."""
    return language.partition("-")[0].lower()
