"""Fills the frame: joins the pages, the session, the menus and what they ask of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from nqpf_study.domain.passage import Passage
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.ahead import import_ahead
from nqpf_study.ui.crash_dialog import CrashTeller
from nqpf_study.ui.day_watch import DayWatch
from nqpf_study.ui.language import speak
from nqpf_study.ui.memory_fit import MemoryFit
from nqpf_study.ui.menus import ERRANDS, fill_menus, insert_after, retell_menus
from nqpf_study.ui.opener import Opener, open_study
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.pages import Page
from nqpf_study.ui.places import Places
from nqpf_study.ui.recent import RecentFiles
from nqpf_study.ui.requests import Requests
from nqpf_study.ui.second_start import Request
from nqpf_study.ui.session.sittings import Sittings
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.tokens import SCALES
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
    from nqpf_study.ui.explore.page import ExplorePage
    from nqpf_study.ui.help import HelpPage
    from nqpf_study.ui.home.page import HomePage
    from nqpf_study.ui.preferences import Preferences
    from nqpf_study.ui.reader.page import SourcesPage
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
        self._test: QWidget | None = None
        self._interrupted = False
        """Whether a page was gone to while a session was on."""

        self._home = home
        self._preferences = preferences
        self._look = look
        self._log_file = log_file
        self._first: Callable[[], object] = self._start_at_home
        self._first_files: list[Path] = []
        self._requests: Requests | None = None
        self.opening = OpeningPage()
        self.opener = Opener(self.opening, home, open_study)
        self.session = SessionView(preferences)
        self.sittings = Sittings(self.session)
        self.places = Places(shell.stack)
        self._days = DayWatch(self)
        self._memory = MemoryFit(self)
        shell.stack.addWidget(self.opening)
        shell.stack.addWidget(self.session)
        self.actions = fill_menus(shell, self._acts())
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

        kept = self._preferences
        made = Errands(self.shell, self._home, self._log_file, lambda: kept.recent_files)
        made.changed.connect(self._show_changed)
        made.editing.shown.connect(self._note_shown)
        made.checking.source_requested.connect(self.read_source)
        made.message.connect(self.say)
        made.deck_files.opened.connect(self.recent.remember)
        made.deck_files.imported.connect(self._show_deck)
        made.safety.restored.connect(self._restore)
        made.practising.begun.connect(self._show_test)
        made.practising.left.connect(partial(self._show_test, None))
        made.practising.source_requested.connect(self.read_source)
        return made

    @cached_property
    def cramming(self) -> Cramming:
        """Return what practises without grading; imported when it is first asked."""
        from nqpf_study.ui.cram.cramming import Cramming  # noqa: PLC0415 - see above

        made = Cramming(self, self._preferences)
        made.begun.connect(self._show_test)
        made.left.connect(partial(self._show_test, None))
        made.source_requested.connect(self.read_source)
        made.message.connect(self.say)
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
        self._do_first(study=study, decks=decks, files=files)
        self._open()

    def _do_first(self, *, study: bool, decks: list[str] | None, files: Sequence[Path]) -> None:
        if study:
            self._first = partial(self._start_studying, decks)
        elif files:
            self._first_files += files
            self._first = self._start_with_files

    def listen(self) -> None:
        """Do, from now on, what later starts of the program are asked for."""
        self._requests = Requests(self._home, self)
        self._requests.arrived.connect(self.shell.come_forward)
        self._requests.asked.connect(self.answer)

    def answer(self, request: Request) -> None:
        """Do what a later start of the program, or the system, asks for."""
        decks = None if request.decks is None else list(request.decks)
        files = [Path(file) for file in request.files]
        if self.study is None:
            self._do_first(study=request.study, decks=decks, files=files)
        elif files:
            self.open_deck_files(files)
        elif request.study:
            self.go("study") if self.sittings.on else self.start(decks)

    def _open(self) -> None:
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.open()

    def _opened(self, study: Study) -> None:
        self.study = study
        first, self._first = self._first, self._start_at_home
        first()

    def _start_at_home(self) -> None:
        self.go("study")
        self._settle()

    def _start_with_files(self) -> None:
        self._start_at_home()
        files, self._first_files = self._first_files, []
        self.open_deck_files(files)

    def _start_studying(self, decks: list[str] | None) -> None:
        """Ask the first question before anything else is done."""
        self.session.painted.connect(self._settle)
        self.start(decks)

    def _settle(self) -> None:
        """Do what has time until the window is usable."""
        self.opener.bring_up_to_date()
        self._memory.look(self.study)
        self._days.watch(self.study)
        self.undoing.watch(self.study)
        import_ahead(self)

    def _restore(self, backup: Path) -> None:
        self._let_go()
        self.shell.stack.setCurrentWidget(self.opening)
        self.opener.restore(backup)

    def _let_go(self) -> None:
        """Let the collection go: no job works on it any more, no session is on."""
        self.session.leave()
        if "errands" in self.__dict__:  # made when first asked
            self.errands.queue.clear()
            self.errands.checking.close()
        self._drop_test()
        self._days.watch(None)
        self.undoing.watch(None)
        end_all_jobs()
        self.opener.let_go()
        if self.study is not None:
            self.study.close()
            self.study = None

    def _close(self) -> None:
        self._preferences.keep_place("window", self.shell.saveGeometry())
        if self._requests is not None:
            self._requests.close()
        self._let_go()

    # --- places -------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Show a place of the side bar; Study is the session while one is on."""
        if self.study is None:
            self.shell.be_at("study")
            return
        self.shell.be_at(place)
        if place == "study" and self.sittings.on:
            self.shell.show_alone(alone=True)
            self.shell.stack.setCurrentWidget(self.session)
            self.shell.setWindowTitle(self.tr("Studying"))
            if self._interrupted:
                self.session.tell_again()
            self._interrupted = False
        elif place == "study" and self._test is not None:
            self.shell.show_alone(alone=True)
            self.shell.stack.setCurrentWidget(self._test)
            self.shell.setWindowTitle(self._test.windowTitle() or self.tr("Practice test"))
        else:
            self.shell.show_alone(alone=False)
            page = self.places.show(place, self.study)
            self._interrupted = self.sittings.on
            announce(page, page.title)

    def _leave_session(self) -> None:
        """Show the decks again; the focus is on the deck of the session where more can be done."""
        self.go("study")
        if self.study is not None and (deck := self.sittings.unfinished_deck):
            cast("HomePage", self.places.page("study")).show_deck(deck)

    def _show_deck(self, deck_id: str) -> None:
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

    def _show_changed(self) -> None:
        """Have the page and the session show what was just changed."""
        self.refresh()
        if "errands" in self.__dict__:  # made when first asked
            self.errands.checking.renew()
        if self.sittings.on:
            self.session.read_again()

    def _note_shown(self, card: StoredCard) -> None:
        if self.sittings.on:
            self.session.show_note(card)

    def edit_note(self, card: StoredCard) -> None:
        """Edit a card's note in its deck file."""
        if self.study is not None:
            self.errands.editing.ask(self.study, card)

    def _fail(self, error: StudyError) -> None:
        if self.shell.stack.currentWidget() is self.opening:
            self._start_at_home()
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

    def _turn(self, turn: Callable[[], object]) -> None:
        """Undo or redo a step, but for where nothing counts."""
        if self._test is not None and self.shell.stack.currentWidget() is self._test:
            self.say(self.tr("Nothing counts here: there is nothing to undo."))
        else:
            turn()

    def _show_test(self, view: QWidget | None) -> None:
        """Show the practice test, or the round of practice, that is on; or the decks again."""
        self._drop_test()
        self._test = view
        if view is not None:
            self.shell.stack.addWidget(view)
        self.go("study")

    def _drop_test(self) -> None:
        """Do away with what was practised."""
        if self._test is not None:
            self.shell.stack.removeWidget(self._test)
            self._test.deleteLater()
            self._test = None

    # --- what the menus and the pages ask for -------------------------------------------------

    def open_deck_files(self, places: Sequence[Path]) -> None:
        """Show what importing deck files, packages or folders of them would do, one by one."""
        if self.study is not None:
            self.errands.queue.add(self.study, places)

    def open_deck_file(self, path: Path) -> None:
        """Show what importing a deck file or package would do."""
        self.open_deck_files([path])

    def set_text_scale(self, scale: float) -> None:
        """Set how large text is."""
        self._preferences.text_scale = scale
        self._dress()

    def _speak(self) -> None:
        """Speak the language that is chosen: pages are made anew, a session goes on as it is."""
        speak(self._preferences.language)
        for dialog in self.shell.findChildren(QDialog):
            dialog.close()
        self.shell.retell()
        retell_menus(self.shell, self.actions)
        self.recent.retell()
        self.opening.retell()
        self.places.forget()
        before, self.session = self.session, SessionView(self._preferences)
        self.shell.stack.addWidget(self.session)
        self._join_session()
        self.sittings.show_on(self.session)
        before.hand_over(self.session)
        self.undoing.retell()
        self.shell.stack.removeWidget(before)
        before.deleteLater()
        self.go("settings")
        cast("SettingsPage", self.places.current).language.setFocus()

    def _step_text(self, steps: int) -> None:
        at = SCALES.index(self._preferences.text_scale) + steps
        self.set_text_scale(SCALES[max(0, min(at, len(SCALES) - 1))])

    def _dress(self) -> None:
        self._look.choose(self._preferences.appearance, self._preferences.text_scale)
        if self.places.shown == "settings":
            page = cast("SettingsPage", self.places.current)
            page.show_preferences(self._preferences, self._home)

    def _acts(self) -> dict[str, Callable[[], object]]:
        places = ("study", "browse", "sources", "explore", "progress", "settings")
        return {
            **{place: partial(self.go, place) for place in places},
            **{errand: partial(self._run_errand, errand) for errand in ERRANDS},
            "quit": self.shell.close,
            "undo": lambda: self._turn(self.undoing.undo),
            "redo": lambda: self._turn(self.undoing.redo),
            "find": self.find,
            "larger": partial(self._step_text, 1),
            "smaller": partial(self._step_text, -1),
            "normal": partial(self.set_text_scale, 1.0),
            "full": self._full_screen,
            "keys": self._help,
        }

    def _run_errand(self, errand: str) -> None:
        self.errands.run(errand, self.study)

    def _join(self) -> None:
        self.opener.opened.connect(self._opened)
        self.opener.changed.connect(self.refresh)
        self.opening.retried.connect(self._open)
        self.opening.restore_asked.connect(self.actions["restore"].trigger)
        self.opening.folder_asked.connect(self.actions["folder"].trigger)
        self.shell.chosen.connect(self.go)
        self.shell.files_dropped.connect(self.open_deck_files)
        self.shell.closing.connect(self._close)
        self.places.made.connect(self._join_page)
        self.sittings.begun.connect(partial(self.go, "study"))
        self.sittings.left.connect(self._leave_session)
        self.sittings.failed.connect(self._fail)
        self._join_session()
        self._days.turned.connect(self.refresh)
        self.undoing.changed.connect(self._show_changed)
        for speaker in (self.opener, self.sittings, self._days, self.undoing):
            speaker.message.connect(self.say)

    def _join_session(self) -> None:
        self.session.painted.connect(self.question_painted)
        self.session.source_requested.connect(self.read_source)
        self.session.edit_requested.connect(self.edit_note)
        self.session.undo_passed_on.connect(self.undoing.undo)
        self.session.redo_passed_on.connect(self.undoing.redo)
        self.session.message.connect(self.say)

    def _join_page(self, place: str, page: Page) -> None:
        page.study_requested.connect(self.start)
        page.source_requested.connect(self.read_source)
        page.browse_requested.connect(self.browse)
        page.import_requested.connect(self.open_deck_file)
        page.message.connect(self.say)
        if place == "study":
            home = cast("HomePage", page)
            home.open_asked.connect(self.actions["open"].trigger)
            home.deck_asked.connect(self._ask_deck)
            home.ahead_asked.connect(self.study_ahead)
            home.cram_asked.connect(self.cram)
        elif place == "browse":
            browse = cast("BrowsePage", page)
            browse.edit_requested.connect(self.edit_note)
            browse.remember(self._preferences)
        elif place == "explore":
            cast("ExplorePage", page).remember(self._preferences)
        elif place == "settings":
            settings = cast("SettingsPage", page)
            settings.show_preferences(self._preferences, self._home)
            settings.look_changed.connect(self._dress)
            settings.language_changed.connect(self._speak)
            settings.limits_asked.connect(partial(self._ask_deck, "limits"))
            settings.act_asked.connect(lambda act: self.actions[act].trigger())

        elif place == "help":
            cast("HelpPage", page).guide_asked.connect(self.actions["guide"].trigger)

    def _ask_deck(self, what: str, deck_id: str) -> None:
        if self.study is None:
            return
        if what == "practice":
            self.errands.practising.ask(self.study, [deck_id])
        else:
            self.errands.deck_acts.do(self.study, what, deck_id)

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
