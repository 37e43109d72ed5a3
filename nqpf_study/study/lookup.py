"""Looking up the passages that a note rests on, and the notes that a source holds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nqpf_study.domain.anchoring import (
    Ambiguous,
    Anchored,
    Found,
    Missing,
    NormalText,
    Span,
    anchor,
)
from nqpf_study.domain.deck import Note
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document
from nqpf_study.study.ports import Quoting


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
    """A place of a source that notes quote.

    `passages` are the ways to name it, each once; `cards` the keys of one card for each note.
    """

    span: Span
    passages: tuple[Passage, ...]
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage that its source doesn't hold, or holds several times (`copies`).

    `card` is the key of a card of the note that it stands in.
    """

    passage: Passage
    card: int
    copies: int


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A source with its marks in the order of the text, and the part that is text proper.

    `lost` are the passages that are not found, or found more than once, in the order of the notes.
    """

    document: Document
    proper: Span
    marks: tuple[Mark, ...]
    lost: tuple[Lost, ...]


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


def marked(document: Document, quoting: Iterable[Quoting]) -> MarkedDocument:
    """Find every passage that quotes `document`."""
    text = NormalText(document.text or "")
    # Many notes may quote the same words.
    found: dict[Passage, Anchored] = {}
    places: dict[Span, tuple[dict[Passage, None], dict[int, None]]] = {}
    lost: list[Lost] = []
    for card, passages in quoting:
        for passage in passages:
            if passage.source != document.source.id:
                continue
            anchored = found.get(passage)
            if anchored is None:
                anchored = found[passage] = anchor(text, passage)
            if isinstance(anchored, Found):
                named, cards = places.setdefault(anchored.span, ({}, {}))
                named[passage] = cards[card] = None
            else:
                copies = len(anchored.spans) if isinstance(anchored, Ambiguous) else 0
                lost.append(Lost(passage, card, copies))
    marks = (Mark(span, tuple(named), tuple(cards)) for span, (named, cards) in places.items())
    in_order = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
    return MarkedDocument(document, _proper(document, text), tuple(in_order), tuple(lost))


def places_quoted(documents: Iterable[Document], passages: Iterable[Passage]) -> dict[str, int]:
    """Count the places of each source that passages quote, by source id."""
    texts = {one.source.id: NormalText(one.text or "") for one in documents}
    quoted: dict[str, set[Span]] = {id_: set() for id_ in texts}
    for passage in passages:
        if passage.source in texts:
            anchored = anchor(texts[passage.source], passage)
            if isinstance(anchored, Found):
                quoted[passage.source].add(anchored.span)
    return {id_: len(spans) for id_, spans in quoted.items()}


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
