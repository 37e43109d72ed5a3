"""Above the table: the field to search in, with what helps to fill it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.accessible import call
from nqpf_study.ui.browse.completing import offers
from nqpf_study.ui.browse.filters import FilterMenu, with_filter
from nqpf_study.ui.browse.search_menu import SearchMenu, menu_button
from nqpf_study.ui.browse.search_words import Known
from nqpf_study.ui.browse.suggestions import Suggestions
from nqpf_study.ui.icons import icon
from nqpf_study.ui.reader.controls import search_field
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, STEP, scaled
from nqpf_study.ui.widgets.growing import grow_beside_words

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.ui.browse.searches_dialog import SearchesDialog

_ROOMY = 480
"""The width in px from which all words have room, at a text scale of 1."""

_TRAILING = QLineEdit.ActionPosition.TrailingPosition


class SearchBar(QWidget):
    """A field with ways to go on, filters, saved searches and help."""

    chosen = Signal(str)
    """Search for this, whatever the field says."""

    known_changed = Signal(object)
    """Searches may name other things now (a Known)."""

    message = Signal(str)
    """Say this in the quiet bar at the bottom."""

    def __init__(self, ground: QWidget) -> None:
        """Make a bar on `ground`, over which the ways to go on are listed."""
        super().__init__(ground)
        self._ground = ground
        self._study: Study | None = None
        self._latest = Latest(self, self._fail)
        self._managing: SearchesDialog | None = None
        self.known = Known()
        self.field = search_field(self.tr("Search questions, answers and passages"))
        self.field.setPlaceholderText(self.tr("Search the cards"))  # it fits on a small window
        how = self.field.addAction(icon("circle-question-mark", "muted"), _TRAILING)
        how.setText(self.tr("How to search"))
        how.triggered.connect(self._help)
        for button in self.field.findChildren(QToolButton):
            if button.defaultAction() == how:
                call(button, how.text())
        self.filters = FilterMenu(self)
        self.filters.chosen.connect(self._add_filter)
        self.filters.help_asked.connect(self._help)
        self.searches = SearchMenu(self)
        self.searches.chosen.connect(self.chosen)
        self.searches.save_asked.connect(self.save)
        self.searches.others_asked.connect(self._manage_searches)
        self.field.textChanged.connect(self.searches.be_at)
        self.field.textEdited.connect(lambda _text: self._suggest())
        every = QShortcut(QKeySequence("Ctrl+Space"), self.field)
        every.setContext(Qt.ShortcutContext.WidgetShortcut)
        every.activated.connect(lambda: self.suggestions.offer(asked=True))
        filters = QPushButton(icon("sliders-horizontal"), self.tr("Filters"))
        grow_beside_words(filters, GAP)
        filters.setMenu(self.filters)
        filters.setAccessibleName(filters.text())
        filters.setToolTip(filters.text())
        self._filters_button = filters
        filters.setAccessibleDescription(self.tr("Adds a filter such as is:due to the search"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(GAP, GAP, GAP, GAP)
        self._line.setSpacing(STEP)
        self._line.addWidget(self.field, 1)
        self.add(menu_button("bookmark", self.tr("Saved searches"), self.searches))
        self.add(filters)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Do without the filters' word where the field needs its room."""
        super().resizeEvent(event)
        button = self._filters_button
        roomy = event.size().width() >= scaled(_ROOMY, text_scale())
        button.setText(button.accessibleName())
        button.setMinimumHeight(button.sizeHint().height())  # as high as its neighbours
        if not roomy:
            button.setText("")

    @cached_property
    def suggestions(self) -> Suggestions:
        """Return the list of ways to go on, made when there are any first."""
        made = Suggestions(self.field, self._ground)
        made.know(self.known)
        return made

    def _suggest(self) -> None:
        if "suggestions" in self.__dict__ or offers(
            self.field.text(), self.field.cursorPosition(), self.known
        ):
            self.suggestions.offer()

    def add(self, part: QWidget) -> None:
        """Put something at the end of the line."""
        self._line.addWidget(part)

    def refresh(self, study: Study) -> None:
        """Read what searches may name in what `study` holds now."""
        self._study = study
        self._latest.run("known", lambda: _known(study), self._know)

    def _know(self, known: Known) -> None:
        self.known = known
        self.filters.know(known)
        self.searches.know(known.searches)
        if "suggestions" in self.__dict__:  # made when first needed
            self.suggestions.know(known)
        if self._managing is not None:
            self._managing.show_searches(known.searches)
        self.known_changed.emit(known)

    def save(self) -> None:
        """Ask for a name, and keep the present search under it."""
        text, study = self.field.text().strip(), self._study
        if study is None:
            return
        if not text:
            self.message.emit(self.tr("Type a search first, then save it."))
            return
        from nqpf_study.ui.browse.save_dialog import SaveDialog  # noqa: PLC0415 - not at a visit

        dialog = SaveDialog(text, self.known.searches, self.window())
        dialog.named.connect(lambda name: self._keep_search(study, name, text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_search(self, study: Study, name: str, text: str) -> None:
        def kept(_: None) -> None:
            said = self.tr("Saved as “{name}”, in the menu of saved searches.")
            self.message.emit(said.replace("{name}", " ".join(name.split())))
            self.refresh(study)

        self._latest.run("keep", lambda: study.save_search(name, text), kept)

    def _manage_searches(self) -> None:
        study = self._study
        if study is None:
            return
        from nqpf_study.ui.browse.searches_dialog import (  # noqa: PLC0415 - not at a visit
            SearchesDialog,
        )

        dialog = SearchesDialog(self.known.searches, self.window())
        dialog.rename_asked.connect(
            lambda name, new: self._change_searches(lambda: study.rename_search(name, new))
        )
        dialog.remove_asked.connect(
            lambda name: self._change_searches(lambda: study.remove_search(name))
        )
        dialog.finished.connect(self._managed)
        dialog.finished.connect(dialog.deleteLater)
        self._managing = dialog
        dialog.open()

    def _managed(self) -> None:
        self._managing = None

    def _change_searches(self, change: Callable[[], None]) -> None:
        study = self._study
        if study is not None:
            self._latest.run("keep", change, lambda _: self.refresh(study), self._not_changed)

    def _not_changed(self, error: StudyError) -> None:
        if self._managing is not None:
            self._managing.refuse(error, self.known.searches)
        else:
            self._fail(error)

    def _help(self) -> None:
        from nqpf_study.ui.browse.search_help import SearchHelp  # noqa: PLC0415 - not at a visit

        dialog = SearchHelp(self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_filter(self, filter_: str) -> None:
        self.field.setText(with_filter(self.field.text(), filter_))
        self.field.setFocus()

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))


def _known(study: Study) -> Known:
    """Return what the filters may name."""
    return Known(
        decks={deck.id: deck.title for deck in study.overview().decks},
        sources={doc.source.id: doc.source.title for doc in study.documents()},
        tags=study.own_tags(),
        all_tags=study.all_tags(),
        searches=study.saved_searches(),
    )
