"""What a card's passages show of their sources: quotations in their context, near ones together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nqpf_study.domain.anchoring import Ambiguous, Found, Span
from nqpf_study.domain.source import Document
from nqpf_study.study.lookup import LookedUp

REACH = 200
"""How many characters of context stand on each side of a quotation that stands alone."""

SHORT_REACH = 90
"""How many where a card rests on several, so that they can be seen side by side."""

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a source; `quotes` tells where in `text` quotations stand, none if not found."""

    text: str
    quotes: tuple[Span, ...] = ()

    @property
    def quoted(self) -> str:
        """Return the quotations' words, with an ellipsis between them."""
        words = [self.text[quote.start : quote.end] for quote in self.quotes]
        return " … ".join(words) if words else self.text


def gathered(passages: Sequence[LookedUp]) -> tuple[tuple[LookedUp, ...], ...]:
    """Put passages together that stand so near in one source that their contexts would repeat.

    The groups keep the author's order, those that can be shown before those that can't; within a
    group the source's order counts.
    """
    reach = reach_for(passages)
    found = [passage for passage in passages if isinstance(passage.anchored, Found)]
    groups: dict[LookedUp, list[LookedUp]] = {}
    last: LookedUp | None = None
    for passage in sorted(found, key=lambda one: (one.passage.source, _span(one).start)):
        near = (
            last is not None
            and last.document == passage.document
            and _span(passage).start - _span(last).end <= 2 * reach
        )
        if near and last is not None:
            groups[passage] = groups[last]
            groups[last].append(passage)
        else:
            groups[passage] = [passage]
        last = passage
    shown = dict.fromkeys(tuple(groups[passage]) for passage in found)
    lost = [(passage,) for passage in passages if not isinstance(passage.anchored, Found)]
    return (*shown, *lost)


def reach_for(passages: Sequence[LookedUp]) -> int:
    """Return how much context each side fits these passages."""
    return REACH if len(passages) < 2 else SHORT_REACH


def excerpt(group: Sequence[LookedUp], reach: int = REACH) -> Excerpt:
    """Cut a group's surroundings out of its source, at word ends, with an ellipsis where cut.

    Where the passage was not found, only the quotation itself is returned, without a mark.
    """
    text = _text(group[0].document)
    if text is None or not isinstance(group[0].anchored, Found):
        return Excerpt(group[0].passage.exact.strip())
    spans = _joined([_span(passage) for passage in group])
    start, end = spans[0].start, max(span.end for span in spans)
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    if start > reach:
        _, space, rest = before.partition(" ")
        before = f"…{_NO_BREAK}{rest}" if space else f"…{before}"
    if end + reach < len(text):
        rest, space, _ = after.rpartition(" ")
        after = f"{rest}{_NO_BREAK}…" if space else f"{after}…"
    shift = len(before) - start
    return Excerpt(
        before + text[start:end] + after,
        tuple(Span(span.start + shift, span.end + shift) for span in spans),
    )


def copies(looked_up: LookedUp) -> int:
    """Return how often an ambiguous quotation stands in its source, 0 for any other."""
    anchored = looked_up.anchored
    return len(anchored.spans) if isinstance(anchored, Ambiguous) else 0


def _span(passage: LookedUp) -> Span:
    assert isinstance(passage.anchored, Found)  # noqa: S101 - callers hold only found ones
    return passage.anchored.span


def _text(document: Document | None) -> str | None:
    return document.text if document else None


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Join ranges that overlap, in the order of the text."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
