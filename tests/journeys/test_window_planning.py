"""A learner who was away, has an exam, practises, and studies at two machines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nqpf_study.app import COLLECTION, Study
from nqpf_study.domain.options import FormChoice, StudyOptions
from nqpf_study.domain.review import Rating
from nqpf_study.ui.cram.view import CramView
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.merging import MergeDialog
from nqpf_study.ui.planning.exam_dialog import ExamDialog
from nqpf_study.ui.session.question import Phase
from tests.fakes.dice import dice
from tests.journeys.desk import CTRL, Desk, choose_file

TERMS = "nqpf-terms"


def study_all(study: Study, desk: Desk, rating: Rating) -> int:
    """Grade all that waits today; return how many grades that took."""
    session = study.session()
    while session.asked is not None:
        session.reveal()
        session.grade(rating)
        desk.clock.move(seconds=5)
    return len(session.summary().graded)


def logged(study: Study) -> list[object]:
    return list(study.collection.whole_log())


def dues(study: Study) -> list[object]:
    """Return when each card is due."""
    return [card.status.memory.due_day for card in study.cards(study.search(""))]


def prepared(desk: Desk) -> None:
    with desk.open_study() as study:
        study.set_study_options(StudyOptions(zone="UTC", form=FormChoice.RECALL))
        study_all(study, desk, Rating.EASY)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_after_a_break_the_backlog_is_spread_over_a_week_and_taken_back(desk: Desk) -> None:
    prepared(desk)
    desk.clock.move(days=30)
    home = desk.open_at_home()
    desk.settle()
    desk.wait(home.backlog.isVisible)
    waited, at_first = home.backlog.said.text(), home.headline.text()
    before, log = dues(desk.study), len(logged(desk.study))
    assert "cards have waited" in waited
    week = next(button for button in home.backlog.options if button.name == "Over 7 days")
    desk.tab_to(week)
    desk.press("Space")
    desk.wait(lambda: home.backlog.isVisible() and home.backlog.undo.isVisible())
    desk.wait(lambda: home.headline.text() != at_first)
    assert "over 7 days" in home.backlog.said.text()
    assert (dues(desk.study), len(logged(desk.study))) == (before, log)
    desk.tab_to(home.backlog.undo)
    desk.press("Space")
    desk.wait(lambda: home.headline.text() == at_first)
    desk.wait(lambda: home.backlog.said.text() == waited)
    assert (dues(desk.study), len(logged(desk.study))) == (before, log)
    desk.close()


def test_an_exam_is_set_seen_on_its_deck_and_removed(desk: Desk) -> None:
    prepared(desk)
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    home.deck_asked.emit("exam", TERMS)
    dialog = desk.dialog(ExamDialog)
    desk.wait(dialog._save.isEnabled)
    desk.press("Return")
    desk.wait(lambda: home.rows[0].exam.text().startswith("exam on"))
    exam = desk.study.deck_options()[TERMS].exam
    assert exam is not None
    assert exam.day == desk.study.today() + 30
    home.deck_asked.emit("exam", TERMS)
    dialog = desk.dialog(ExamDialog)
    desk.click(dialog.remove)
    desk.wait(lambda: home.rows[0].exam.text() == "")
    assert desk.study.deck_options()[TERMS].exam is None
    desk.close()


def test_practising_leaves_the_log_alone_and_studying_ahead_does_not(desk: Desk) -> None:
    prepared(desk)
    home = desk.open_at_home()
    desk.wait(home.cram.isVisible)
    log = len(logged(desk.study))
    desk.click(home.cram)
    view = cram_view(desk)
    assert "nothing counts" in view.top.kind.text()
    for _ in range(3):
        desk.press("Space")
        desk.press("2")
    desk.press("Z", CTRL)
    assert desk.said().startswith("Nothing counts here")
    desk.press("Escape")
    assert view.round.phase is not Phase.END
    assert view.end.isVisible()
    desk.press("Escape")
    home = desk.at_home()
    desk.wait(home.ahead.isVisible)
    assert len(logged(desk.study)) == log
    desk.clock.move(days=8)
    desk.come_back()
    home.ahead_asked.emit(7, [TERMS])
    session = desk.in_session()
    assert session.top.kind.text().startswith("Studying ahead")
    assert "counts" in session.top.kind.text()
    desk.press("Space")
    desk.press("3")
    desk.wait(lambda: len(logged(desk.study)) == log + 1)
    desk.press("Escape")
    desk.at_home()
    desk.close()


def cram_view(desk: Desk) -> CramView:
    desk.wait(lambda: isinstance(desk.window.shell.stack.currentWidget(), CramView))
    shown = desk.window.shell.stack.currentWidget()
    assert isinstance(shown, CramView)
    return shown


def test_another_machines_reviews_come_in(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / COLLECTION).write_bytes((desk.home / COLLECTION).read_bytes())
    with Study.open(other, now=desk.clock, random_bits=dice(5).getrandbits) as study:
        graded = study_all(study, desk, Rating.GOOD)
    desk.clock.move(days=1)
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    assert logged(desk.study) == []
    choose_file(monkeypatch, other / COLLECTION)
    desk.window.actions["merge"].trigger()
    dialog = desk.dialog(MergeDialog)
    desk.click(dialog.merge)
    desk.wait(lambda: "Merged" in desk.said())
    assert len(logged(desk.study)) == graded
    desk.window.actions["merge"].trigger()
    desk.wait(lambda: "already" in desk.said())
    assert isinstance(desk.page(HomePage), HomePage)
    assert QApplication.activeModalWidget() is None
    desk.close()


def test_a_month_without_study_asks_for_no_choice_where_little_waits(desk: Desk) -> None:
    with desk.open_study() as study:
        for deck, options in study.deck_options().items():
            study.set_deck_options(deck, replace(options, new_per_day=2))
        study_all(study, desk, Rating.EASY)
    desk.clock.at += timedelta(days=30)
    home = desk.open_at_home()
    desk.settle()
    assert not home.backlog.isVisible()
    desk.close()
