"""Which notes rest on a passage that is not, or not once only, in its source."""

from __future__ import annotations

import json
from threading import Lock

from sqlalchemy import Connection, func, select

from nqpf_study.domain.anchoring import Found, NormalText, anchor
from nqpf_study.domain.passage import Passage
from nqpf_study.store.convert import source_of
from nqpf_study.store.tables import notes, quotes, sources

_STATE = select(func.count(), func.sum(notes.c.modified_at))
_SOURCES = select(sources.c.id, sources.c.about, func.length(sources.c.text))
_TEXTS = select(sources.c.id, sources.c.text).where(sources.c.text.is_not(None))
_QUOTING = select(notes.c.key, notes.c.content).where(notes.c.key.in_(select(quotes.c.note_key)))

State = tuple[object, ...]


class MissingPassages:
    """Remembers the answer for as long as neither notes nor sources change: it takes seconds."""

    def __init__(self) -> None:
        self._known: tuple[State, tuple[int, ...]] | None = None
        self._turn = Lock()

    def notes(self, connection: Connection) -> tuple[int, ...]:
        """Return the keys of the notes of which a passage is missing or ambiguous."""
        with self._turn:
            state = _state(connection)
            if self._known is None or self._known[0] != state:
                self._known = state, tuple(_missing(connection))
            return self._known[1]


def _state(connection: Connection) -> State:
    """Return what differs whenever notes or sources do."""
    known = sorted(
        (id_, source_of(about).sha256, length)
        for id_, about, length in connection.execute(_SOURCES)
    )
    return (*connection.execute(_STATE).one(), *known)


def _missing(connection: Connection) -> list[int]:
    texts = {id_: NormalText(text) for id_, text in connection.execute(_TEXTS)}
    found: dict[Passage, bool] = {}  # many notes may quote the same words

    def is_found(passage: Passage) -> bool:
        if passage not in found:
            text = texts.get(passage.source)
            found[passage] = text is not None and isinstance(anchor(text, passage), Found)
        return found[passage]

    return [
        key
        for key, content in connection.execute(_QUOTING)
        if not all(is_found(Passage(*parts)) for parts in json.loads(content).get("passages", ()))
    ]
