"""Source documents, and the passages on them."""

from __future__ import annotations

from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.ports import Quoting
from tests.fakes.parts.part import Part


class Sources(Part):
    """The documents that came with the decks."""

    def document(self, source_id: str) -> Document | None:
        return self.kept_documents.get(source_id)

    def sources(self) -> dict[str, Source]:
        return {id_: document.source for id_, document in self.kept_documents.items()}

    def documents(self) -> list[Document]:
        return sorted(self.kept_documents.values(), key=lambda kept: kept.source.published)

    def passages(self) -> set[Passage]:
        noted = {row.note_key for row in self._in_use()}
        return {passage for key in noted for passage in self.notes[key].note.passages}

    def passages_on(self, source_id: str) -> list[Quoting]:
        first: dict[int, Quoting] = {}
        for row in self._in_use():
            passages = self.notes[row.note_key].note.passages
            if any(passage.source == source_id for passage in passages):
                first.setdefault(row.note_key, (row.key, passages))
        return list(first.values())
