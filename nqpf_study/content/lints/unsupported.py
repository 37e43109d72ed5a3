"""Answers that state what no passage of their note states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nqpf_study.content.lints.ground import (
    ground_of,
    proper_words,
    supports_member,
    unsupported_facts,
)
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code, shortened
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.source import Document

_READ_FOR_NAMES = 200_000  # characters of a source
_PROOF = "quote the words that say it, or tell under `derived` how the answer follows"


class Unsupported:
    """Holds the numbers, dates, names and listed members of answers against the passages.

    Names and members are compared within a language only: over a source in another one they are
    the author's translation.
    """

    def __init__(self, deck: Deck, documents: Iterable[Document]) -> None:
        self._language = primary(deck.language)
        self._documents = {document.source.id: document for document in documents}
        self._proper: dict[str, frozenset[str]] = {}

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Find what the note's answers state beyond its passages."""
        note = linted.note
        if note.derived or not note.passages:
            return
        quoted = {passage.source for passage in note.passages}
        sources = [self._documents[id_] for id_ in sorted(quoted) if id_ in self._documents]
        own = [each for each in sources if primary(each.source.language) == self._language]
        names = [
            " ".join((each.source.id, each.source.publisher, each.source.title)) for each in sources
        ]
        ground = ground_of((passage.exact for passage in note.passages), names)
        proper = None
        if own and self._language == "en":
            proper = frozenset().union(*(self._proper_words(each) for each in own))
        seen: set[str] = set()
        for card in linted.cards:
            for answer in linted.answers(card):
                if answer in seen:
                    continue
                seen.add(answer)
                missing = unsupported_facts(answer, ground, proper)
                if missing:
                    said = " and ".join(f"“{shortened(fact)}”" for fact in missing)
                    message = f"{said} in the answer of the card “{card.name}”: no passage says so"
                elif own and answer in card.members and not supports_member(answer, ground):
                    message = f"the member “{shortened(answer)}” stands in no passage"
                else:
                    continue
                place = linted.member(answer) if card.members else linted.answer(card)
                yield Finding(place, Code.UNSUPPORTED, message, _PROOF)

    def _proper_words(self, document: Document) -> frozenset[str]:
        id_ = document.source.id
        if id_ not in self._proper:
            self._proper[id_] = proper_words((document.text or "")[:_READ_FOR_NAMES])
        return self._proper[id_]


def primary(language: str) -> str:
    """Return the language of a tag without region and script."""
    return language.partition("-")[0].lower()
