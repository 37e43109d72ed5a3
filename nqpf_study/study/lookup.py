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
    texts: dict[str, NormalText] = {}  # normalised once for all of the note's passages
    looked_up = []
    for passage in note.passages:
        document = documents.get(passage.source)
        if document is None or document.text is None:
            looked_up.append(LookedUp(passage, document, Missing()))
            continue
        text = texts.setdefault(passage.source, NormalText(document.text))
        looked_up.append(LookedUp(passage, document, anchor(text, passage)))
    return tuple(looked_up)


def marked(document: Document, cards: Sequence[StoredCard]) -> MarkedDocument:
    """Find every passage of `cards` that quotes `document`."""
    text = NormalText(document.text or "")
    marks: list[Mark] = []
    lost: list[tuple[Passage, StoredCard]] = []
    found: dict[Passage, Anchored] = {}  # many notes may quote the same words
    for card in cards:
        for passage in card.note.passages:
            if passage.source != document.source.id:
                continue
            if passage not in found:
                found[passage] = anchor(text, passage)
            anchored = found[passage]
            if isinstance(anchored, Found):
                marks.append(Mark(anchored.span, passage, card))
            else:
                lost.append((passage, card))
    marks.sort(key=lambda mark: (mark.span.start, mark.span.end))
    return MarkedDocument(document, _proper(document, text), tuple(marks), tuple(lost))


def text_proper(document: Document) -> Span:
    """Return where the text proper stands, as the source's first and last words tell.

    Where they are not found, each exactly once and in that order, the whole text counts as proper.
    """
    return _proper(document, NormalText(document.text or ""))


def _proper(document: Document, text: NormalText) -> Span:
    source = document.source
    whole = Span(0, len(text.raw))
    start, end = whole.start, whole.end
    if source.begins:
        first = anchor(text, Passage(source.id, source.begins))
        start = first.span.start if isinstance(first, Found) else start
    if source.ends:
        last = anchor(text, Passage(source.id, source.ends))
        end = last.span.end if isinstance(last, Found) else end
    return Span(start, end) if start < end else whole
