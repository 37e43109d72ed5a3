"""A passage: the words of a source that a note rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A W3C Web Annotation TextQuoteSelector into a source.

    `exact` is the quotation; `prefix` and `suffix` are words right before and after it, given
    where the quotation alone occurs more than once. See https://www.w3.org/TR/annotation-model/
    #text-quote-selector.
    """

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
