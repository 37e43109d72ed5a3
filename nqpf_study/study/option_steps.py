"""Changes of options as steps: what was set before is set again, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import Progress
from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.study.backlog import BacklogStore
from nqpf_study.study.history import History, TooLate

T = TypeVar("T")
R = TypeVar("R")

Parameters = tuple[tuple[str, tuple[float, ...]], ...]
"""The scheduler's parameters of each deck, by the decks' ids."""


class OptionStore(BacklogStore, Protocol):
    """Where options are kept."""

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        """Keep how a deck is studied."""
        ...

    def stored_deck(self, deck_id: str) -> Deck | None:
        """Return what the collection knows of a deck itself, without its notes."""
        ...


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """Something that is set: how to read it (None where it is no more), and how to keep it."""

    read: Callable[[], T | None]
    keep: Callable[[T], object]


@dataclass(frozen=True, slots=True, eq=False)
class OptionStep(Generic[T]):
    """What was set before and after. Only what the step changed is put back."""

    name: str
    setting: Setting[T]
    before: T
    after: T

    def undo(self, progress: Progress) -> None:  # noqa: ARG002 - it is quickly done
        """Set what was set before. Raises TooLate where it was set otherwise since."""
        self._turn(self.after, self.before)

    def redo(self, progress: Progress) -> None:  # noqa: ARG002 - as above
        """Set it once more. Raises TooLate where it was set otherwise since."""
        self._turn(self.before, self.after)

    def _turn(self, was: T, wanted: T) -> None:
        now = self.setting.read()
        if now is None:
            raise _too_late()
        self.setting.keep(turned(now, was, wanted))


def noted(history: History, name: str, setting: Setting[T], act: Callable[[], R]) -> R:
    """Carry out an act that sets something, and note it as a step of that name if it did."""
    before = setting.read()
    result = act()
    after = setting.read()
    if before is not None and after is not None and before != after:
        history.did(OptionStep(name, setting, before, after))
    return result


def set_deck_options(
    history: History, store: OptionStore, deck_id: str, options: DeckOptions
) -> None:
    """Keep how a deck is studied. Raises StudyError for an unknown deck."""
    setting = Setting(
        lambda: store.deck_options().get(deck_id),
        lambda options: store.set_deck_options(deck_id, options),
    )
    before, about = setting.read(), store.stored_deck(deck_id)
    title = about.title if about else deck_id
    only_exam = before is not None and replace(before, exam=options.exam) == options
    name = phrase("exam of “{deck}”", deck=title)
    if not only_exam:
        name = phrase("limits of “{deck}”", deck=title)
    noted(history, name, setting, lambda: store.set_deck_options(deck_id, options))


def backlog_choice(store: OptionStore) -> Setting[tuple[BacklogPlan | None]]:
    """Return the learner's choice for the backlog as something that is set."""
    return Setting(lambda: (store.backlog_plan(),), lambda chosen: store.set_backlog_plan(*chosen))


def parameters_in_use(store: OptionStore) -> Setting[Parameters]:
    """Return the scheduler's parameters as something that is set."""

    def read() -> Parameters:
        decks = sorted(store.deck_options().items())
        return tuple((id_, options.plan.parameters) for id_, options in decks)

    def keep(wanted: Parameters) -> None:
        options = store.deck_options()
        for id_, kept in wanted:
            plan = replace(options[id_].plan, parameters=kept)
            store.set_deck_options(id_, replace(options[id_], plan=plan))

    return Setting(read, keep)


def turned(now: T, was: T, wanted: T) -> T:
    """Return `now` with what differs between `was` and `wanted` as `wanted` has it.

    Raises TooLate where that is not in `now` as `was` has it.
    """
    if was == wanted:
        return now
    if now == was:
        return wanted
    if not _alike(now, was, wanted):
        raise _too_late()
    made: Any = now
    parts = {
        each.name: turned(*(getattr(options, each.name) for options in (now, was, wanted)))
        for each in fields(made)
    }
    result: T = replace(made, **parts)
    return result


def _alike(*options: object) -> bool:
    """Tell whether these are options of one kind, each with parts of its own."""
    return len({type(each) for each in options}) == 1 and is_dataclass(options[0])


def _too_late() -> TooLate:
    return TooLate(
        phrase("What was set then was set otherwise since, and is left as it is."),
        safe="Nothing was changed.",
    )
