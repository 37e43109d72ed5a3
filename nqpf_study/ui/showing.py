"""What the window shows at a place: its page, or at Study the session or practice that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nqpf_study.ui.accessible import announce
from nqpf_study.ui.places import Places
from nqpf_study.ui.session.sittings import Sittings
from nqpf_study.ui.shell import Shell

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.ui.session.question_view import QuestionView


class Showing(QObject):
    """Puts one thing on the screen; a session and practice have the window to themselves."""

    def __init__(self, shell: Shell, places: Places, sittings: Sittings) -> None:
        super().__init__(shell)
        self._shell = shell
        self._places = places
        self._sittings = sittings
        self._practice: QuestionView | None = None
        self._interrupted = False
        """Whether a page was gone to while a session was on."""

    @property
    def practising(self) -> bool:
        """Tell whether practice shows: a test, or a round of cards, where nothing counts."""
        return self._practice is not None and self._shell.stack.currentWidget() is self._practice

    @property
    def studying(self) -> bool:
        """Tell whether the session shows."""
        return self._shell.stack.currentWidget() is self._sittings.view

    def show(self, place: str, study: Study) -> None:
        """Show a place of the side bar; Study is the session or the practice while one is on."""
        self._shell.be_at(place)
        if place == "study" and self._sittings.on:
            self._show_session()
        elif place == "study" and self._practice is not None:
            self._show_alone(self._practice)
            self._shell.setWindowTitle(self._practice.windowTitle() or self.tr("Practice test"))
        else:
            self._shell.show_alone(alone=False)
            page = self._places.show(place, study)
            self._interrupted = self._sittings.on
            announce(page, page.title)

    def take_up(self, practice: QuestionView | None) -> None:
        """Have a view of practice on from now on, in place of an older one; None: no practice."""
        if self._practice is not None:
            self._shell.stack.removeWidget(self._practice)
            self._practice.deleteLater()
        self._practice = practice
        if practice is not None:
            self._shell.stack.addWidget(practice)

    def _show_session(self) -> None:
        session = self._sittings.view
        self._show_alone(session)
        self._shell.setWindowTitle(self.tr("Studying"))
        if self._interrupted:
            session.tell_again()
        self._interrupted = False

    def _show_alone(self, view: QuestionView) -> None:
        self._shell.show_alone(alone=True)
        view.expect_focus()
        self._shell.stack.setCurrentWidget(view)
