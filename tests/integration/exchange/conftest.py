"""Anki itself, with a collection of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


@dataclass(frozen=True)
class Outcome:
    """How many notes an import added, replaced, found unchanged, and could not place."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicting: int = 0


@dataclass(frozen=True)
class Anki:
    """A learner's Anki."""

    col: Any

    def take(self, package: Path) -> Outcome:
        """Import a package with the settings that Anki's window starts with."""
        log = self.col.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        ).log
        return Outcome(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def cards(self, search: str = "") -> list[Any]:
        """Return the cards that a search finds, in the order in which they were made."""
        return [self.col.get_card(id_) for id_ in sorted(self.col.find_cards(search))]

    def card(self, id_: str, place: int = 0) -> Any:  # noqa: ANN401 - Anki has no types here
        """Return the card in a place of the note with one of our ids."""
        (card,) = [card for card in self.cards(f'"Id:{id_}"') if card.ord == place]
        return card

    def decks(self) -> set[str]:
        """Return the names of all decks but Anki's own."""
        return {deck.name for deck in self.col.decks.all_names_and_ids()} - {"Default"}


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "anki").mkdir()
    col = Collection(str(tmp_path / "anki" / "collection.anki2"))
    yield Anki(col)
    col.close()
