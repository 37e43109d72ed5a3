"""The session on the screen: only the card, and beside it its source where asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.session.acts import action, acts
from nqpf_study.ui.session.beside import Beside
from nqpf_study.ui.session.bottom import Bottom
from nqpf_study.ui.session.card_info import CardInfo
from nqpf_study.ui.session.coming import next_visit
from nqpf_study.ui.session.end import EndView
from nqpf_study.ui.session.form_menu import FormMenu
from nqpf_study.ui.session.keys import KeysDialog
from nqpf_study.ui.session.question import Phase, Question
from nqpf_study.ui.session.question_view import QuestionView
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.session.top import TopLine
from nqpf_study.ui.steps import on_control, redo_said, undo_said
from nqpf_study.ui.work import Job, run_job

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.options import FormChoice
    from nqpf_study.study.asking import Asked
    from nqpf_study.study.history import Step
    from nqpf_study.study.lookup import LookedUp
    from nqpf_study.study.ports import StoredCard
    from nqpf_study.study.session import Session
    from nqpf_study.ui.preferences import Preferences


_MORE = ("redo", "flag", "bury", "suspend", "edit", "info", "pinyin", "keys")


class SessionView(QuestionView):
    """Shows a sitting, and turns keys into its acts."""

    ended = Signal()
    """The learner left the session."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    edit_requested = Signal(object)
    """Edit the note of a card (a StoredCard)."""

    message = Signal(str)
    """Say this in the quiet bar at the bottom."""

    undo_passed_on = Signal()
    """Undo what no session did."""

    redo_passed_on = Signal()
    """Redo what no session did."""

    painted = Signal()
    """A question was painted for the first time."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        bottom = Bottom()
        super().__init__(bottom.ratings, parent)
        self.bottom = bottom
        self._preferences = preferences
        self._study: Study | None = None
        self._sitting: Sitting | None = None
        self._job: Job | None = None
        self._card_shown: Asked | None = None
        self._seen = False
        self.top = TopLine()
        self.end = EndView()
        self._beside = Beside(self.card_over(self.bottom), preferences)
        self._stack = self.lay_out(self.top, self._beside, self.end)
        self._make_actions()
        self._join()

    @property
    def sitting(self) -> Sitting | None:
        """Return what is shown, None before the first session."""
        return self._sitting

    @property
    def question(self) -> Question | None:
        """Return what asks."""
        return self._sitting

    @property
    def pane(self) -> QWidget | None:
        """Return the source pane while it is on the screen."""
        return self._beside.pane

    def begin(self, study: Study, session: Session) -> None:
        """Show a session that has just begun."""
        if self._sitting is not None:
            self._sitting.deleteLater()
        self._card_shown = None
        self.card.clear()
        self.card.origin.sources = None
        self.take(study, Sitting(session, study.now, pinyin=self._preferences.pinyin))

    def take(self, study: Study, sitting: Sitting) -> None:
        """Show a sitting, as far as it has come."""
        self._study = study
        self._sitting = sitting
        self._sitting.setParent(self)
        self._sitting.changed.connect(self.refresh)
        self._sitting.failed.connect(self._fail)
        self._sitting.flag_turned.connect(self._show_flag)
        self._sitting.said.connect(self.message)
        self.bottom.clear()
        self.refresh()

    def hand_over(self, other: SessionView) -> None:
        """Let another view, in another language, go on with what this one shows."""
        study, sitting, self._sitting = self._study, self._sitting, None
        if study is not None and sitting is not None:
            for signal in (sitting.changed, sitting.failed, sitting.flag_turned, sitting.said):
                signal.disconnect()
            written = self.card.part
            other.take(study, sitting)
            if written is not None and other.card.part is not None:
                other.card.part.take_up(written.draft())

    def undo(self) -> None:
        """Take back the newest step; what no session did is for the window."""
        if self._sitting is not None and not self._sitting.undoes_here:
            self.undo_passed_on.emit()
        else:
            self._do(Sitting.undo)

    def redo(self) -> None:
        """Do the step again that was undone last; what no session did is for the window."""
        if self._sitting is not None and not self._sitting.redoes_here:
            self.redo_passed_on.emit()
        else:
            self._do(Sitting.redo)

    def name_steps(self, undo: Step | None, redo: Step | None, *, known: bool) -> None:
        """Say what would be undone and redone; `known` tells whether nothing is nothing indeed."""
        keys = {act.name: act.keys_said for act in acts()}
        for name, step, said in (("undo", undo, undo_said(undo)), ("redo", redo, redo_said(redo))):
            action = self.actions_by_name[name]
            action.setText(on_control(said))
            action.setToolTip(f"{said} ({native(keys[name])})")
            action.setEnabled(step is not None or not known)
        self.end.name_undo(undo)

    def show_keys(self) -> None:
        """Show what every key does."""
        KeysDialog(self.window()).open()

    def leave(self) -> None:
        """End the session; every grade is saved already."""
        self.end.rest()
        self.ended.emit()

    # --- keys ---------------------------------------------------------------------------------

    def do(self, act: Callable[[Question], object]) -> None:
        """Do something to the question; an error that was told before is over."""
        self.bottom.clear()
        super().do(act)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first question that is painted."""
        super().paintEvent(event)
        if not self._seen and self._sitting is not None:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def _make_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "give-up": self.give_up,
            "source": self._toggle_source,
            "undo": self.undo,
            "redo": self.redo,
            "flag": lambda: self._do(Sitting.turn_flag),
            "bury": lambda: self._do(Sitting.bury),
            "suspend": lambda: self._do(Sitting.suspend),
            "edit": self._edit,
            "info": self._show_info,
            "pinyin": self._toggle_pinyin,
            "keys": self.show_keys,
            "end": self.leave,
        }
        self.actions_by_name: dict[str, QAction] = {
            act.name: action(act, self, does[act.name]) for act in acts() if act.name in does
        }
        self.actions_by_name["source"].setCheckable(True)
        self.top.add_action(self.actions_by_name["source"], "book-open")
        self.top.add_action(self.actions_by_name["undo"], "undo-2")
        self._forms = FormMenu(self.tr("How cards are asked"), self)
        self._forms.chosen.connect(self._ask_by)
        more = [self.actions_by_name[name] for name in _MORE]
        self.top.add_menu(self.tr("More for this card"), [*more, self._forms.menuAction()])

    def _join(self) -> None:
        self.top.ended.connect(self.leave)
        self.card.origin.asked.connect(self._toggle_source)
        self.top.open_menu_over(self.card)
        self.end.left.connect(self.leave)
        self.end.continued.connect(lambda: self._do(Sitting.look_again))
        self.end.undo_asked.connect(self.undo)
        for part in (self.end, self._beside):
            part.source_requested.connect(self.source_requested)

    def _do(self, act: Callable[[Sitting], object]) -> None:
        if self._sitting is not None:
            self.bottom.clear()
            act(self._sitting)

    # --- what is shown ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the session asks, or its end."""
        sitting = self._sitting
        if sitting is None:
            return
        self.top.show_state(sitting.done, sitting.remaining)
        self._forms.show_form(sitting.form)
        over = sitting.phase is Phase.END
        for name in ("source", "flag", "bury", "suspend", "edit", "info", "pinyin"):
            self.actions_by_name[name].setEnabled(not over)
        if over:
            self._show_end(sitting)
            return
        self.end.rest()
        if not sitting.asked.is_still(self._card_shown):
            self._close_source()
            self.bottom.clear()
        self._card_shown = sitting.asked
        self._stack.setCurrentWidget(self._beside)
        self.show_question(sitting)
        study = self._study
        if study is not None and self.wants_sources:
            run_job(lambda _progress: study.documents(), self.name_sources, self._fail, owner=self)

    def _show_flag(self, flagged: bool) -> None:  # noqa: FBT001 - a signal calls it
        self.card.show_flag(flagged=flagged)
        if self._sitting is not None:
            self._card_shown = self._sitting.asked

    def show_state(self, question: Question) -> None:
        """Show what can be pressed now, and what has to be known."""
        if isinstance(question, Sitting):
            self.bottom.show_state(question, self.card.part)

    def _show_end(self, sitting: Sitting) -> None:
        study = self._study
        self._card_shown = None
        self._close_source()
        self._stack.setCurrentWidget(self.end)
        self.end.show_summary(sitting)
        outcome, sitting.outcome = sitting.outcome, ""
        announce(self, ". ".join(filter(None, (outcome, self.end.headline.text()))))
        if study is None:
            return
        cards = [graded.card for graded in sitting.summary.missed]
        self._read(
            lambda: (
                [study.passages(card) for card in cards],
                "" if sitting.ready_in is not None else next_visit(study.overview()),
            ),
            self._show_end_read,
        )

    def _show_end_read(self, read: tuple[list[tuple[LookedUp, ...]], str]) -> None:
        passages, coming = read
        self.end.show_passages(passages)
        if coming:
            self.end.show_coming(coming)

    def _fail(self, error: StudyError) -> None:
        if self._sitting is not None and self._sitting.phase is Phase.END:
            self.message.emit(str(error))
        else:
            self.bottom.show_error(error)

    # --- source, pinyin, info -----------------------------------------------------------------

    def _toggle_source(self) -> None:
        sitting, study = self._sitting, self._study
        if sitting is None or study is None or sitting.phase is Phase.END:
            return
        if self.pane is not None:
            self._close_source()
            return
        card = sitting.card
        self.actions_by_name["source"].setChecked(False)
        if not card.note.passages:
            self.message.emit(self.tr("This card names no passage of a source."))
            return
        self._read(lambda: study.passages(card), lambda found: self._show_source(card.key, found))

    def _show_source(self, key: int, passages: tuple[LookedUp, ...]) -> None:
        sitting = self._sitting
        if sitting is None or sitting.phase is Phase.END or sitting.card.key != key:
            return
        self._beside.show_passages(passages)
        self.actions_by_name["source"].setChecked(True)
        sitting.look()

    def _close_source(self) -> None:
        self.actions_by_name["source"].setChecked(False)
        self._beside.close_source()

    def _toggle_pinyin(self) -> None:
        if self._sitting is not None:
            shown = not self._sitting.pinyin
            self._preferences.pinyin = shown
            self._sitting.show_pinyin(shown=shown)
            self.message.emit(
                self.tr("Pinyin is shown.") if shown else self.tr("Pinyin is hidden.")
            )

    def _ask_by(self, form: FormChoice) -> None:
        """Ask in another way from now on, in later sessions too."""
        study = self._study
        if self._sitting is None or study is None:
            return
        self._sitting.ask_by(form)

        def keep() -> None:
            study.set_study_options(replace(study.study_options(), form=form))

        run_job(lambda _progress: keep(), lambda _: None, self._fail, owner=self)

    def read_again(self) -> None:
        """Go on with what was changed elsewhere: the card shows as its note now reads."""
        self._do(Sitting.read_again)

    def show_note(self, card: StoredCard) -> None:
        """Take note that the learner sees a card's whole note: before the answer, a hint."""
        sitting = self._sitting
        if sitting is not None and sitting.phase is not Phase.END and sitting.card.id == card.id:
            sitting.look()

    def _edit(self) -> None:
        if self._sitting is not None and self._sitting.phase is not Phase.END:
            self.edit_requested.emit(self._sitting.card)

    def _show_info(self) -> None:
        if self._sitting is not None and self._study is not None:
            info = CardInfo(self._sitting.card, self._study.today(), self.window())
            info.edit_asked.connect(self._edit)
            info.open()

    def _read(self, function: Callable[[], object], on_done: Callable[..., object]) -> None:
        if self._job is not None:
            self._job.forget()
        self._job = run_job(lambda _progress: function(), on_done, self._fail, owner=self)
