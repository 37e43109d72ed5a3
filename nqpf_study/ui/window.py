"""Fills the frame: joins the pages, the session, the menus and what they ask of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from nqpf_study.domain.passage import Passage
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.ahead import import_ahead
from nqpf_study.ui.arrivals import Arrivals
from nqpf_study.ui.crash_dialog import CrashTeller
from nqpf_study.ui.day_watch import DayWatch
from nqpf_study.ui.joining import join_cramming, join_errands, join_page, join_session
from nqpf_study.ui.language import speak
from nqpf_study.ui.memory_fit import MemoryFit
from nqpf_study.ui.menu_acts import MenuActs
from nqpf_study.ui.menus import fill_menus, insert_after, retell_menus
from nqpf_study.ui.opener import Opener, open_study
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.places import Places
from nqpf_study.ui.recent import RecentFiles
from nqpf_study.ui.session.sittings import Sittings
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.showing import Showing
from nqpf_study.ui.undoing import Undoing
from nqpf_study.ui.work import end_all_jobs

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.ports import StoredCard
    from nqpf_study.ui.browse.page import BrowsePage
    from nqpf_study.ui.cram.cramming import Cramming
    from nqpf_study.ui.crash import CrashHandler
    from nqpf_study.ui.errands import Errands
    from nqpf_study.ui.home.page import HomePage
    from nqpf_study.ui.preferences import Preferences
    from nqpf_study.ui.reader.page import SourcesPage
    from nqpf_study.ui.session.question_view import QuestionView
    from nqpf_study.ui.settings.page import SettingsPage
    from nqpf_study.ui.style import Look


class Window(QObject):
    """The main window's life: opening the collection, going from place to place, and leaving."""

    question_painted = Signal()
    """A session's first question was painted."""

    def __init__(
        self,
        shell: Shell,
        home: Path,
        preferences: Preferences,
        look: Look,
        crashes: CrashHandler,
        log_file: Path,
        open_study: Callable[[Path], Study] = open_study,
    ) -> None:
        super().__init__(shell)
        self.shell = shell
        self.study: Study | None = None
        self.home = home
        self.preferences = preferences
        self._look = look
        self._log_file = log_file
        self.arrivals = Arrivals(self)
        self.opening = OpeningPage()
        self.opener = Opener(self.opening, home, open_study)
        self.session = SessionView(preferences)
        self.sittings = Sittings(self.session)
        self.places = Places(shell.stack)
        self.showing = Showing(shell, self.places, self.sittings)
        self._days = DayWatch(self)
        self._memory = MemoryFit(self)
        shell.stack.addWidget(self.opening)
        shell.stack.addWidget(self.session)
        self.actions = fill_menus(shell, MenuActs(self).by_name())
        self.recent = RecentFiles(preferences, shell)
        self.recent.chosen.connect(self.open_deck_file)
        insert_after(self.actions["open"], self.recent)
        self.undoing = Undoing(shell, self.sittings, self.actions)
        self._join()
        CrashTeller(crashes, log_file, shell)

    @cached_property
    def errands(self) -> Errands:
        """Return what does the menus' errands; its dialogs are imported when it is first asked."""
        from nqpf_study.ui.errands import Errands  # noqa: PLC0415 - see above

        kept = self.preferences
        made = Errands(self.shell, self.home, self._log_file, lambda: kept.recent_files)
        join_errands(self, made)
        return made

    @cached_property
    def cramming(self) -> Cramming:
        """Return what practises without grading; imported when it is first asked."""
        from nqpf_study.ui.cram.cramming import Cramming  # noqa: PLC0415 - see above

        made = Cramming(self, self.preferences)
        join_cramming(self, made)
        return made

    # --- opening and leaving ------------------------------------------------------------------

    def open(
        self,
        *,
        study: bool = False,
        decks: list[str] | None = None,
        files: Sequence[Path] = (),
    ) -> None:
        """Open the collection; then start a session over `decks`, or open deck files, if asked."""
        self.arrivals.ask(study=study, decks=decks, files=files)
        self._open()

    def _open(self) -> None:
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.open()

    def _opened(self, study: Study) -> None:
        self.study = study
        self.arrivals.begin()

    def settle(self) -> None:
        """Do what has time until the window is usable."""
        self.opener.bring_up_to_date()
        self._memory.look(self.study)
        self._days.watch(self.study)
        self.undoing.watch(self.study)
        import_ahead(self)

    def restore(self, backup: Path) -> None:
        """Put a backup in the collection's place, and open that."""
        self._let_go()
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.restore(backup)

    def _let_go(self) -> None:
        """Let the collection go: no job works on it any more, no session is on."""
        self.session.leave()
        if "errands" in self.__dict__:  # made when first asked
            self.errands.queue.clear()
            self.errands.checking.close()
        self.showing.take_up(None)
        self._days.watch(None)
        self.undoing.watch(None)
        end_all_jobs()
        self.opener.let_go()
        if self.study is not None:
            self.study.close()
            self.study = None

    def _close(self) -> None:
        self.preferences.keep_place("window", self.shell.saveGeometry())
        self.arrivals.close()
        for timer in self.shell.findChildren(QTimer):
            timer.stop()  # what it waits with would be asked of a closed collection
        self._let_go()

    # --- places -------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Show a place of the side bar; Study is the session while one is on."""
        if self.study is None:
            self.shell.be_at("study")
        else:
            self.showing.show(place, self.study)

    def _leave_session(self) -> None:
        """Show the decks again; the focus is on the deck of the session where more can be done."""
        self.go("study")
        if self.study is not None and (deck := self.sittings.unfinished_deck):
            cast("HomePage", self.places.page("study")).show_deck(deck)

    def show_deck(self, deck_id: str) -> None:
        """Put the focus on a deck, where the decks show."""
        home = self.places.current
        if home is not None and home.isVisible() and self.places.shown == "study":
            cast("HomePage", home).show_deck(deck_id)

    def find(self) -> None:
        """Put the focus where one types to find something: on the page, else in the browser."""
        if self.places.shown not in ("browse", "sources", "explore"):
            self.go("browse")
        if self.places.current is not None:
            self.places.current.focus_search()

    def browse(self, search: str) -> None:
        """Show what a search finds."""
        self.go("browse")
        if self.study is not None:
            cast("BrowsePage", self.places.page("browse")).show_search(search)

    def read_source(self, source_id: str, passage: Passage | None) -> None:
        """Show a source at a passage."""
        self.go("sources")
        if self.study is not None:
            cast("SourcesPage", self.places.page("sources")).show_passage(source_id, passage)

    def refresh(self) -> None:
        """Have the page on the screen show what the collection holds now."""
        if self.study is not None:
            self.places.refresh(self.study)

    def show_changed(self) -> None:
        """Have the page and the session show what was just changed."""
        self.refresh()
        if "errands" in self.__dict__:  # made when first asked
            self.errands.checking.renew()
        if self.sittings.on:
            self.session.read_again()

    def show_note(self, card: StoredCard) -> None:
        """Have the session show a card's note as it was just edited."""
        if self.sittings.on:
            self.session.show_note(card)

    def edit_note(self, card: StoredCard) -> None:
        """Edit a card's note in its deck file."""
        if self.study is not None:
            self.errands.editing.ask(self.study, card)

    def _fail(self, error: StudyError) -> None:
        if self.shell.stack.currentWidget() is self.opening:
            self.arrivals.be_at_home()
        self.say(str(error))

    def say(self, text: str) -> None:
        """Say something in the quiet bar at the bottom, and to screen readers."""
        self.shell.say(text)
        announce(self.shell, text)

    # --- the session --------------------------------------------------------------------------

    def start(self, decks: list[str] | None = None) -> None:
        """Start a session over the cards of `decks` (None: all)."""
        if self.study is not None:
            self.sittings.start(self.study, decks)

    def study_ahead(self, days: int, decks: list[str] | None = None) -> None:
        """Start a session over what becomes due in so many days."""
        if self.study is not None:
            self.sittings.study_ahead(self.study, days, decks)

    def cram(self, decks: list[str] | None = None) -> None:
        """Practise cards of `decks` (None: all) without grading."""
        if self.study is not None:
            self.cramming.start(self.study, decks)

    def show_practice(self, view: QuestionView | None) -> None:
        """Show the view of a practice test, or of a round of practice; None: the decks again."""
        self.showing.take_up(view)
        self.go("study")

    # --- what the menus and the pages ask for -------------------------------------------------

    def open_deck_files(self, places: Sequence[Path]) -> None:
        """Show what importing deck files, packages or folders of them would do, one by one."""
        if self.study is not None:
            self.errands.queue.add(self.study, places)

    def open_deck_file(self, path: Path) -> None:
        """Show what importing a deck file or package would do."""
        self.open_deck_files([path])

    def ask_deck(self, what: str, deck_id: str) -> None:
        """Do to one deck what its row on the study page asks for, or have its limits edited."""
        if self.study is None:
            return
        if what == "practice":
            self.errands.practising.ask(self.study, [deck_id])
        else:
            self.errands.deck_acts.do(self.study, what, deck_id)

    def set_text_scale(self, scale: float) -> None:
        """Set how large text is."""
        self.preferences.text_scale = scale
        self.dress()

    def speak(self) -> None:
        """Speak the language that is chosen: pages are made anew, a session goes on as it is."""
        speak(self.preferences.language)
        for dialog in self.shell.findChildren(QDialog):
            dialog.close()
        self.shell.retell()
        retell_menus(self.shell, self.actions)
        self.recent.retell()
        self.opening.retell()
        self.places.forget()
        before, self.session = self.session, SessionView(self.preferences)
        self.shell.stack.addWidget(self.session)
        join_session(self, self.session)
        self.sittings.show_on(self.session)
        before.hand_over(self.session)
        self.undoing.retell()
        self.shell.stack.removeWidget(before)
        before.deleteLater()
        self.go("settings")
        cast("SettingsPage", self.places.current).language.setFocus()

    def dress(self) -> None:
        """Wear the colours and the text size that are chosen."""
        self._look.choose(self.preferences.appearance, self.preferences.text_scale)
        if self.places.shown == "settings":
            page = cast("SettingsPage", self.places.current)
            page.show_preferences(self.preferences, self.home)

    def _join(self) -> None:
        self.opener.opened.connect(self._opened)
        self.opener.changed.connect(self.refresh)
        self.opening.retried.connect(self._open)
        self.opening.restore_asked.connect(self.actions["restore"].trigger)
        self.opening.folder_asked.connect(self.actions["folder"].trigger)
        self.shell.chosen.connect(self.go)
        self.shell.files_dropped.connect(self.open_deck_files)
        self.shell.closing.connect(self._close)
        self.places.made.connect(partial(join_page, self))
        self.sittings.begun.connect(partial(self.go, "study"))
        self.sittings.left.connect(self._leave_session)
        self.sittings.failed.connect(self._fail)
        join_session(self, self.session)
        self._days.turned.connect(self.refresh)
        self.undoing.changed.connect(self.show_changed)
        for speaker in (self.opener, self.sittings, self._days, self.undoing, self._memory):
            speaker.message.connect(self.say)
