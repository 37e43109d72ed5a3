"""The gallery's scenes of what a deck's menu leads to, and of planning: a break, an exam."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from demonstration import LONG, SOME, Learner
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from nqpf_study.app import COLLECTION
from nqpf_study.domain.options import Exam
from nqpf_study.ui.merging import MergeDialog
from nqpf_study.ui.planning.exam_dialog import ExamDialog
from nqpf_study.ui.progress.span import Range
from nqpf_study.ui.settings.fitting import FitDialog

if TYPE_CHECKING:
    from stage import Stage

    from nqpf_study.app import Study
    from nqpf_study.ui.cram.view import CramView
    from nqpf_study.ui.home.page import HomePage
    from nqpf_study.ui.planning.weighing import Weighing
    from nqpf_study.ui.progress.page import ProgressPage
    from nqpf_study.ui.settings.limits import LimitsDialog

BREAK = timedelta(days=30)
OVER = 7
EXAM_IN = 24
DECK = "nqpf-terms"

Prepare = Callable[["Study"], object]
Show = Callable[["Stage"], object]


def planning(nothing_left: Prepare) -> Iterator[tuple[str, str, Show, Prepare]]:
    """Return the name of each scene, its collection, the way to it, and what is prepared."""
    yield "home-backlog", LONG, after_a_break, nothing
    yield "home-backlog-spread", LONG, spread, nothing
    yield "home-exam", SOME, at_home, prepare_exam
    yield "exam", SOME, exam, nothing
    yield "exam-table", SOME, exam_table, prepare_exam
    yield "print", SOME, handout, nothing
    yield "fit", SOME, fit, nothing
    yield "fit-result", LONG, fitted, nothing
    yield "merge", SOME, merge, nothing
    yield "progress-slipping", LONG, slipping, call_many_leeches
    yield "progress-deck", LONG, one_deck, nothing
    yield "settings-weighing", SOME, weighing, nothing
    yield "home-nothing-left", LONG, at_home, nothing_left
    yield "session-ahead", LONG, ahead, nothing_left
    yield "cram", LONG, cram, nothing
    yield "cram-answer", LONG, cram_answer, nothing
    yield "cram-end", LONG, cram_end, nothing


def nothing(_study: Study) -> None:
    """Leave the collection as it is."""


def at_home(stage: Stage) -> None:
    """Show the study home."""
    stage.window.go("study")


def after_a_break(stage: Stage) -> None:
    """Come back after a month."""
    stage.learner.clock.at += BREAK
    stage.window.go("study")
    stage.settle()
    stage.wait(cast("HomePage", stage.page).backlog.isVisible)


def spread(stage: Stage) -> None:
    """Choose one of the ways through what has waited."""
    after_a_break(stage)
    panel = cast("HomePage", stage.page).backlog
    next(button for button in panel.options if str(OVER) in button.name).click()
    stage.wait(panel.undo.isVisible)


def prepare_exam(study: Study) -> None:
    """Give a deck an exam."""
    study.set_exam(DECK, Exam(study.today() + EXAM_IN))


def call_many_leeches(study: Study) -> None:
    """List cards after two lapses already, some of them answered with others' answers."""
    for deck, options in study.deck_options().items():
        study.set_deck_options(deck, replace(options, leech_threshold=2))


def one_deck(stage: Stage) -> None:
    """Show what was done of one deck in three months."""
    stage.window.go("progress")
    stage.settle()
    choice = cast("ProgressPage", stage.page).choice
    choice.deck.setCurrentIndex(choice.deck.findData(DECK))
    choice.range.setCurrentIndex(choice.range.findData(Range.QUARTER))
    choice.changed.emit()
    stage.settle()


def slipping(stage: Stage) -> None:
    """Show the cards that keep slipping."""
    stage.window.go("progress")
    stage.settle()
    page = cast("ProgressPage", stage.page)
    stage.wait(page.slipping.isVisible)
    stage.settle()
    areas = stage.page.findChildren(QScrollArea)
    (area,) = [found for found in areas if found.isAncestorOf(page.slipping)]
    ground = cast("QWidget", area.widget())
    area.verticalScrollBar().setValue(page.slipping.mapTo(ground, QPoint()).y() - 24)


def weighing(stage: Stage) -> None:
    """Look at what a desired retention costs."""
    stage.window.go("study")
    stage.settle()
    cast("HomePage", stage.page).deck_asked.emit("limits", DECK)
    stage.wait(lambda: stage.dialogs)
    stage.settle()
    (dialog,) = stage.dialogs
    picture = cast("Weighing", cast("LimitsDialog", dialog).weighing)
    stage.wait(picture.panel.isVisible)
    stage.settle()
    (area,) = (a for a in dialog.findChildren(QScrollArea) if a.isAncestorOf(picture))
    area.ensureWidgetVisible(picture.panel)


def exam(stage: Stage) -> None:
    """Ask what an exam would take."""
    stage.window.go("study")
    stage.settle()
    cast("HomePage", stage.page).deck_asked.emit("exam", DECK)
    stage.wait(lambda: stage.dialogs)
    stage.settle()


def exam_table(stage: Stage) -> None:
    """Show it as a table."""
    exam(stage)
    (dialog,) = stage.dialogs
    cast("ExamDialog", dialog).panel.toggle.click()


def handout(stage: Stage) -> None:
    """Ask how much of a deck is to be printed."""
    stage.window.go("study")
    stage.settle()
    cast("HomePage", stage.page).deck_asked.emit("print", DECK)
    stage.wait(lambda: stage.dialogs)


def ahead(stage: Stage) -> None:
    """Study what comes in the next week."""
    stage.window.go("study")
    stage.settle()
    cast("HomePage", stage.page).ahead_asked.emit(7, None)
    stage.wait(lambda: stage.window.session.isVisible() and stage.window.session.sitting)


def cram(stage: Stage) -> None:
    """Practise a deck without grading."""
    stage.window.cram([DECK])
    stage.wait(lambda: stage.window.cramming.view)
    stage.settle()


def cram_answer(stage: Stage) -> None:
    """Show an answer."""
    cram(stage)
    QTest.keyClick(cast("CramView", stage.window.cramming.view), Qt.Key.Key_Space)


def cram_end(stage: Stage) -> None:
    """Leave a round in which a card was not known at first."""
    cram(stage)
    view = cast("CramView", stage.window.cramming.view)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Escape):
        if key is not Qt.Key.Key_Escape:
            QTest.keyClick(view, Qt.Key.Key_Space)
        QTest.keyClick(view, key)


def fit(stage: Stage) -> None:
    """Ask for a fit."""
    stage.window.actions["fit"].trigger()
    stage.wait(lambda: stage.dialogs)
    stage.settle()


def fitted(stage: Stage) -> None:
    """Fit to the learner's reviews."""
    fit(stage)
    (dialog,) = (shown for shown in stage.dialogs if isinstance(shown, FitDialog))
    dialog.fit.click()
    stage.wait(lambda: dialog.outcome.isVisible() or dialog.error.isVisible())
    stage.settle()


def merge(stage: Stage) -> None:
    """Look what another machine's collection would bring in."""
    other = Learner(stage.home.parent / "other", seed=11)
    if not other.home.exists():
        other.begin()
        other.study_days(5)
    stage.window.errands.merging.look(stage.collection, other.home / COLLECTION)
    stage.wait(lambda: any(isinstance(shown, MergeDialog) for shown in stage.dialogs))
