"""What is printed, or kept as a file to print: practice tests and decks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study.app.base import Joined
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.phrase import phrase

if TYPE_CHECKING:
    from nqpf_study.exchange.print_deck import Handout
    from nqpf_study.exchange.print_sheet import Sheet
    from nqpf_study.study.practice import Practice

Tell = Callable[[str], str]
"""Puts what is ours on a sheet into another language."""


class Paper(Joined):
    """What is put on paper. Nothing is changed."""

    def practice_sheet(self, test: Practice, tell: Tell = str) -> Sheet:
        """Return a test's result, or its questions and their key where none was answered yet."""
        from nqpf_study.exchange.print_sheet import retold
        from nqpf_study.exchange.print_test import paper, report

        result, sources = test.result(), self.collection.sources()
        return retold(report(result, sources) if result.answered else paper(test, sources), tell)

    def print_practice(self, out: Path, test: Practice, tell: Tell = str) -> None:
        """Write what `practice_sheet` returns, as `save_sheet` does."""
        save_sheet(self.practice_sheet(test, tell), out)

    def deck_sheet(
        self, deck_id: str, how: Handout, tell: Tell = str, progress: Progress = unheard
    ) -> Sheet:
        """Return a deck as a handout.

        Raises StudyError for an unknown deck, Cancelled where `progress` does.
        """
        from nqpf_study.exchange.print_deck import handout
        from nqpf_study.exchange.print_sheet import retold

        deck = self.collection.stored_deck(deck_id)
        if deck is None or deck_id not in self.collection.deck_ids():
            what = phrase("There is no deck “{id}” in the collection.", id=deck_id)
            raise StudyError(what)
        notes = tuple(note for note, _ in self.collection.notes_with_times(deck_id))
        whole = replace(deck, notes=notes)
        return retold(handout(whole, self.collection.sources(), how, progress), tell)

    def print_deck(
        self,
        out: Path,
        deck_id: str,
        how: Handout,
        tell: Tell = str,
        progress: Progress = unheard,
    ) -> None:
        """Write what `deck_sheet` returns, as `save_sheet` does. Raises what both do."""
        save_sheet(self.deck_sheet(deck_id, how, tell, progress), out)


def save_sheet(sheet: Sheet, out: Path) -> None:
    """Write a sheet, as HTML where the file's name ends so, else as text.

    Raises StudyError for a place that cannot be written to; what was there before is still there
    then.
    """
    from nqpf_study.exchange.print_sheet import write_sheet

    write_sheet(sheet, out)
