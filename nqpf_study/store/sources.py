"""The sources: what is known of each, its text, and the notes that quote it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, exists, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document, Source
from nqpf_study.store.convert import passages_of, source_about, source_of
from nqpf_study.store.engine import Quick, driver_connection
from nqpf_study.store.part import Part
from nqpf_study.store.tables import IN_USE, cards, notes, quotes, sources
from nqpf_study.study.ports import Quoting

_ONE = select(sources.c.about, sources.c.text).where(sources.c.id == bindparam("source"))
_ALL = select(sources.c.about, sources.c.text).order_by(sources.c.published, sources.c.id)
_ABOUT = select(sources.c.id, sources.c.about).order_by(sources.c.published, sources.c.id)
# SQLite takes the passages out of what a note says: none of the rest is read by Python.
_WRITTEN = func.json_extract(notes.c.content, literal_column("'$.passages'"))
_PASSAGES = Quick(
    select(_WRITTEN)
    .distinct()
    .where(
        notes.c.key.in_(select(quotes.c.note_key)),
        exists().where(cards.c.note_key == notes.c.key, IN_USE),
    )
)
_PASSAGES_ON = Quick(
    # SQLite takes the other columns from the row that holds the minimum.
    select(cards.c.key, _WRITTEN, func.min(cards.c.place))
    .join(quotes, quotes.c.note_key == cards.c.note_key)
    .join(notes, notes.c.key == cards.c.note_key)
    .where(quotes.c.source_id == bindparam("source"), IN_USE)
    .group_by(cards.c.note_key)
    .order_by(cards.c.deck_key, cards.c.position)
)


class Sources(Part):
    """The documents that passages quote."""

    def document(self, source_id: str) -> Document | None:
        """Return a source with its text."""
        with self._database.read() as connection:
            row = connection.execute(_ONE, {"source": source_id}).first()
            return None if row is None else Document(source_of(row.about), row.text)

    def documents(self) -> list[Document]:
        """Return every source, in the order of its publication; texts included."""
        with self._database.read() as connection:
            return [Document(source_of(row.about), row.text) for row in connection.execute(_ALL)]

    def sources(self) -> dict[str, Source]:
        """Return what is known of every source, without the texts, by id."""
        with self._database.read() as connection:
            return {row.id: source_of(row.about) for row in connection.execute(_ABOUT)}

    def passages(self) -> set[Passage]:
        """Return the passages of the notes in use."""
        with self._database.read() as connection:
            written = _PASSAGES.run(driver_connection(connection), {})
            return {passage for (text,) in written for passage in passages_of(text)}

    def passages_on(self, source_id: str) -> list[Quoting]:
        """Return the passages of each note in use that quotes the source, as decks have them."""
        known: dict[str, tuple[Passage, ...]] = {}  # many notes may quote the same words
        quoting: list[Quoting] = []
        with self._database.read() as connection:
            rows = _PASSAGES_ON.run(driver_connection(connection), {"source": source_id})
            for key, text, _ in rows:
                if text not in known:
                    known[text] = passages_of(text)
                quoting.append((key, known[text]))
        return quoting


def keep_documents(connection: Connection, documents: Iterable[Document]) -> None:
    """Store sources, or what changed in them.

    A text that is not at hand doesn't wipe out one that is kept, unless it is of another version.
    """
    for document in documents:
        kept = connection.execute(_ONE, {"source": document.source.id}).first()
        text = document.text
        if text is None and kept is not None:
            same = source_of(kept.about).sha256 == document.source.sha256
            text = kept.text if same else None
        values = {
            "about": source_about(document.source),
            "published": document.source.published,
            "text": text,
        }
        if kept is None or (kept.about, kept.text) != (values["about"], text):
            connection.execute(
                insert(sources)
                .values(id=document.source.id, **values)
                .on_conflict_do_update(index_elements=["id"], set_=values)
            )
