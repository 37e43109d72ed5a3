"""Taking a practice test: asked for, drawn in a worker, shown, printed and kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.language import told
from nqpf_study.ui.practice.setup import SetupDialog, Wanted
from nqpf_study.ui.practice.view import PracticeView
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.printing import Make, Printing
from nqpf_study.ui.widgets.trouble import show_trouble
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.search_query import SavedSearch
    from nqpf_study.study.marks import TagInUse
    from nqpf_study.study.practice import Practice


class Practising(QObject):
    """Asks what a test is to be about, and takes it through to its result."""

    begun = Signal(QWidget)
    """A test is on: show this view."""

    left = Signal()
    """The test is over."""

    source_requested = Signal(str, object)
    message = Signal(str)

    def __init__(self, window: QWidget, home: Path) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._printing = Printing(window)
        self._printing.message.connect(self.message)
        self._study: Study | None = None
        self._setup: SetupDialog | None = None
        self._view: PracticeView | None = None

    def ask(self, study: Study, decks: Collection[str] = ()) -> None:
        """Ask what a test is to be about; `decks` (ids) are marked, all where there are none."""

        def read() -> tuple[dict[str, str], list[TagInUse], tuple[SavedSearch, ...]]:
            titles = {deck.id: deck.title for deck in study.overview().decks}
            return titles, study.tags_in_use(), study.saved_searches()

        def show(found: tuple[dict[str, str], list[TagInUse], tuple[SavedSearch, ...]]) -> None:
            titles, tags, searches = found
            setup = SetupDialog(titles, decks, self._window, tags, searches)
            setup.started.connect(lambda wanted: self._draw(study, wanted, self._begin))
            setup.paper_asked.connect(lambda wanted: self._draw(study, wanted, self._on_paper))
            self._study, self._setup = study, setup
            setup.open()

        run_job(lambda _progress: read(), show, self._fail, owner=self)

    def _draw(self, study: Study, wanted: Wanted, then: Callable[[Practice], object]) -> None:
        def drawn(practice: Practice) -> None:
            if not practice.questions:
                self._refuse(
                    StudyError(self.tr("No card fits. Choose more decks or tags, or fewer words."))
                )
                return
            then(practice)

        run_job(
            lambda progress: study.practice(
                decks=wanted.decks,
                tags=wanted.tags,
                search=wanted.search,
                count=wanted.count,
                form=wanted.form,
                progress=progress,
            ),
            drawn,
            self._refuse,
            owner=self,
        )

    def _begin(self, practice: Practice) -> None:
        self._close_setup()
        if self._study is not None:
            view = self._made()
            self.begun.emit(view)
            view.begin(self._study, practice, pinyin=Preferences(self._home).pinyin)

    def _made(self) -> PracticeView:
        """Make the view of a new test; whoever shows it does away with it."""
        view = PracticeView()
        view.ended.connect(self._leave)
        view.source_requested.connect(self.source_requested)
        view.message.connect(self.message)
        view.save_asked.connect(self._save)
        view.print_asked.connect(self._print)
        self._view = view
        return view

    def _leave(self) -> None:
        self._view = None
        self.left.emit()

    def _on_paper(self, practice: Practice) -> None:
        out = self._printing.place(self.tr("Practice test on paper"), self.tr("Practice test"))
        if out is not None:
            self._close_setup()
            self._printing.write(out, self._sheet(practice))

    def _save(self) -> None:
        if self._view is None or self._view.trial is None:
            return
        make = self._sheet(self._view.trial.practice)
        out = self._printing.place(self.tr("Save the result"), self.tr("Practice test"))
        if out is not None:
            self._printing.write(out, make)

    def _print(self) -> None:
        if self._view is not None and self._view.trial is not None:
            make = self._sheet(self._view.trial.practice)
            self._printing.print_out(self.tr("Practice test"), make)

    def _sheet(self, practice: Practice) -> Make:
        study = self._study
        if study is None:
            raise RuntimeError("no test was drawn yet")
        return lambda _progress: study.practice_sheet(practice, told)

    def _close_setup(self) -> None:
        if self._setup is not None:
            self._setup.close()
            self._setup.deleteLater()
            self._setup = None

    def _refuse(self, error: StudyError) -> None:
        if self._setup is not None:
            self._setup.fail(error)
        else:
            self._fail(error)

    def _fail(self, error: StudyError) -> None:
        show_trouble(error, self._window)
