"""Fills the frame: joins the pages, the session, the menus and what they ask of each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication

from nqpf_study.domain.passage import Passage
from nqpf_study.ui.about import AboutDialog
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.anki_export import AnkiExport
from nqpf_study.ui.crash_dialog import CrashTeller
from nqpf_study.ui.deck_acts import DeckActs
from nqpf_study.ui.deck_files import DeckFiles
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.menus import fill_menus
from nqpf_study.ui.opener import Opener, open_study
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.pages import Page
from nqpf_study.ui.places import Places
from nqpf_study.ui.safety import Safety
from nqpf_study.ui.session.sitting import undone_said
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.settings.page import SettingsPage
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.tokens import SCALES
from nqpf_study.ui.work import Job, end_all_jobs, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.domain.review import LogEntry
    from nqpf_study.study.session import Session
    from nqpf_study.ui.crash import CrashHandler
    from nqpf_study.ui.preferences import Preferences
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
        self._home = home
        self._preferences = preferences
        self._look = look
        self._log_file = log_file
        self._starting: Job | None = None
        self._in_session = False
        self._day: int | None = None
        self._then: Callable[[], object] = lambda: None
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.opening = OpeningPage()
        self.opener = Opener(self.opening, home, open_study)
        self.session = SessionView(preferences)
        self.places = Places(shell.stack)
        self.deck_files = DeckFiles(shell)
        self.export = AnkiExport(shell)
        self.deck_acts = DeckActs(shell, self.deck_files, self.export)
        self.safety = Safety(shell, home)
        shell.stack.addWidget(self.opening)
        shell.stack.addWidget(self.session)
        self.actions = fill_menus(shell, self._acts())
        self._join()
        CrashTeller(crashes, log_file, shell)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._look_at_day)

    # --- opening and leaving ------------------------------------------------------------------

    def open(
        self,
        *,
        study: bool = False,
        decks: list[str] | None = None,
        open_file: Path | None = None,
    ) -> None:
        """Open the collection; then start a session over `decks`, or open a deck file, if asked."""
        if study:
            self._then = lambda: self.start(decks)
        elif open_file is not None:
            self._then = lambda: self.open_deck_file(open_file)
        self._open()

    def _open(self) -> None:
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.open()

    def _opened(self, study: Study) -> None:
        self.study = study
        self.go("study")
        self._look_at_day()
        then, self._then = self._then, lambda: None
        then()

    def _restore(self, backup: Path) -> None:
        self._let_go()
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.restore(backup)

    def _let_go(self) -> None:
        """Let the collection go: no job works on it any more, no session is on."""
        self._leave_session()
        end_all_jobs()
        self.opener.let_go()
        if self.study is not None:
            self.study.close()
            self.study = None

    def _close(self) -> None:
        self._preferences.keep_place("window", self.shell.saveGeometry())
        self._let_go()

    # --- places -------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Show a place of the side bar; Study is the session while one is on."""
        if self.study is None:
            self.shell.be_at("study")
            return
        self.shell.be_at(place)
        if place == "study" and self._in_session:
            self.shell.show_alone(alone=True)
            self.shell.stack.setCurrentWidget(self.session)
            self.shell.setWindowTitle(self.tr("Studying"))
        else:
            self.shell.show_alone(alone=False)
            self.places.show(place, self.study)

    def find(self) -> None:
        """Put the focus where one types to find something: in the source, else in the browser."""
        if self.places.shown not in ("browse", "sources"):
            self.go("browse")
        if self.places.current is not None:
            self.places.current.focus_search()

    def browse(self, search: str) -> None:
        """Show what a search finds."""
        self.go("browse")
        if self.study is not None:
            from nqpf_study.ui.browse.page import BrowsePage  # noqa: PLC0415 - when first shown

            page = self.places.page("browse")
            assert isinstance(page, BrowsePage)  # noqa: S101 - the place's page
            page.show_search(search)

    def read_source(self, source_id: str, passage: Passage | None) -> None:
        """Show a source at a passage."""
        self.go("sources")
        if self.study is not None:
            from nqpf_study.ui.reader.page import SourcesPage  # noqa: PLC0415 - as above

            page = self.places.page("sources")
            assert isinstance(page, SourcesPage)  # noqa: S101 - the place's page
            page.show_passage(source_id, passage)

    def refresh(self) -> None:
        """Have the page on the screen show what the collection holds now."""
        if self.study is not None:
            self.places.refresh(self.study)

    def _look_at_day(self) -> None:
        """Show the new study day to a learner who comes back to a window left open."""
        study = self.study
        if study is not None:
            run_job(lambda _progress: study.today(), self._be_in_day, self._fail, owner=self)

    def _be_in_day(self, day: int) -> None:
        before, self._day = self._day, day
        if before not in (None, day):
            self.refresh()

    def _fail(self, error: StudyError) -> None:
        self.say(str(error))

    def say(self, text: str) -> None:
        """Say something in the quiet bar at the bottom, and to screen readers."""
        self.shell.say(text)
        announce(self.shell, text)

    # --- the session --------------------------------------------------------------------------

    def start(self, decks: list[str] | None = None) -> None:
        """Start a session over the cards of `decks` (None: all)."""
        study = self.study
        if study is not None:
            self._start(study, lambda: (study.session(decks), ""))

    def undo(self) -> None:
        """Take back the newest act, and ask its card again; in a session of its own if need be."""
        study = self.study
        if self._in_session:
            self.go("study")
            self.session.undo()
        elif study is not None:

            def taken_back() -> tuple[Session | None, str]:
                session = study.session(None)
                entry: LogEntry | None = session.undo()
                return (session if entry else None), undone_said(entry)

            self._start(study, taken_back)

    def _start(self, study: Study, begin: Callable[[], tuple[Session | None, str]]) -> None:
        if self._starting is not None:
            self._starting.forget()

        def begun(result: tuple[Session | None, str]) -> None:
            session, said = result
            if session is not None:
                self._in_session = True
                self.go("study")
                self.session.begin(study, session)
            if said:
                self.say(said)

        self._starting = run_job(lambda _progress: begin(), begun, self._fail, owner=self)

    def _leave_session(self) -> None:
        if self._in_session:
            self._in_session = False
            self.go("study")

    # --- what the menus and the pages ask for -------------------------------------------------

    def open_deck_file(self, path: Path) -> None:
        """Show what importing a deck file would do."""
        if self.study is not None:
            self.deck_files.open(self.study, path)

    def set_text_scale(self, scale: float) -> None:
        """Set how large text is."""
        self._preferences.text_scale = scale
        self._dress()

    def _step_text(self, steps: int) -> None:
        at = SCALES.index(self._preferences.text_scale) + steps
        self.set_text_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def _dress(self) -> None:
        self._look.choose(self._preferences.appearance, self._preferences.text_scale)
        page = self.places.current
        if isinstance(page, SettingsPage):
            page.show_preferences(self._preferences, self._home)

    def _with_study(self, act: Callable[[Study], object]) -> Callable[[], object]:
        return lambda: act(self.study) if self.study is not None else None

    def _acts(self) -> dict[str, Callable[[], object]]:
        places = ("study", "browse", "sources", "progress", "settings")
        return {
            **{place: partial(self.go, place) for place in places},
            "open": self._with_study(self.deck_files.choose),
            "export": self._with_study(self.export.ask),
            "backup": self._with_study(self.safety.back_up),
            "restore": self.safety.choose_backup,
            "folder": self.safety.show_folder,
            "quit": self.shell.close,
            "undo": self.undo,
            "find": self.find,
            "larger": lambda: self._step_text(1),
            "smaller": lambda: self._step_text(-1),
            "normal": lambda: self.set_text_scale(1.0),
            "full": self._full_screen,
            "keys": self._help,
            "about": lambda: AboutDialog(self._home, self._log_file, self.shell).open(),
        }

    def _join(self) -> None:
        self.opener.opened.connect(self._opened)
        self.opener.changed.connect(self.refresh)
        self.opening.retried.connect(self._open)
        self.opening.restore_asked.connect(self.safety.choose_backup)
        self.opening.folder_asked.connect(self.safety.show_folder)
        self.opener.message.connect(self.say)
        self.shell.chosen.connect(self.go)
        self.shell.files_dropped.connect(lambda paths: self.open_deck_file(paths[0]))
        self.shell.closing.connect(self._close)
        self.places.made.connect(self._join_page)
        self.session.ended.connect(self._leave_session)
        self.session.painted.connect(self.question_painted)
        self.session.source_requested.connect(self.read_source)
        self.safety.restored.connect(self._restore)
        for part in (self.deck_files, self.deck_acts, self.safety):
            part.changed.connect(self.refresh)
        for speaker in (self.session, self.deck_files, self.deck_acts, self.export, self.safety):
            speaker.message.connect(self.say)

    def _join_page(self, _place: str, page: Page) -> None:
        page.study_requested.connect(self.start)
        page.source_requested.connect(self.read_source)
        page.browse_requested.connect(self.browse)
        page.import_requested.connect(self.open_deck_file)
        page.message.connect(self.say)
        if isinstance(page, HomePage):
            page.open_asked.connect(self.actions["open"].trigger)
            page.deck_asked.connect(self._ask_deck)
        elif isinstance(page, SettingsPage):
            page.show_preferences(self._preferences, self._home)
            page.look_changed.connect(self._dress)
            page.limits_asked.connect(lambda deck_id: self._ask_deck("limits", deck_id))
            page.folder_asked.connect(self.safety.show_folder)
            page.backup_asked.connect(self.actions["backup"].trigger)
            page.restore_asked.connect(self.safety.choose_backup)
            page.examine_asked.connect(self._with_study(self.safety.examine))

    def _ask_deck(self, what: str, deck_id: str) -> None:
        if self.study is not None:
            self.deck_acts.do(self.study, what, deck_id)

    def _help(self) -> None:
        if self.shell.stack.currentWidget() is self.session:
            self.session.show_keys()
        else:
            self.go("help")

    def _full_screen(self) -> None:
        if self.shell.isFullScreen():
            self.shell.showNormal()
        else:
            self.shell.showFullScreen()
