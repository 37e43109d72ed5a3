"""A source: a document that passages quote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """What a manifest says of a document.

    `published` is an ISO date or a part of one ("2024-06-03", "2024"). `begins` and `ends` quote
    the first and the last words of the text proper; what lies outside is navigation, captions and
    footers, which the reader shows dimmed.
    """

    id: str
    title: str
    publisher: str
    published: str
    language: str
    where: str
    file: str
    sha256: str
    original: str = ""
    begins: str = ""
    ends: str = ""

    @property
    def citation(self) -> str:
        """Name the source as a card's back does: publisher, title, date."""
        return f"{self.publisher}, “{self.title}”, {self.published}"


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its text, byte for byte as published (decoded as UTF-8).

    `text` is None where the file is missing: its cards are shown with an honest notice.
    """

    source: Source
    text: str | None
