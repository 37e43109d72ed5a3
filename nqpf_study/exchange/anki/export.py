"""The export: decks of the collection become an Anki package."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import genanki

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.exchange.anki.fields import frames_of, html_of
from nqpf_study.exchange.anki.ids import deck_names, deck_number
from nqpf_study.exchange.anki.note_types import cloze_notes, plain_notes
from nqpf_study.exchange.anki.notes import AnkiNote, Rewriter
from nqpf_study.exchange.anki.package import write_package
from nqpf_study.study.ports import ExportStore, NoteMarks

_STEP = 100
_LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
"""The date of a package without notes."""

Dated = list[tuple[Note, datetime]]


def export_anki(
    store: ExportStore,
    out: Path,
    decks: Sequence[str] | None,
    progress: Progress,
    only: Mapping[str, Container[str]] | None = None,
) -> int:
    """Write the decks with these ids (None: all) as an Anki package; return its notes' number.

    `only` gives the ids of the notes that leave, by deck id; None lets all leave. The learner's
    tags and flags leave with them. The number is the one that Anki tells on import: a list member
    with a card of its own is a note there. Raises StudyError for an unknown deck or a place that
    cannot be written to, Cancelled where `progress` does; a package that was at `out` before is
    still there then.
    """
    known = {id_: deck for id_ in store.deck_ids() if (deck := store.stored_deck(id_))}
    chosen = _chosen(known, decks)
    leaving: dict[str, Dated] = {}
    marks: dict[str, Mapping[str, NoteMarks]] = {}
    for id_ in chosen:
        progress(len(leaving), len(chosen), "reading")
        marks[id_] = store.note_marks(id_)
        leaving[id_] = [
            (note, max(at, marks[id_][note.id].changed) if note.id in marks[id_] else at)
            for note, at in store.notes_with_times(id_)
            if only is None or note.id in only.get(id_, ())
        ]

    plain, cloze = plain_notes(), cloze_notes()
    names = deck_names(known.values())
    anki_decks = [_anki_deck(known[id_], names[id_]) for id_ in chosen]
    for deck in anki_decks[:1]:  # one deck brings the note types for all
        deck.add_model(plain)
        deck.add_model(cloze)

    newest = max((at for dated in leaving.values() for _, at in dated), default=_LONG_AGO)
    total = sum(map(len, leaving.values()))
    frames = frames_of(store.sources().values())
    rewriters = {id_: Rewriter(id_, frames, plain, cloze, marks[id_]) for id_ in chosen}
    return write_package(
        out,
        anki_decks,
        _rewritten(leaving, rewriters, lambda done: progress(done, total, "writing")),
        newest,
        lambda: progress(total, total, "packing"),
    )


def _rewritten(
    leaving: Mapping[str, Dated],
    rewriters: Mapping[str, Rewriter],
    heard: Callable[[int], None],
) -> Iterator[tuple[int, AnkiNote]]:
    done = 0
    for id_, dated in leaving.items():
        number = deck_number(id_)
        for made in rewriters[id_].rewritten(dated):
            if done % _STEP == 0:
                heard(done)
            done += 1
            yield from ((number, note) for note in made)


def _chosen(known: Mapping[str, Deck], decks: Sequence[str] | None) -> list[str]:
    for id_ in decks or ():
        if id_ not in known:
            raise StudyError(phrase("There is no deck “{id}” in the collection.", id=id_))
    return [id_ for id_ in known if decks is None or id_ in decks]


def _anki_deck(deck: Deck, name: str) -> genanki.Deck:
    about = filter(None, (deck.description, deck.author, deck.licence))
    return genanki.Deck(deck_number(deck.id), name, "<br>".join(map(html_of, about)))
