"""The study home's page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui import words
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.home.ahead import AheadMenu
from nqpf_study.ui.home.backlog import BacklogPanel
from nqpf_study.ui.home.deck_row import DeckRow
from nqpf_study.ui.home.today import Today
from nqpf_study.ui.pages import Page
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import ROOM, STEP, WIDE
from nqpf_study.ui.widgets.forms import FormBox
from nqpf_study.ui.widgets.text import CardText, Text
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.study.backlog import Backlog

WIDEST = 880


class HomePage(Page):
    """Today in one line, one button that starts, and the decks."""

    deck_asked = Signal(str, str)
    """Do this with a deck: exam, limits, export, check or remove; and the deck's id."""

    ahead_asked = Signal(int, object)
    """Study what becomes due in so many days: of these decks (a list), or of all (None)."""

    cram_asked = Signal(object)
    """Practise without grading: these decks (a list), or all (None)."""

    open_asked = Signal()
    """Choose a deck file to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._job: Job | None = None
        self._today: Today | None = None
        self._wanted = ""
        self._led: QWidget | None = None
        self.rows: list[DeckRow] = []
        self.headline = Text("", "display", wrap=True)
        self.more = Text("", "muted", wrap=True)
        self.welcome = CardText("", "muted")
        self.start = QPushButton(self.tr("Start"))
        self.start.setMinimumWidth(160)
        self.start.setToolTip(self.tr("Enter"))
        set_role(self.start, "primary")
        self.start.clicked.connect(lambda: self.study_requested.emit(None))
        self.form = FormBox()
        self.form.activated.connect(self._choose_form)
        self.browse = QPushButton(self.tr("Browse the cards"))
        self.browse.clicked.connect(lambda: self.browse_requested.emit(""))
        self.open = QPushButton(self.tr("Open a deck file…"))
        self.open.clicked.connect(self.open_asked)
        self.ahead = QPushButton(self.tr("Study ahead"))
        menu = AheadMenu(self.ahead.text(), self.ahead)
        menu.chosen.connect(lambda days: self.ahead_asked.emit(days, None))
        self.ahead.setMenu(menu)
        self.ahead.setToolTip(self.tr("Asks the cards of the next days now. Counts."))
        self.cram = QPushButton(self.tr("Practise without grading"))
        self.cram.clicked.connect(lambda: self.cram_asked.emit(None))
        self.cram.setToolTip(self.tr("Goes over cards until you know each. Does not count."))
        self.backlog = BacklogPanel()
        self.backlog.chosen.connect(self._spread)
        self.backlog.undone.connect(self._undo_spread)
        self._decks_title = Text(self.tr("Decks"), "title")
        self._decks = QVBoxLayout()
        self._decks.setSpacing(STEP)
        self._others = (self.ahead, self.cram, self.browse, self.open)
        self._latest = Latest(self, self._fail)
        self._lay_out()
        self._hide_acts()
        self._decks_title.hide()

    @property
    def title(self) -> str:
        """Return the page's name, translated."""
        return self.tr("Study")

    def refresh(self, study: Study) -> None:
        """Show what waits in `study` now."""
        self._study = study
        if self._job is not None:
            self._job.forget()
        self._job = run_job(
            lambda _progress: today_of(study), self._show, self._show_trouble, owner=self
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Start on Enter, wherever no control takes it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.start.isVisible():
            focused = self.focusWidget()
            (focused if isinstance(focused, QAbstractButton) else self.start).click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        acts = QWidget()
        act = Flow(acts, spacing=STEP)
        for part in (self.start, *self._others, self.form):
            act.addWidget(part)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        down = QVBoxLayout(column)
        down.setContentsMargins(WIDE, WIDE, WIDE, ROOM)
        down.setSpacing(STEP)
        down.addWidget(self.headline)
        down.addWidget(self.more)
        down.addWidget(self.welcome)
        down.addSpacing(STEP)
        down.addWidget(acts)
        down.addWidget(self.form.meaning)
        down.addWidget(self.backlog)
        down.addSpacing(ROOM)
        down.addWidget(self._decks_title)
        down.addLayout(self._decks)
        down.addStretch(1)
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1000)
        across.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        scroll.verticalScrollBar().rangeChanged.connect(self._follow_focus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show(self, today: Today) -> None:
        self._today = today
        # Before anything is hidden: Qt would pass its focus on to a deck that nobody was at.
        focused = next((row for row in self.rows if row.isAncestorOf(self.focusWidget())), None)
        on_menu = focused is not None and focused.more is self.focusWidget()
        self.headline.setText(today.headline)
        self.more.setText(today.more)
        self.welcome.say(today.welcome)
        self.welcome.setVisible(bool(today.welcome))
        self.more.setVisible(not today.welcome)
        waiting = bool(today.overview.cards)
        decks = bool(today.overview.decks)
        self.start.setVisible(waiting)
        self.form.setVisible(waiting)
        self.form.meaning.setVisible(waiting)
        self.form.show_form(today.form)
        learned = any(deck.learned for deck in today.overview.decks)
        self.ahead.setVisible(learned and not waiting)
        for part in (self.cram, self.browse):
            part.setVisible(decks and not waiting)
        self.open.setVisible(not waiting)
        self._decks_title.setVisible(decks)
        before = self.rows
        self._show_decks(today)
        if focused is not None:
            self._be_at(focused.deck_id, menu=on_menu)
            if self.isVisible() and focused.isAncestorOf(self.focusWidget()):
                self._focus_first()  # its deck is no longer there
        for row in before:  # only now: their focus has gone over to a new one
            self._decks.removeWidget(row)
            row.hide()
            row.deleteLater()
        if learned:
            self._read_backlog()
        else:
            self.backlog.hide()
        if self.isVisible() and not self._holds_focus():
            self._focus_first()
        if self._wanted:
            deck, self._wanted = self._wanted, ""
            self._be_at(deck)

    def show_deck(self, deck_id: str) -> None:
        """Put the focus on a deck, once it is read how it stands now."""
        self._wanted = deck_id

    def _be_at(self, deck_id: str, *, menu: bool = False) -> None:
        """Put the focus on a deck: on what studies it where cards wait, else on its menu."""
        if not self.isVisible():
            self._wanted = deck_id  # the learner went on to another page, which has the focus
            return
        for row in self.rows:
            if row.deck_id == deck_id:
                row.show()  # its layout would show it later, and what is hidden takes no focus
                waits = row.study.isEnabled() and not menu
                self._led = row.study if waits else row.more
                self._led.setFocus()
                QTimer.singleShot(0, self._follow_focus)  # once it has its place

    def _focus_first(self) -> None:
        next(part for part in (self.start, *self._others) if part.isVisible()).setFocus()

    def _follow_focus(self) -> None:
        """Have the deck that was given the focus in sight: Qt sees to that on the way by Tab."""
        if self._led is not None and self._led is self.focusWidget():
            self._scroll.ensureWidgetVisible(self._led)

    def _show_decks(self, today: Today) -> None:
        self.rows = [
            DeckRow(
                deck, today.studied_said(deck), today.exam_said(deck), today.about.get(deck.id, "")
            )
            for deck in today.overview.decks
        ]
        for row in self.rows:
            row.asked.connect(self._ask)
            self._decks.addWidget(row)
        widest = max((row.counts.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            if not row.counts.wordWrap():
                row.counts.setMinimumWidth(widest)  # the bars beside them end in one line

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def _ask(self, what: str, deck_id: str) -> None:
        if what == "study":
            self.study_requested.emit([deck_id])
        elif what == "browse":
            self.browse_requested.emit(f'deck:"{deck_id}"')
        elif what.startswith("ahead-"):
            self.ahead_asked.emit(int(what.removeprefix("ahead-")), [deck_id])
        elif what == "cram":
            self.cram_asked.emit([deck_id])
        else:
            self.deck_asked.emit(what, deck_id)

    def _choose_form(self) -> None:
        study, form = self._study, self.form.form
        if study is None or self._today is None:
            return

        def keep() -> None:
            study.set_study_options(replace(study.study_options(), form=form))

        run_job(lambda _progress: keep(), lambda _: None, self._fail, owner=self)

    # --- after a break ------------------------------------------------------------------------

    def _read_backlog(self) -> None:
        study = self._study
        if study is not None:
            self._latest.run(
                "backlog", lambda: (study.backlog(), study.today()), self._show_backlog
            )

    def _show_backlog(self, read: tuple[Backlog, int]) -> None:
        self.backlog.show_backlog(*read)

    def _spread(self, days: int) -> None:
        study = self._study
        if study is not None:
            self._latest.run(
                "spread", lambda: study.spread_backlog(days), lambda _: self._spread_changed()
            )

    def _undo_spread(self) -> None:
        study = self._study
        if study is not None:
            self._latest.run("spread", study.undo_backlog, lambda _: self._spread_changed())

    def _spread_changed(self) -> None:
        if self._study is not None:
            self.backlog.hide()
            self.refresh(self._study)

    def _show_trouble(self, error: StudyError) -> None:
        self.headline.setText(error.what)
        self.more.show()
        self.more.setText(words.running((error.safe, error.mend)))
        announce(self, words.running((self.headline.text(), self.more.text())))
        self._hide_acts()
        self.backlog.hide()

    def _hide_acts(self) -> None:
        for part in (self.welcome, self.start, self.form, self.form.meaning, *self._others):
            part.hide()

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))


def today_of(study: Study) -> Today:
    """Read what the study home shows."""
    overview, clock = study.overview(), study.clock()
    exams = {
        deck: study.exam_plan(deck)
        for deck, options in study.deck_options().items()
        if options.exam is not None and options.exam.day > overview.today
    }
    return Today(
        overview,
        study.study_options().form,
        {
            deck.id: clock.day(deck.last_studied)
            for deck in overview.decks
            if deck.last_studied is not None
        },
        exams,
        {deck.id: study.about(deck.id) for deck in overview.decks if deck.last_studied is None},
    )
