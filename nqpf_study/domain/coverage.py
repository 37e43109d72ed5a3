"""Which sentences of a source cards rest on, which are left out for a reason, which are open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.script import HAN
from nqpf_study.domain.sentences import sentences
from nqpf_study.domain.source import Document

_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*")
"""A word; of Chinese, which puts no space between words, a character."""


class Reason(StrEnum):
    """Why a sentence needs no card."""

    NAVIGATION = "navigation"
    CAPTION = "caption"
    CREDIT = "credit"
    SHARE_LINK = "share-link"
    HEADING = "heading"
    TRANSITION = "transition"
    REPEATED = "repeated"
    OTHER = "other"


class Standing(StrEnum):
    """How a sentence stands to the cards."""

    TOUCHED = "touched"
    LEFT_OUT = "left-out"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source: where it stands, and how many of its words lie in passages.

    `words` and `quoted` count words, of Chinese characters. `reason` tells why the author left the
    sentence out.
    """

    span: Span
    words: int
    quoted: int
    reason: Reason | None = None

    @property
    def standing(self) -> Standing:
        """Tell how the sentence stands: one word in a passage touches it, whatever was said."""
        if self.quoted:
            return Standing.TOUCHED
        return Standing.OPEN if self.reason is None else Standing.LEFT_OUT

    @property
    def share(self) -> float:
        """Return which share of its words lies in passages, from 0 to 1."""
        return self.quoted / self.words


@dataclass(frozen=True)
class SourceCoverage:
    """A source, sentence by sentence."""

    document: Document
    sentences: tuple[Sentence, ...]

    def standing(self, standing: Standing) -> tuple[Sentence, ...]:
        """Return the sentences that stand so, in order."""
        return tuple(each for each in self.sentences if each.standing is standing)

    @property
    def left_out(self) -> Mapping[Reason, int]:
        """Count the sentences that are left out, by reason."""
        found = Counter(each.reason for each in self.standing(Standing.LEFT_OUT))
        return {reason: found[reason] for reason in Reason if found[reason]}

    def overlapped(self, span: Span) -> range:
        """Return the indexes of the sentences of which a span holds a word."""
        text = self.document.text or ""
        starts = [each.span.start for each in self.sentences]
        first = max(0, bisect_right(starts, span.start) - 1)
        last = bisect_right(starts, span.end - 1)
        while first < last and not _holds_word(text, span, self.sentences[first].span):
            first += 1
        while first < last and not _holds_word(text, span, self.sentences[last - 1].span):
            last -= 1
        return range(first, last)

    def leaving_out(self, reasons: Mapping[int, Reason]) -> SourceCoverage:
        """Return the same with reasons to leave sentences out, by their index."""
        return replace(
            self,
            sentences=tuple(
                replace(each, reason=reasons.get(index, each.reason))
                for index, each in enumerate(self.sentences)
            ),
        )


def cover(document: Document, quoted: Iterable[Span]) -> SourceCoverage:
    """Tell which sentences of a document the passages at the places `quoted` touch.

    A document without its text has no sentences.
    """
    return SourceCoverage(document, tuple(_counted(document.text or "", _merged(quoted))))


def _counted(text: str, quoted: Sequence[Span]) -> Iterator[Sentence]:
    ahead = 0
    for span in sentences(text):
        words = inside = 0
        for word in _WORD.finditer(text, span.start, span.end):
            while ahead < len(quoted) and quoted[ahead].end <= word.start():
                ahead += 1
            words += 1
            inside += ahead < len(quoted) and quoted[ahead].start < word.end()
        yield Sentence(span, words, inside)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _holds_word(text: str, span: Span, sentence: Span) -> bool:
    shared = text[max(span.start, sentence.start) : min(span.end, sentence.end)]
    return any(char.isalnum() for char in shared)
