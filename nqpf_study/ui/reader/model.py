"""What the reader knows: the set text, the passages in it, and which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.coverage import cover
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Source
from nqpf_study.study.lookup import MarkedDocument
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.reader.citation import quoted
from nqpf_study.ui.reader.setting import SetText


class Reading:
    """A source laid open. It takes a while to make: not for the thread of the window.

    `sentences` counts those of the text proper; `bare` are the ones that no card rests on.
    """

    def __init__(self, marked: MarkedDocument) -> None:
        self.source: Source = marked.document.source
        self.raw = marked.document.text
        self.proper = marked.proper
        self.lost = marked.lost
        self.text = SetText(self.raw or "")
        self.places = marked.marks
        coverage = cover(marked.document, (place.span for place in self.places))
        proper = [s for s in coverage.sentences if self.is_proper(s.span.start, s.span.end)]
        self.sentences = len(proper)
        self.bare = tuple(sentence.span for sentence in proper if not sentence.quoted)

    def place_of(self, passage: Passage) -> int | None:
        """Return the index of the place that a passage marks, None where it marks none."""
        for index, place in enumerate(self.places):
            if passage in place.passages:
                return index
        return None

    def place_at(self, unit: int) -> int | None:
        """Return the index of the shortest place that covers a UTF-16 unit of the set text."""
        point = self.text.point(unit)
        covering = [
            (place.span.end - place.span.start, index)
            for index, place in enumerate(self.places)
            if place.span.start <= point < place.span.end
        ]
        return min(covering)[1] if covering else None

    def next_place(self, unit: int) -> int | None:
        """Return the first place that starts after a unit, the first of all after the last."""
        point = self.text.point(unit)
        after = [i for i, place in enumerate(self.places) if place.span.start > point]
        return after[0] if after else 0 if self.places else None

    def previous_place(self, unit: int) -> int | None:
        """Return the last place that starts before a unit, the last of all before the first."""
        return _last_before([place.span for place in self.places], self.text.point(unit))

    def next_bare(self, unit: int) -> int | None:
        """Return the first bare sentence from a unit on, the first of all after the last."""
        point = self.text.point(unit)
        after = [i for i, span in enumerate(self.bare) if span.start >= point]
        return after[0] if after else 0 if self.bare else None

    def previous_bare(self, unit: int) -> int | None:
        """Return the last bare sentence that starts before a unit, the last of all before them."""
        return _last_before(self.bare, self.text.point(unit))

    def cards_on(self, index: int) -> tuple[int, ...]:
        """Return a card's key for each note on a place: its own first, then overlapping ones."""
        here = self.places[index].span
        others = [
            place
            for i, place in enumerate(self.places)
            if i != index and place.span.start < here.end and here.start < place.span.end
        ]
        return tuple(
            dict.fromkeys(card for place in (self.places[index], *others) for card in place.cards)
        )

    def quotation(self, index: int) -> str:
        """Return the words of a place with their citation, to paste elsewhere."""
        span = self.places[index].span
        return quoted((self.raw or "")[span.start : span.end], self.source)

    def find(self, words: str) -> tuple[tuple[int, int], ...]:
        """Return where words stand in the set text, in UTF-16 units; case and line ends are one."""
        if not words.strip():
            return ()
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        return tuple(
            (self.text.unit(found.start()), self.text.unit(found.end()))
            for found in re.finditer(pattern, self.text.text, re.IGNORECASE)
        )

    def is_proper(self, start: int, end: int) -> bool:
        """Tell whether any of a range of the raw text belongs to the text proper."""
        return start < self.proper.end and self.proper.start < end


def _last_before(spans: Sequence[Span], point: int) -> int | None:
    before = [index for index, span in enumerate(spans) if span.start < point]
    return before[-1] if before else len(spans) - 1 if spans else None


def search_for(card: StoredCard) -> str:
    """Return the search that finds a card's note in the browser."""
    question = re.sub(r'["“”]', " ", cards_of(card.note)[0].question)
    return f'deck:"{card.id.deck}" "{question}"'
