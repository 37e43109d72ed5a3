"""Measures and provinces, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from nqpf_study.study.explore import Explored, Item, Pledge
from nqpf_study.ui.explore.board import Board
from nqpf_study.ui.explore.looking import Looking
from nqpf_study.ui.explore.outline import Outline


class MeasuresView(Looking):
    """The measures as an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self.tr(
            "No deck has measures yet. They come from notes of the kind “measure”."
        )
        self.outline = Outline()
        self.outline.item_changed.connect(self.item_changed)
        self.outline.item_opened.connect(self.item_opened)
        self.column.addWidget(self.outline)

    def items(self, explored: Explored) -> Iterable[Item]:
        """Return the measures."""
        return (each.item for programme in explored.programmes for each in programme.measures)

    def look_at(self, explored: Explored, key: int | None) -> None:
        """Show the programmes."""
        self.outline.show_programmes(explored.programmes, key)

    def ground(self) -> QWidget:
        """Return the outline."""
        return self.outline


class ProvincesView(Looking):
    """The provinces side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self.tr(
            "No deck has pledges yet. They come from notes of the kind “target”."
        )
        self.board = Board()
        self.board.pledge_changed.connect(self._change)
        self.board.pledge_opened.connect(lambda pledge: self.item_opened.emit(pledge.item))
        self.column.addWidget(self.board)

    def items(self, explored: Explored) -> Iterable[Item]:
        """Return the pledges."""
        return (pledge.item for pledge in explored.pledges)

    def look_at(self, explored: Explored, key: int | None) -> None:
        """Show the pledges."""
        self.board.show_pledges(explored.pledges, key)

    def ground(self) -> QWidget:
        """Return the board."""
        return self.board

    def _change(self, pledge: Pledge | None) -> None:
        self.item_changed.emit(None if pledge is None else pledge.item)
