"""Opening the collection for a command, and finding in it what the user named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path

from nqpf_study.app import COLLECTION, Study
from nqpf_study.cli.output import progress_shown
from nqpf_study.domain.errors import StudyError
from nqpf_study.study.ports import StoredCard

_FEW = 8


@contextmanager
def to_change(home: Path) -> Iterator[Study]:
    """Open the collection in `home`, with the shipped decks in it. Raises StudyError."""
    with Study.open(home) as study:
        study.load_curated(progress_shown())
        yield study


@contextmanager
def to_look(home: Path) -> Iterator[Study]:
    """Open the collection in `home` to read only, which works beside an open window.

    Where there is none yet, or none with decks, the shipped decks are loaded first. Raises
    StudyError.
    """
    if (home / COLLECTION).exists():
        with Study.open(home, read_only=True) as study:
            if study.deck_options():
                yield study
                return
    with to_change(home):
        pass
    with Study.open(home, read_only=True) as study:
        yield study


def known_decks(study: Study, asked: Sequence[str] | None) -> list[str] | None:
    """Return the decks asked for, None where none was. Raises StudyError for an unknown one."""
    if not asked:
        return None
    known = list(study.deck_options())
    for deck in asked:
        if deck not in known:
            raise StudyError(f"There is no deck “{deck}”.", mend=_suggestion(deck, known))
    return list(asked)


def named_cards(study: Study, name: str) -> list[StoredCard]:
    """Return the card `deck/note/card`, or all of the note `deck/note`. Raises StudyError."""
    deck, _, rest = name.partition("/")
    note, _, face = rest.partition("/")
    if not note:
        raise StudyError(
            f"“{name}” names no card.", mend="Give deck/note/card or deck/note, as `search` does."
        )
    known_decks(study, [deck])
    cards = study.cards(study.search(f'deck:"{deck}"'))
    of_note = [card for card in cards if card.id.note == note]
    if not of_note:
        notes = list(dict.fromkeys(card.id.note for card in cards))
        raise StudyError(
            f"There is no note “{note}” in deck “{deck}”.", mend=_suggestion(note, notes)
        )
    named = [card for card in of_note if face in ("", card.id.card)]
    if not named:
        faces = [card.id.card for card in of_note]
        raise StudyError(f"Note “{note}” has no card “{face}”.", mend=_suggestion(face, faces))
    return named


def _suggestion(wrong: str, known: Sequence[str]) -> str:
    close = get_close_matches(wrong, known, n=1)
    if close:
        return f"Did you mean “{close[0]}”?"
    few = ", ".join(known[:_FEW])
    if len(known) > _FEW:
        few += f" and {len(known) - _FEW:,} more"
    return f"There are: {few}." if known else ""
