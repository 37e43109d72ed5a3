"""Holding passages against their sources: each must be found, exactly once."""

from __future__ import annotations

from collections.abc import Iterable

from nqpf_study.content.problems import Code, Place, Problems, shortened
from nqpf_study.domain.anchoring import (
    Ambiguous,
    Anchored,
    Missing,
    NormalText,
    anchor,
    normalise,
)
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document

_FEWEST_ALIKE = 12
_ALIKE = str.maketrans("‘’‚“”„«»‐‑‒–—−，。；：？！（）％", '\'\'\'"""""------,.;:?!()%')


class TextCache:
    """The texts of documents by source id, each normalised once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.source.id: document for document in documents}
        self._normal: dict[str, NormalText] = {}
        self._loose: dict[str, str] = {}

    def normal(self, source: str) -> NormalText | None:
        """Return a source's text, None where the source or its text is missing."""
        text = self._normal.get(source)
        if text is None:
            document = self._documents.get(source)
            if document is None or document.text is None:
                return None
            text = self._normal[source] = NormalText(document.text)
        return text

    def loose(self, source: str) -> str:
        """Return the normalised text with letters and punctuation marks folded, place by place."""
        if source not in self._loose:
            text = self.normal(source)
            self._loose[source] = _loosened(text.normal if text else "")
        return self._loose[source]

    def others(self, source: str) -> list[str]:
        """Return the ids of the other sources."""
        return [id_ for id_ in self._documents if id_ != source]


def report_unless_found(
    passage: Passage, place: Place, texts: TextCache, problems: Problems
) -> Anchored:
    """Anchor a passage in its source (whose text is there) and report what is wrong with it."""
    text = texts.normal(passage.source)
    anchored = anchor(text, passage) if text else Missing()
    if isinstance(anchored, Ambiguous):
        problems.error(
            place,
            Code.PASSAGE_AMBIGUOUS,
            phrase(
                "the quotation stands {n} times in {source}",
                n=len(anchored.spans),
                source=passage.source,
            ),
            "quote more, or add the words right before it as `prefix` or after it as `suffix`",
        )
    elif isinstance(anchored, Missing):
        _report_missing(passage, place, texts, problems)
    return anchored


def _report_missing(passage: Passage, place: Place, texts: TextCache, problems: Problems) -> None:
    text = texts.normal(passage.source)
    normal = text.normal if text else ""
    exact = normalise(passage.exact)
    at = normal.find(exact)
    if at >= 0:
        before, after = normal[max(0, at - 30) : at], normal[at + len(exact) :][:30]
        problems.error(
            place,
            Code.PASSAGE_MISSING,
            phrase(
                "the quotation stands in {source}, but not between this prefix and suffix",
                source=passage.source,
            ),
            phrase("there it reads “…{before}[the quotation]{after}…”", before=before, after=after),
        )
        return
    problems.error(
        place,
        Code.PASSAGE_MISSING,
        phrase(
            "the quotation “{exact}” is not in {source}",
            exact=shortened(exact),
            source=passage.source,
        ),
        "" if problems.full else _nearest(exact, normal, passage.source, texts),
    )


def _nearest(exact: str, normal: str, source: str, texts: TextCache) -> str:
    """Tell where the quotation may come from: another source, other marks, or its beginning."""
    for other in texts.others(source):
        text = texts.normal(other)
        if text and exact in text.normal:
            return phrase("it is in {other}", other=other)
    at = texts.loose(source).find(_loosened(exact))
    if at >= 0:
        return phrase("the source writes “{normal}”", normal=normal[at : at + len(exact)])
    length = _longest_beginning(exact, normal)
    if length >= min(_FEWEST_ALIKE, len(exact) // 2):
        end = normal.find(exact[:length]) + length
        return phrase(
            "after “…{read}” the source goes on “{goes_on}…”, not “{exact}”",
            read=exact[:length][-30:].lstrip(),
            goes_on=normal[end : end + 30].rstrip(),
            exact=shortened(exact[length:], 30),
        )
    return phrase("nothing like it is there; copy the words from the source")


def _longest_beginning(exact: str, normal: str) -> int:
    """Return how much of the quotation, from its beginning, occurs in the text."""
    low, high = 0, len(exact)
    while low < high:  # where a beginning occurs, all shorter ones do
        middle = (low + high + 1) // 2
        if exact[:middle] in normal:
            low = middle
        else:
            high = middle - 1
    return low


def _loosened(text: str) -> str:
    """Fold letter case and kinds of marks; every character keeps its place."""
    return "".join(
        lower if len(lower := character.lower()) == 1 else character
        for character in text.translate(_ALIKE)
    )
