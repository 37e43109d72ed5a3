"""The learner's searches, kept under names of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.study.history import History
from nqpf_study.study.option_steps import Setting, noted

LONGEST_NAME = 60
"""So many characters a name may have: it stands in a menu."""


class SearchStore(Protocol):
    """Where searches are kept."""

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that were saved, in the order of their names."""
        ...

    def keep_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Keep these searches, and no others."""
        ...


def save_search(store: SearchStore, history: History, name: str, text: str) -> None:
    """Keep a search under a name, in place of one of that name.

    Raises StudyError where name or search is empty, or the name too long.
    """
    made = SavedSearch(_proper(name), text.strip())
    if not made.text:
        raise StudyError(
            phrase("There is no search to save."), mend=phrase("Type one, then save it.")
        )
    step = phrase("save the search “{name}”", name=made.name)
    _change(store, history, step, lambda kept: [*_others(kept, made.name), made])


def rename_search(store: SearchStore, history: History, name: str, new: str) -> None:
    """Give a saved search another name; one that is gone is left so.

    Raises StudyError where the new name is empty, too long, or another search's.
    """
    new = _proper(new)

    def renamed(kept: Sequence[SavedSearch]) -> list[SavedSearch]:
        others = _others(kept, name)
        if len(_others(others, new)) < len(others):
            raise StudyError(
                phrase("There is a search “{name}” already.", name=new),
                mend=phrase("Choose another name."),
            )
        return [*others, *(SavedSearch(new, one.text) for one in kept if one not in others)]

    _change(store, history, phrase("rename the search “{name}”", name=name), renamed)


def remove_search(store: SearchStore, history: History, name: str) -> None:
    """Keep a saved search no longer."""
    step = phrase("remove the search “{name}”", name=name)
    _change(store, history, step, lambda kept: _others(kept, name))


def _change(
    store: SearchStore,
    history: History,
    step: str,
    change: Callable[[Sequence[SavedSearch]], list[SavedSearch]],
) -> None:
    def act() -> None:
        kept = change(store.saved_searches())
        store.keep_searches(sorted(kept, key=lambda one: one.name.casefold()))

    noted(history, step, Setting(store.saved_searches, store.keep_searches), act)


def _others(kept: Sequence[SavedSearch], name: str) -> list[SavedSearch]:
    return [one for one in kept if one.name.casefold() != name.casefold()]


def _proper(name: str) -> str:
    """Return a name without space to spare. Raises StudyError where it is none."""
    name = " ".join(name.split())
    if not name:
        raise StudyError(phrase("A saved search needs a name."))
    if len(name) > LONGEST_NAME:
        raise StudyError(
            phrase("A name has at most {most} characters.", most=LONGEST_NAME),
            mend=phrase("Shorten it."),
        )
    return name
