"""The places of the side bar: each a page, made when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from nqpf_study.ui.pages import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from nqpf_study.app import Study

PAGES = {
    "study": ("nqpf_study.ui.home.page", "HomePage"),
    "browse": ("nqpf_study.ui.browse.page", "BrowsePage"),
    "sources": ("nqpf_study.ui.reader.page", "SourcesPage"),
    "explore": ("nqpf_study.ui.explore.page", "ExplorePage"),
    "progress": ("nqpf_study.ui.progress.page", "ProgressPage"),
    "settings": ("nqpf_study.ui.settings.page", "SettingsPage"),
    "help": ("nqpf_study.ui.help", "HelpPage"),
}


class Places(QObject):
    """Makes pages, shows them in `stack`, and passes on what they ask for."""

    made = Signal(str, object)
    """A page was made for this place, and is about to be shown."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._pages: dict[str, Page] = {}

    @property
    def current(self) -> Page | None:
        """Return the page on the screen, None while something else shows."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def shown(self) -> str:
        """Return the place on the screen, nothing while something else shows."""
        shown = self.current
        return next((place for place, page in self._pages.items() if page is shown), "")

    def page(self, place: str) -> Page:
        """Return the page of a place."""
        if place not in self._pages:
            module, name = PAGES[place]
            page = cast("Page", getattr(import_module(module), name)())
            page.setAccessibleName(page.title)
            self._pages[place] = page
            self._stack.addWidget(page)
            self.made.emit(place, page)
        return self._pages[place]

    def show(self, place: str, study: Study) -> Page:
        """Show a place with what the collection holds now."""
        page = self.page(place)
        self._lead_focus(page)
        self._stack.setCurrentWidget(page)
        page.window().setWindowTitle(page.title)
        page.refresh(study)
        return page

    def _lead_focus(self, page: Page) -> None:
        """Let the focus come along to a page: else it would stray to the side bar on its way."""
        before, focused = self._stack.currentWidget(), QApplication.focusWidget()
        if focused is None or before is None or before is page:
            return
        if before.isAncestorOf(focused):
            page.show()
            _first_stop(page).setFocus()

    def forget(self) -> None:
        """Let every page go: each is made anew, in the language spoken then, when it is shown."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def refresh(self, study: Study) -> None:
        """Have the page on the screen show what the collection holds now."""
        if self.current is not None:
            self.current.refresh(study)


def _first_stop(page: Page) -> QWidget:
    """Return what Tab would lead to first in a page, or the page where that is nothing."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - costly, see `nqpf_study.ui.shell`

    at = page.nextInFocusChain()
    while at is not None and at is not page and page.isAncestorOf(at):
        tabbed = at.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if tabbed and at.isEnabled() and at.isVisibleTo(page):
            return at
        at = at.nextInFocusChain()
    return page
