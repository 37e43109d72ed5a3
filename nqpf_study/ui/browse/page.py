"""The browser: search as one types, a table of cards, the present one with its passages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Act
from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.browse.acts_bar import ActsBar
from nqpf_study.ui.browse.columns import Layout
from nqpf_study.ui.browse.empty import EmptyResult
from nqpf_study.ui.browse.model import CardsModel
from nqpf_study.ui.browse.preview import Preview
from nqpf_study.ui.browse.rows import Row
from nqpf_study.ui.browse.search_bar import SearchBar
from nqpf_study.ui.browse.search_menu import menu_button
from nqpf_study.ui.browse.search_words import Known
from nqpf_study.ui.browse.table import CardTable
from nqpf_study.ui.browse.tag_dialog import TagDialog
from nqpf_study.ui.pages import Page
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.reader.turning_split import TurningSplit
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.study.marks import MarkChanges, TagsThere
    from nqpf_study.ui.preferences import Preferences

_TYPING_PAUSE = 120
"""Milliseconds without a key after which a search starts."""

_BESIDE = 1160
"""From this width on, in px, the preview stands beside the table, else below it."""

_PREVIEW_WIDTH, _PREVIEW_MOST = 400, 640
"""How wide the preview stands beside the table, in px at a text scale of 1, and at most."""

_TRAILING = QLineEdit.ActionPosition.TrailingPosition


class BrowsePage(Page):
    """Finds cards, shows them, and sets them aside."""

    edit_requested = Signal(object)
    """Edit the note of a card (a StoredCard)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._preferences: Preferences | None = None
        self._latest = Latest(self, self._fail)
        self._previewed: Row | None = None
        self._shown_text: str | None = None
        self.search = SearchBar(self)
        self.field = self.search.field
        self.count = Text("", "muted")
        self.model = CardsModel(self)
        self.table = CardTable(self.model)
        self.acts = ActsBar(self.table)
        self.empty = EmptyResult()
        self.preview = Preview()
        self.exporting = AnkiExport(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = menu_button("columns-3", self.tr("Columns"), self.table.column_menu)
        self.search.add(columns)
        self.search.add(self.count)
        self.results = QStackedWidget()
        self.results.addWidget(self.table)
        self.results.addWidget(self.empty)
        found = QWidget()
        below = QVBoxLayout(found)
        below.setContentsMargins(GAP, 0, GAP, STEP)
        below.setSpacing(STEP)
        below.addWidget(self.results, 1)
        below.addWidget(self.acts)
        self.split = TurningSplit(
            found, self.preview, beside_from=_BESIDE, width=_PREVIEW_WIDTH, most=_PREVIEW_MOST
        )
        self.split.turned.connect(self.preview.stand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._search)
        self.search.chosen.connect(self._take_search)
        self.search.message.connect(self.message)
        self.search.known_changed.connect(self._know)
        self.empty.search_requested.connect(self._take_search)
        self.model.rows_wanted.connect(self._fetch)
        self.model.rows_changed.connect(self._show_card)
        self.table.card_changed.connect(self._show_card)
        self.table.act_requested.connect(self._set_aside)
        self.table.flag_requested.connect(self._flag)
        self.table.tag_requested.connect(self._ask_tags)
        self.table.export_requested.connect(self._export)
        self.exporting.message.connect(self.message)
        self.table.study_requested.connect(self._study_deck)
        self.table.edit_requested.connect(self._edit)
        self.table.order_changed.connect(self._sort)
        self.table.columns.layout_changed.connect(self._keep_columns)
        self.preview.card.edit_requested.connect(self._edit)
        self.empty.clear_requested.connect(self.field.clear)
        self.preview.pane.source_requested.connect(self.source_requested)
        for keys, act in (
            ("Down", self.table.go_to_first),
            ("Return", self.table.go_to_first),
            ("Esc", self.field.clear),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.search.save)

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Browse")

    def remember(self, preferences: Preferences) -> None:
        """Show the columns as they were left, and keep in mind how they are."""
        self._preferences = preferences
        if written := preferences.browse_columns:
            self.table.columns.take(Layout.read(written))

    def _keep_columns(self) -> None:
        if self._preferences is not None:
            self._preferences.browse_columns = self.table.columns.chosen.written()

    # --- what is shown ------------------------------------------------------------------------

    def refresh(self, study: Study) -> None:
        """Search again in what `study` holds now; what is chosen stays so if it is still found."""
        self._study = study
        self.search.refresh(study)
        self._search()

    def show_search(self, text: str) -> None:
        """Search for `text`."""
        self.field.setText(text)
        self._search()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self.field.setFocus()
        self.field.selectAll()

    def _know(self, known: Known) -> None:
        self.model.know_sources(known.sources)
        if self.results.currentWidget() is self.empty:
            self.empty.explain(self._shown_text or "", known)

    def _take_search(self, text: str) -> None:
        self.show_search(text)
        self.field.setFocus()

    def _search(self) -> None:
        self._typing.stop()
        study, text, order = self._study, self.field.text(), self.table.order
        if study is not None:
            self._latest.run(
                "search", lambda: (text, study.search(text, order), study.today()), self._show_found
            )

    def _sort(self) -> None:
        self._shown_text = None  # from the top: what comes first is what was asked for
        self._search()

    def _show_found(self, found: tuple[str, list[int], int]) -> None:
        text, keys, today = found
        for name in ("rows", "passages"):
            self._latest.forget(name)
        self._previewed = None
        present = None if self._shown_text is None else self.table.present_key()
        self.model.show_keys(keys, today)
        if text != self._shown_text:
            self.table.scrollToTop()
        self._shown_text = text
        self.table.go_to_key(present)
        one, many = self.tr("1 card"), self.tr("{n} cards")
        self.count.setText(counted(len(keys), one, many))
        self.results.setCurrentWidget(self.table if keys else self.empty)
        self.acts.setVisible(bool(keys))
        self.preview.setVisible(bool(keys))
        if not keys:
            self.empty.explain(text, self.search.known)

    def _fetch(self, window: int, keys: list[int]) -> None:
        study = self._study
        if study is not None:
            self._latest.run(
                "rows",
                lambda: study.cards(keys),
                lambda cards: self.model.take_rows(window, cards),
            )

    def _show_card(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        study = self._study
        if study is None or (row is not None and row == self._previewed):
            return
        self._previewed = row
        self.preview.show_row(row)
        self._latest.forget("passages")
        if row is None:
            return
        self._latest.run("passages", lambda: study.passages(row.card), self.preview.show_passages)

    # --- what is done -------------------------------------------------------------------------

    def _set_aside(self, act: Act) -> None:
        study, keys = self._study, self.table.chosen()
        if study is None or not keys:
            return
        self.acts.setEnabled(False)
        self._latest.run("act", lambda: study.set_aside(keys, act), lambda n: self._acted(act, n))

    def _acted(self, act: Act, count: int) -> None:
        self.acts.setEnabled(True)
        cards = counted(count, self.tr("1 card"), self.tr("{n} cards"))
        said = {
            Act.SUSPEND: self.tr("{cards} suspended, until you resume them."),
            Act.BURY: self.tr("{cards} buried until tomorrow."),
            Act.RESUME: self.tr("{cards} back in use."),
        }[act]
        self.message.emit(said.replace("{cards}", cards))
        self._search()
        self.changed.emit()

    def _flag(self) -> None:
        study, keys = self._study, self.table.chosen()
        if study is not None and keys:
            self._mark(lambda: study.flag(keys))

    def _ask_tags(self) -> None:
        study, keys = self._study, self.table.chosen()
        if study is not None and keys:
            self._latest.run(
                "tags",
                lambda: study.tags_there(keys),
                lambda there: self._offer_tags(study, keys, there),
            )

    def _offer_tags(self, study: Study, keys: list[int], there: TagsThere) -> None:
        dialog = TagDialog(there, self.window())
        dialog.accepted.connect(lambda: self._tag(study, keys, dialog.added, dialog.removed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tag(
        self, study: Study, keys: list[int], add: tuple[str, ...], remove: tuple[str, ...]
    ) -> None:
        if add or remove:
            self._mark(lambda: study.tag(keys, add=add, remove=remove))

    def _mark(self, act: Callable[[], MarkChanges]) -> None:
        self.acts.setEnabled(False)
        self._latest.run("act", act, self._marked)

    def _marked(self, changes: MarkChanges) -> None:
        self.acts.setEnabled(True)
        cards = counted(changes.cards, self.tr("1 card"), self.tr("{n} cards"))
        notes = counted(changes.notes, self.tr("1 note"), self.tr("{n} notes"))
        if changes.flag:
            said = self.tr("{cards} flagged.").replace("{cards}", cards)
        elif changes.unflag:
            said = self.tr("{cards} without a flag now.").replace("{cards}", cards)
        else:
            said = self.tr("{notes} tagged anew.").replace("{notes}", notes)
        self.message.emit(said)
        self._search()
        self.changed.emit()

    def _export(self) -> None:
        study, keys = self._study, self.table.chosen()
        if study is not None and keys:
            self.exporting.ask_cards(study, keys)

    def _edit(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.edit_requested.emit(row.card)

    def _study_deck(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.study_requested.emit([row.card.id.deck])

    def _fail(self, error: StudyError) -> None:
        self.acts.setEnabled(True)
        self.message.emit(str(error))
