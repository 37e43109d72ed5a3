"""The menu of filters: what can be typed besides words, with the collection's own names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.domain.kinds import KINDS
from nqpf_study.domain.search_query import STATES


@dataclass(frozen=True, slots=True)
class Known:
    """What filters may name: titles of decks and sources, by their ids, and the learner's tags."""

    decks: Mapping[str, str]
    sources: Mapping[str, str]
    tags: Sequence[str] = ()


class FilterMenu(QMenu):
    """Offers filters; each can be typed just as well, and the menu shows how."""

    chosen = Signal(str)
    """This filter is to be added to the search; one that ends in a colon waits for its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filters"))
        self.know(Known({}, {}))

    def know(self, known: Known) -> None:
        """Offer these decks and sources by name."""
        self.clear()
        self._names("deck", self.tr("Deck"), known.decks.items())
        self._names("source", self.tr("Source"), known.sources.items())
        self._names("is", self.tr("State"), ((state, self._state(state)) for state in STATES))
        self._names("kind", self.tr("Kind"), ((kind.name, kind.purpose) for kind in KINDS.values()))
        self._names("tag", self.tr("Your tags"), ((tag, tag) for tag in known.tags))
        self.addSeparator()
        self._offer(self, "tag:", self.tr("Any tag, to be typed"))
        self._offer(self, "lapses>3", self.tr("Forgotten more than 3 times"))

    def _names(self, filter_: str, title: str, names: Iterable[tuple[str, str]]) -> None:
        under = QMenu(f"{title}\t{filter_}:", self)
        for id_, name in names:
            self._offer(under, f"{filter_}:{_quoted(id_)}", name)
        under.setEnabled(not under.isEmpty())
        self.addMenu(under)

    def _offer(self, menu: QMenu, filter_: str, name: str) -> None:
        said = name.replace("&", "&&")
        action = menu.addAction(f"{said}\t{filter_}")
        action.triggered.connect(lambda: self.chosen.emit(filter_))

    def _state(self, state: str) -> str:
        return {
            "new": self.tr("New"),
            "learning": self.tr("Learning or relearning"),
            "review": self.tr("In review"),
            "due": self.tr("Due today"),
            "suspended": self.tr("Suspended"),
            "buried": self.tr("Buried until tomorrow"),
            "flagged": self.tr("Flagged"),
            "leech": self.tr("Keeps slipping"),
        }.get(state, state)


def with_filter(text: str, filter_: str) -> str:
    """Return a search with one more filter at its end, ready for the next word."""
    if filter_ in text.split():
        return text
    space = "" if filter_.endswith(":") else " "
    return f"{text.rstrip()} {filter_}{space}".lstrip()


def _quoted(id_: str) -> str:
    return f'"{id_}"' if any(char.isspace() for char in id_) else id_
