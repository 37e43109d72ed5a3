"""Looking up the passages that a note rests on, and the notes that a source holds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nqpf_study.domain.anchoring import Anchored, Found, Missing, NormalText, Span, anchor
from nqpf_study.domain.deck import Note
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.study.ports import StoredCard


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A passage beside its source. `document` is None where the collection lacks the source."""

    passage: Passage
    document: Document | None
    anchored: Anchored

    def context(self, reach: int = 240) -> tuple[str, str, str]:
        """Return the text before, of and after the passage, `reach` characters each side.

        Where it was not found, only the quotation itself is returned.
        """
        text = self.document.text if self.document else None
        if text is None or not isinstance(self.anchored, Found):
            return "", self.passage.exact, ""
        span = self.anchored.span
        return (
            text[max(0, span.start - reach) : span.start],
            text[span.start : span.end],
            text[span.end : span.end + reach],
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage found in a source, with the card that stands for the note behind it."""

    span: Span
    passage: Passage
    card: StoredCard


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A source with its marks in the order of the text, and the part that is text proper."""

    document: Document
    proper: Span
    marks: tuple[Mark, ...]
    lost: tuple[tuple[Passage, StoredCard], ...]
    """Passages that are not found, or found more than once."""


def look_up(note: Note, documents: Mapping[str, Document]) -> tuple[LookedUp, ...]:
    """Anchor each of a note's passages in its source."""
    return tuple(_looked_up(passage, documents.get(passage.source)) for passage in note.passages)


def _looked_up(passage: Passage, document: Document | None) -> LookedUp:
    if document is None or document.text is None:
        return LookedUp(passage, document, Missing())
    return LookedUp(passage, document, anchor(NormalText(document.text), passage))


def marked(document: Document, cards: Sequence[StoredCard]) -> MarkedDocument:
    """Find every passage of `cards` that quotes `document`."""
    text = NormalText(document.text or "")
    marks: list[Mark] = []
    lost: list[tuple[Passage, StoredCard]] = []
    for card in cards:
        for passage in card.note.passages:
            if passage.source != document.source.id:
                continue
            anchored = anchor(text, passage)
            if isinstance(anchored, Found):
                marks.append(Mark(anchored.span, passage, card))
            else:
                lost.append((passage, card))
    marks.sort(key=lambda mark: (mark.span.start, mark.span.end))
    return MarkedDocument(document, text_proper(document), tuple(marks), tuple(lost))


def text_proper(document: Document) -> Span:
    """Return where the text proper stands, as the source's first and last words tell."""
    raw = document.text or ""
    text = NormalText(raw)
    start, end = 0, len(raw)
    source = document.source
    if source.begins:
        first = anchor(text, Passage(source.id, source.begins))
        start = first.span.start if isinstance(first, Found) else start
    if source.ends:
        last = anchor(text, Passage(source.id, source.ends))
        end = last.span.end if isinstance(last, Found) else end
    return Span(start, end)
