"""The menu of saved searches: those that everybody has, and the learner's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.ui.accessible import call
from nqpf_study.ui.browse.search_words import usual_searches
from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, HIT, scaled
from nqpf_study.ui.widgets.growing import grow_alone

_WIDEST = 480
"""The width of a name in px at a text scale of 1, at most: merging makes long ones."""


class SearchMenu(QMenu):
    """Offers searches by name; the present one is ticked. It is filled when it shows."""

    chosen = Signal(str)
    """Search for this."""

    save_asked = Signal()
    """Keep the present search under a name."""

    others_asked = Signal()
    """Show the saved searches, to be renamed or removed."""

    def __init__(self, parent: QWidget | None = None, *, keeps: bool = True) -> None:
        """Offer searches, and to save the present one where the menu `keeps` them too."""
        super().__init__(parent)
        self._keeps = keeps
        self._searches: Sequence[SavedSearch] = ()
        self._present = ""
        self.setAccessibleName(self.tr("Saved searches"))
        self.aboutToShow.connect(self._fill)

    def know(self, searches: Sequence[SavedSearch]) -> None:
        """Offer these searches besides those that everybody has."""
        self._searches = searches

    def be_at(self, text: str) -> None:
        """Take a search for the present one."""
        self._present = text.strip()

    def _fill(self) -> None:
        self.clear()
        for search in usual_searches():
            self._offer(search)
        if self._searches:
            self.addSeparator()
        for search in self._searches:
            self._offer(search)
        if not self._keeps:
            return
        self.addSeparator()
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        save = self.addAction(f"{self.tr('Save this search…')}\t{shown}")
        save.setEnabled(bool(self._present))
        save.triggered.connect(self.save_asked)
        others = self.addAction(self.tr("Rename or remove…"))
        others.setEnabled(bool(self._searches))
        others.triggered.connect(self.others_asked)

    def _offer(self, search: SavedSearch) -> None:
        room = scaled(_WIDEST, text_scale())
        shown = self.fontMetrics().elidedText(search.name, Qt.TextElideMode.ElideMiddle, room)
        action = self.addAction(shown.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(search.text == self._present)
        action.setToolTip(search.text)
        action.triggered.connect(lambda: self.chosen.emit(search.text))


def menu_button(picture: str, what: str, menu: QMenu) -> QToolButton:
    """Return a button with an icon that opens a menu."""
    button = QToolButton()
    button.setIcon(icon(picture))
    grow_alone(button, GAP, HIT)
    call(button, what)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
