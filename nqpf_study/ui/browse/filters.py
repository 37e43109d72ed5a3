"""The menu of filters: what can be typed besides words, with the collection's own names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from nqpf_study.domain.search_query import NOTHING, beside, parse_query
from nqpf_study.ui.browse.search_words import Known, quoted


class FilterMenu(QMenu):
    """Offers filters; each can be typed just as well, and the menu shows how.

    It is filled when it shows.
    """

    chosen = Signal(str)
    """This filter is to be added to the search; one that ends in a colon waits for its word."""

    help_asked = Signal()
    """Say how to search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filters"))
        self._known = Known()
        self.aboutToShow.connect(self._fill)

    def know(self, known: Known) -> None:
        """Offer these decks and sources by name."""
        self._known = known

    def _fill(self) -> None:
        known = self._known
        self.clear()
        self._names("deck", self.tr("Deck"), known.names("deck"))
        self._names("source", self.tr("Source"), known.names("source"))
        self._names("is", self.tr("State"), known.names("is"))
        self._names("kind", self.tr("Kind"), known.names("kind"))
        self._names("tag", self.tr("Your tags"), ((tag, tag) for tag in known.tags))
        self.addSeparator()
        self._offer(self, "tag:", self.tr("Any tag, to be typed"))
        self._offer(self, "lapses>3", self.tr("Forgotten more than 3 times"))
        self.addSeparator()
        self.addAction(self.tr("How to search…")).triggered.connect(self.help_asked)

    def _names(self, filter_: str, title: str, names: Iterable[tuple[str, str]]) -> None:
        under = QMenu(f"{title}\t{filter_}:", self)
        for id_, name in names:
            self._offer(under, f"{filter_}:{quoted(id_)}", name)
        under.setEnabled(not under.isEmpty())
        self.addMenu(under)

    def _offer(self, menu: QMenu, filter_: str, name: str) -> None:
        said = name.replace("&", "&&")
        action = menu.addAction(f"{said}\t{filter_}")
        action.triggered.connect(lambda: self.chosen.emit(filter_))


def with_filter(text: str, filter_: str) -> str:
    """Return a search with one more filter at its end, ready for the next word.

    All that was asked for before must still fit: what `or` parts is put in parentheses.
    """
    asked = parse_query(filter_)
    if asked != NOTHING and parse_query(text).asks(asked):
        return text
    space = "" if filter_.endswith(":") else " "
    return f"{beside(text, filter_)}{space}"
