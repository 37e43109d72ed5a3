"""The window of a deck check, to stand beside a text editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.deck import Note
from nqpf_study.domain.errors import Problem, StudyError
from nqpf_study.study.lookup import look_up
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.deck_check.cards import CardsPanel
from nqpf_study.ui.deck_check.changes import ChangesPanel
from nqpf_study.ui.deck_check.checkup import Checkup, check_again, check_up
from nqpf_study.ui.deck_check.watch import FileWatch
from nqpf_study.ui.importing.model import ImportPlan, errors_and_warnings
from nqpf_study.ui.importing.problems import ProblemsPanel
from nqpf_study.ui.message_bar import MESSAGE_TIME
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP, scaled
from nqpf_study.ui.widgets.dialog import Dialog
from nqpf_study.ui.widgets.text import CardText, Text
from nqpf_study.ui.widgets.waiting import PATIENCE
from nqpf_study.ui.words import counted, listed

if TYPE_CHECKING:
    from nqpf_study.app import Preview, Study

SIZE = QSize(860, 640)


class DeckCheck(Dialog):
    """A deck file's problems, cards and changes, shown anew whenever the file is saved."""

    import_asked = Signal(object)
    """Import what is shown (a Preview)."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    message = Signal(str)

    def __init__(self, study: Study, first: Checkup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._checkup = first
        self._documents = first.preview.checked.documents
        self._latest = Latest(self, self._fail)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        scale = text_scale()
        size = QSize(scaled(SIZE.width(), scale), scaled(SIZE.height(), scale))
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(size.boundedTo(room))
        self.title = CardText("", "title")
        self.state = Text("", "small", wrap=True)
        self.problems = ProblemsPanel((), ())
        self.cards = CardsPanel()
        self.changes = ChangesPanel()
        self.parts = QStackedWidget()
        self.choices = QButtonGroup(self)
        self.watch = FileWatch(self)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._say_busy)
        self._said = QTimer(self, singleShot=True, interval=MESSAGE_TIME)
        self._said.setObjectName("said")
        self._said.timeout.connect(self._say_state)
        self.message.connect(self.say)
        self._lay_out()
        self.watch.changed.connect(self._look)
        self.problems.chosen.connect(self._show_note)
        self.problems.text.setAccessibleDescription(self.tr("Enter shows the note's cards"))
        self.problems.text.setToolTip(self.tr("A double click or Enter shows the note's cards"))
        self.cards.note_changed.connect(self._look_up)
        self.cards.pane.source_requested.connect(self.source_requested)
        self.changes.import_asked.connect(lambda: self.import_asked.emit(self.preview))
        self.show_checkup(first)
        grave = not first.preview.checked.importable
        begin = self.choices.button(0 if grave or first.preview.checked.problems else 1)
        begin.click()
        begin.setFocus()

    @property
    def path(self) -> Path:
        """Return the file that is checked."""
        return self._checkup.path

    @property
    def preview(self) -> Preview:
        """Return what importing the file as it is shown would do."""
        return self._checkup.preview

    def check_again(self) -> None:
        """Check the file, whether it was saved or not."""
        study, path = self._study, self.path
        self._late.start()
        self._latest.run_long(
            "check", lambda progress: check_up(study, path, progress), self.show_checkup
        )

    def show_checkup(self, checkup: Checkup | None) -> None:
        """Show what a check found; None where nothing has changed."""
        last = self._checkup
        self._late.stop()
        self._checkup = checkup or last
        self.watch.watch(self._checkup.stamps)
        if not self._said.isActive():
            self._say_state()
        if checkup is None:
            return
        checked = checkup.preview.checked
        deck = checked.deck
        if deck is not None or not self.title.said:
            self.title.say(deck.title if deck is not None else checkup.path.name)
        self.setWindowTitle(self.tr("Check of {file}").replace("{file}", checkup.path.name))
        self.problems.show_problems(checked.problems, checked.waived)
        self._show_cards(checkup.notes)
        plan = ImportPlan(checkup.preview)
        if not plan.importable and self.changes.isAncestorOf(self.focusWidget()):
            self.choices.button(2).setFocus()  # before its place is hidden: it would stray
        self.changes.show_plan(plan, checkup.before)
        found = errors_and_warnings(checked.problems)
        cards = counted(len(self.cards.notes), self.tr("1 note"), self.tr("{n} notes"))
        for number, text in enumerate((found, cards, self._changes_said(plan))):
            self.choices.button(number).setText(text)
        if last is not checkup:
            announce(self, listed((found, cards)))

    def say(self, text: str) -> None:
        """Show, for a while, what the main window says too: it may be behind this one."""
        self.state.setText(text)
        set_role(self.state, "")
        self._said.start()

    def _say_state(self) -> None:
        said = self.tr("{path} · checked at {time}, and again whenever it is saved")
        at = self._checkup.at
        self.state.setText(said.replace("{path}", str(self.path)).replace("{time}", at))
        set_role(self.state, "small")

    def _say_busy(self) -> None:
        self.state.setText(self.tr("Checking {file}").replace("{file}", str(self.path)))

    def done(self, result: int) -> None:
        """Close, and look at the file no more."""
        self.watch.stop()
        self._late.stop()
        self._said.stop()
        super().done(result)

    def _changes_said(self, plan: ImportPlan) -> str:
        if self.preview.changes is None:
            return self.tr("No import")
        if not plan.importable:
            return self.tr("No changes")
        notes = sum(len(group.notes) for group in plan.groups)
        return (
            counted(notes, self.tr("1 change"), self.tr("{n} changes"))
            if notes
            else (self.tr("Changes"))
        )

    def _show_cards(self, notes: tuple[Note, ...]) -> None:
        """Show the notes; those of before where nothing of the file could be read."""
        checked = self.preview.checked
        if checked.lines or checked.importable or not self.cards.notes:
            said = ""
            if not checked.importable:
                said = (
                    self.tr("Notes with an error are left out here.")
                    if checked.lines
                    else self.tr("The file can't be read as it is now.")
                )
            self._documents = checked.documents
            self.cards.show_notes(notes, said, checked.lines, self._checkup.troubles)
        else:
            said = self.tr("The file can't be read as it is now: these are its cards of before.")
            self.cards.show_notes(self.cards.notes, said)
        self._look_up(self.cards.note)

    def _show_note(self, problem: Problem) -> None:
        """Show the cards of the note that a problem is about."""
        id_ = self._checkup.note_at(problem.line)
        if id_ and self.cards.go_to(id_):
            self.choices.button(1).click()
            self.choices.button(1).setFocus()
        else:
            self.message.emit(self.tr("There are no cards to show for this problem."))

    def _look(self) -> None:
        """Check the file again if it is not as it was."""
        study, last = self._study, self._checkup
        self._late.start()
        self._latest.run_long(
            "check", lambda progress: check_again(study, last, progress), self.show_checkup
        )

    def _look_up(self, note: Note | None) -> None:
        """Find the passages of the note in hand."""
        self._latest.forget("passages")
        if note is None:
            self.cards.show_passages(())
            return
        documents = {doc.source.id: doc for doc in self._documents}
        self._latest.run("passages", lambda: look_up(note, documents), self.cards.show_passages)

    def _fail(self, error: StudyError) -> None:
        self._late.stop()
        self._said.stop()
        self.state.setText(str(error))
        set_role(self.state, "error")
        announce(self, self.state.text())

    def _open(self) -> None:
        self._show(self.path)

    def _reveal(self) -> None:
        self._show(self.path.parent)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = self.tr("The system can't open it. It is here: {path}")
            self.message.emit(said.replace("{path}", str(path)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for number, part in enumerate((self.problems, self.cards, self.changes)):
            self.parts.addWidget(part)
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)  # what readers call it follows from that
            button.setAutoDefault(False)
            set_role(button, "flat")
            self.choices.addButton(button, number)
            button.clicked.connect(lambda _=False, part=part: self.parts.setCurrentWidget(part))
            row.addWidget(button)
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.activated.connect(button.click)
        row.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(STEP)
        self.again = self._button(self.tr("Check again"), self.check_again)
        self.again.setToolTip(self.tr("Checks the file even if it was not saved (F5)"))
        QShortcut(QKeySequence("F5"), self).activated.connect(self.check_again)
        below.addWidget(self._button(self.tr("Edit the file"), self._open))
        below.addWidget(self._button(self.tr("Show the file"), self._reveal))
        below.addWidget(self.again)
        below.addStretch(1)
        below.addWidget(self._button(self.tr("Close"), self.close))
        head = QVBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self.title)
        head.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.parts, 1)
        column.addLayout(below)

    def _button(self, words: str, act: object) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        return made
