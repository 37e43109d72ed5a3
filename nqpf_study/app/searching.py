"""Saved searches, and what a search may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nqpf_study.app.base import Joined

if TYPE_CHECKING:
    from nqpf_study.domain.search_query import SavedSearch


class Searching(Joined):
    """The learner's searches, and the words that searches know."""

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that were saved, in the order of their names."""
        return self.collection.saved_searches()

    def save_search(self, name: str, text: str) -> None:
        """Keep a search under a name. Raises StudyError where one of them won't do."""
        from nqpf_study.study.searches import save_search

        save_search(self.collection, self.history, name, text)

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name. Raises StudyError where that won't do."""
        from nqpf_study.study.searches import rename_search

        rename_search(self.collection, self.history, name, new)

    def remove_search(self, name: str) -> None:
        """Keep a saved search no longer."""
        from nqpf_study.study.searches import remove_search

        remove_search(self.collection, self.history, name)

    def all_tags(self) -> list[str]:
        """Return every tag that a search may name, the deck files' and the learner's."""
        return sorted({*self.collection.file_tags(), *self.collection.own_tags()})
