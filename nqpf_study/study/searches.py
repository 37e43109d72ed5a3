"""The learner's searches, kept under names of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.study.history import History
from nqpf_study.study.option_steps import Setting, noted

LONGEST_NAME = 60
"""So many characters a name may have: it stands in a menu."""


_APART = " · "
"""Parts a name from the search itself, where two searches of that name met."""


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


def united(ours: Sequence[SavedSearch], theirs: Sequence[SavedSearch]) -> tuple[SavedSearch, ...]:
    """Return the saved searches of two collections, each once, in the order of their names.

    Where both have a name for other searches, each is kept, and its name says what it searches:
    “Exam · tag:exam”. Whoever takes over whose, in whatever order and how often: it comes to the
    same. Such a name may be longer than LONGEST_NAME.
    """
    kept: dict[_Known, _Named] = {}
    for one in (*ours, *theirs):
        named = _Named.of(one)
        before = kept.get(named.known, named)
        kept[named.known] = _Named(
            min(named.name, before.name), one.text, max(named.times, before.times)
        )
    while clashing := _clashing(kept.values()):
        for named in clashing:
            kept[named.known] = replace(named, times=named.times + 1)
    return _in_order(SavedSearch(named.said(), named.text) for named in kept.values())


def unknown(ours: Sequence[SavedSearch], theirs: Sequence[SavedSearch]) -> int:
    """Return how many searches `united` takes over from the other collection."""
    known, come = ({_Named.of(one).known for one in kept} for kept in (ours, theirs))
    return len(come - known)


_Known = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Named:
    """A search, the name that it was saved under, and how often it was told apart by its text."""

    name: str
    text: str
    times: int = 0

    @classmethod
    def of(cls, search: SavedSearch) -> _Named:
        name, times = search.name, 0
        while (shorter := name.removesuffix(f"{_APART}{search.text}")) != name:
            name, times = shorter, times + 1
        return cls(name, search.text, times)

    @property
    def known(self) -> _Known:
        return self.name.casefold(), self.text

    def said(self, times: int | None = None) -> str:
        return self.name + f"{_APART}{self.text}" * (self.times if times is None else times)


def _clashing(searches: Iterable[_Named]) -> list[_Named]:
    """Return the searches whose name another one has, or had before it was told apart."""
    searches = list(searches)
    had = Counter(one.said(times).casefold() for one in searches for times in range(one.times + 1))
    return [one for one in searches if had[one.said().casefold()] > 1]


def _change(
    store: SearchStore,
    history: History,
    step: str,
    change: Callable[[Sequence[SavedSearch]], list[SavedSearch]],
) -> None:
    def act() -> None:
        store.keep_searches(_in_order(change(store.saved_searches())))

    noted(history, step, Setting(store.saved_searches, store.keep_searches), act)


def _in_order(searches: Iterable[SavedSearch]) -> tuple[SavedSearch, ...]:
    return tuple(sorted(searches, key=lambda one: (one.name.casefold(), one.name)))


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
