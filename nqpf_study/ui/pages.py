"""What the main window asks of a page, and what a page may ask of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from nqpf_study.app import Study


class Page(QWidget):
    """One of the main window's stacked pages.

    A page is made when it is first shown, without a collection; its module must therefore be cheap
    to import, and may import `nqpf_study.app` and what is below it only under TYPE_CHECKING or in
    its methods. `refresh` gives it the collection: on each showing, and again whenever the
    collection was changed while the page is on the screen. A page reads in jobs
    (`nqpf_study.ui.work`), paints with the tokens of `nqpf_study.ui.style.colours()`, and rebuilds
    what it painted once in `changeEvent` on `PaletteChange` (the appearance was switched) and
    `FontChange` (the text size).

    Two pages are steered from elsewhere: `SourcesPage.show_passage(source_id: str, passage:
    Passage | None)` and `BrowsePage.show_search(text: str)`. Both may be called right after
    `refresh`, while the page's first job still runs.
    """

    study_requested = Signal(object)
    """Start a session over these decks: a list of deck ids, or None for all."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a passage (a Passage, or None) in the reader."""

    browse_requested = Signal(str)
    """Open the browser with this search."""

    import_requested = Signal(object)
    """Open the import preview for this deck file (a Path)."""

    changed = Signal()
    """The page changed the collection: counts elsewhere are to be read anew."""

    message = Signal(str)
    """Say this in the quiet bar at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a page as large as `parent`, whose place it takes: long texts are set but once."""
        super().__init__(parent)
        if parent is not None:
            self.resize(parent.size())

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        raise NotImplementedError

    def refresh(self, study: Study) -> None:
        """Show what `study` holds now. Called on the GUI thread; must return at once."""
        raise NotImplementedError

    def focus_search(self) -> None:
        """Put the focus where one types to find something (Ctrl+F). Does nothing by default."""
