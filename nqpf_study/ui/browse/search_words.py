"""What can be typed into a search besides words, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from nqpf_study.domain.kinds import KINDS
from nqpf_study.domain.search_query import STATES, SavedSearch
from nqpf_study.domain.search_tokens import CLOSING, OPENING
from nqpf_study.ui.browse.note_kinds import kind_meaning


@dataclass(frozen=True, slots=True)
class Known:
    """What searches may name: titles of decks and sources, by their ids, and tags.

    `tags` are the learner's, `all_tags` the deck files' too; `searches` those that were saved.
    """

    decks: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    tags: Sequence[str] = ()
    all_tags: Sequence[str] = ()
    searches: Sequence[SavedSearch] = ()

    def names(self, filter_: str) -> list[tuple[str, str]]:
        """Return what may stand behind a filter's colon, each with what it means."""
        return {
            "deck": lambda: list(self.decks.items()),
            "source": lambda: list(self.sources.items()),
            "is": lambda: [(state, state_meaning(state)) for state in STATES],
            "kind": lambda: [(kind, kind_meaning(kind)) for kind in KINDS],
            "tag": lambda: [(tag, tag) for tag in self.all_tags],
        }.get(filter_, list)()


def filter_meanings() -> Mapping[str, str]:
    """Return the filters that take a name, each with what it leaves."""
    return {
        "deck:": _tr("Cards of a deck, by its id or a part of its title"),
        "tag:": _tr("Cards with a tag; tag:year* with one that begins so"),
        "is:": _tr("Cards in a state, such as is:due or is:suspended"),
        "kind:": _tr("Cards of one kind of note, such as kind:term"),
        "source:": _tr("Cards that rest on a text, by its id or a part of its title"),
        "note:": _tr("Cards of a note, by its id in the deck file"),
    }


def number_meanings() -> Mapping[str, str]:
    """Return the numbers that can be compared, each with what it counts."""
    return {
        "lapses": _tr("How often the card was forgotten"),
        "reviews": _tr("How often it was graded"),
        "difficulty": _tr("How hard it is to keep, from 1 to 10"),
        "stability": _tr("Days until the chance to remember falls to 90%"),
        "interval": _tr("Days from its last review to the next"),
    }


def sign_meanings() -> Mapping[str, str]:
    """Return the signs that join parts of a search, each with what it does."""
    return {
        "or": _tr("What stands before it, or what comes behind"),
        "-": _tr("Cards without what comes right behind it"),
        "(": _tr("Holds together what follows, up to )"),
    }


def state_meaning(state: str) -> str:
    """Say what a state behind `is:` means."""
    return {
        "new": _tr("Never seen"),
        "learning": _tr("Learning or relearning"),
        "review": _tr("In review"),
        "due": _tr("Due today"),
        "suspended": _tr("Suspended"),
        "buried": _tr("Buried until tomorrow"),
        "flagged": _tr("Flagged"),
        "leech": _tr("Keeps slipping"),
        "hard": _tr("Hard lately: graded Again or Hard in the last 7 days"),
        "missing": _tr("A passage is not found in its text"),
    }.get(state, state)


def usual_searches() -> tuple[SavedSearch, ...]:
    """Return the searches that everybody has."""
    return tuple(
        SavedSearch(name, f"is:{state}")
        for state, name in (
            ("due", _tr("Due today")),
            ("new", _tr("Never seen")),
            ("hard", _tr("Hard lately")),
            ("leech", _tr("Keeps slipping")),
            ("flagged", _tr("Flagged")),
            ("suspended", _tr("Suspended")),
            ("missing", _tr("Passage not found")),
        )
    )


def quoted(name: str) -> str:
    """Return a name as it stands behind a filter's colon: in quotation marks where it must."""
    apart = any(char.isspace() or char in OPENING + CLOSING for char in name)
    return f'"{name}"' if apart else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Search", text)
