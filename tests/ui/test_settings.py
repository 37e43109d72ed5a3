from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.options import DeckOptions, Exam, FormChoice, NewOrder
from nqpf_study.domain.review import Plan
from nqpf_study.ui.menus import ERRANDS
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.settings.backups import BackupsDialog, backups_in
from nqpf_study.ui.settings.limits import LimitsDialog, limits_said
from nqpf_study.ui.settings.page import SettingsPage
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, study: MemoryStudy) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.show_preferences(Preferences(tmp_path), tmp_path)
    made.resize(800, 900)
    with qtbot.waitActive(made):
        made.show()
    made.refresh(study)
    qtbot.waitUntil(lambda: bool(change_buttons(made)))
    return made


def change_buttons(page: SettingsPage) -> list[QPushButton]:
    return [
        button
        for button in page.findChildren(QPushButton)
        if button.accessibleName() == "Limits of Terms"
    ]


def test_appearance_and_text_size_are_kept_at_once(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    with qtbot.waitSignals([page.look_changed] * 2):
        QTest.keyClicks(page.appearance, "D")
        QTest.keyClick(page.scale, Qt.Key.Key_Down)
    kept = Preferences(tmp_path)
    assert kept.appearance is Appearance.DARK
    assert kept.text_scale == 1.1


def test_the_newest_settings_are_kept_in_whatever_order_the_workers_come(
    page: SettingsPage, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[Callable[[Progress], object]] = []
    monkeypatch.setattr(
        "nqpf_study.ui.settings.page.run_job", lambda work, *_, **__: jobs.append(work)
    )
    for hour in (5, 6):
        page.rollover.setValue(hour)
        page.rollover.editingFinished.emit()
    for work in reversed(jobs):
        work(unheard)
    assert study.study_options().rollover_hour == 6


def test_the_study_day_is_kept_and_said_to_have_changed(
    qtbot: QtBot, page: SettingsPage, study: MemoryStudy
) -> None:
    page.rollover.setFocus()
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(page.rollover, Qt.Key.Key_Up)
        QTest.keyClick(page.rollover, Qt.Key.Key_Return)
    assert study.study_options().rollover_hour == 5
    with qtbot.waitSignal(page.changed):
        page.zone.setCurrentIndex(page.zone.findData("Asia/Shanghai"))
        page.zone.activated.emit(page.zone.currentIndex())
    assert study.study_options().zone == "Asia/Shanghai"


def test_the_form_is_kept(qtbot: QtBot, page: SettingsPage, study: MemoryStudy) -> None:
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(page.form, Qt.Key.Key_End)
    assert study.study_options().form is FormChoice.ORDER
    assert page.form.meaning.text().startswith("You put lists in their order.")


def test_every_way_of_asking_is_there_with_its_meaning(page: SettingsPage) -> None:
    offered = {page.form.itemData(at) for at in range(page.form.count())}
    assert offered == set(FormChoice)
    for form in FormChoice:
        page.form.show_form(form)
        assert page.form.accessibleDescription().endswith(page.form.meaning.text())
        assert page.fit_table.isVisible() is (form is FormChoice.FIT)


def test_the_table_of_forms_that_fit_says_what_the_rule_does(page: SettingsPage) -> None:
    labels = page.fit_table.findChildren(QLabel)
    assert [label.text() for label in labels] == [
        *("New", "Choice, Matching"),
        *("Being learned, or for less than 7 days", "Matching, Choice"),
        *("For less than 30 days", "Order, List, Gaps, Typing"),
        *("Longer than that", "List, Gaps, Typing"),
    ]


def test_what_cannot_be_kept_is_told(qtbot: QtBot, page: SettingsPage, study: MemoryStudy) -> None:
    store_of(study).trouble = StudyError("The disk is full.")
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(page.form, Qt.Key.Key_End)
    assert told.args == ["The disk is full."]


def test_a_decks_limits_are_shown_and_can_be_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    (change,) = change_buttons(page)
    assert change.accessibleDescription() == limits_said(DeckOptions())
    assert limits_said(DeckOptions()) == "10 new and 200 reviews a day, 90% retention"
    with qtbot.waitSignal(page.limits_asked) as asked:
        change.click()
    assert asked.args == ["terms"]


@pytest.mark.parametrize(
    ("words", "act"),
    [("Open", "folder"), ("Back up now", "backup"), ("Examine now", "examine")],
)
def test_what_the_menu_can_do_with_the_data_can_be_done_here(
    qtbot: QtBot, page: SettingsPage, words: str, act: str
) -> None:
    button = next(found for found in page.findChildren(QPushButton) if found.text() == words)
    with qtbot.waitSignal(page.act_asked) as asked:
        button.click()
    assert asked.args == [act]
    assert act in ERRANDS


def test_every_control_has_a_name_for_screen_readers(page: SettingsPage) -> None:
    for part in page.findChildren(QWidget):
        if part.objectName() == "qt_spinbox_lineedit":
            continue  # a screen reader meets the spin box itself
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            known = QAccessible.queryAccessibleInterface(part)
            assert known.text(QAccessible.Text.Name), part


def test_tab_goes_down_the_page(qtbot: QtBot, page: SettingsPage) -> None:
    def shown() -> list[QPushButton]:
        found = (one for one in page.findChildren(QPushButton) if one.isVisibleTo(page))
        return sorted(found, key=lambda one: one.mapTo(page, QPoint()).y())

    qtbot.waitUntil(lambda: any(one.text() == "Change…" for one in shown()))
    down, stop = shown(), page.language.nextInFocusChain()
    met: list[QPushButton] = []
    while stop is not page.language:
        met += [stop] if stop in down and isinstance(stop, QPushButton) else []
        assert stop is not None
        stop = stop.nextInFocusChain()
    assert [one.text() for one in met] == [one.text() for one in down]


def test_limits_are_kept_as_they_were_entered(qtbot: QtBot) -> None:
    kept: list[DeckOptions] = []
    dialog = LimitsDialog("Terms", DeckOptions(), kept.append)
    qtbot.addWidget(dialog)
    dialog.new.setValue(3)
    dialog.reviews.setValue(50)
    dialog.retention.setValue(85)
    dialog.steps.setText("5m 1h")
    dialog.steps_again.setText("")
    dialog.order.setCurrentIndex(1)
    dialog.leech.setValue(0)
    assert dialog.leech.text() == "Never"
    dialog.accept()
    steps = (timedelta(minutes=5), timedelta(hours=1))
    plan = Plan(desired_retention=0.85, learning_steps=steps, relearning_steps=())
    assert kept == [
        DeckOptions(
            new_per_day=3,
            reviews_per_day=50,
            plan=plan,
            new_order=NewOrder.RANDOM,
            leech_threshold=0,
        )
    ]


def test_what_was_not_touched_stays_as_it_was(qtbot: QtBot) -> None:
    options = DeckOptions(
        plan=Plan(desired_retention=0.885, learning_steps=(timedelta(seconds=90),)),
        new_order=NewOrder.RANDOM,
        leech_threshold=4,
        exam=Exam(739400, 0.85),
    )
    kept: list[DeckOptions] = []
    dialog = LimitsDialog("Terms", options, kept.append)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert kept == [options]


def test_steps_that_make_no_sense_keep_the_dialog_open(qtbot: QtBot) -> None:
    kept: list[DeckOptions] = []
    dialog = LimitsDialog("Terms", DeckOptions(), kept.append)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.steps.setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.error.isVisible()
    assert "“soon” is no learning step" in dialog.error.text()
    assert "1m 10m 1d" in dialog.error.text()
    assert dialog.focusWidget() is dialog.steps
    assert kept == []


def test_backups_are_listed_with_the_newest_first(qtbot: QtBot, tmp_path: Path) -> None:
    old = tmp_path / "20240601T120000-000000-import.db"
    new = tmp_path / "20240603T120000-000000-asked.db"
    for path in (new, old):
        path.write_bytes(b"x" * 2048)
        os.utime(path, (1717416000, 1717416000))
    assert backups_in(tmp_path) == [new, old]
    dialog = BackupsDialog(tmp_path)
    qtbot.addWidget(dialog)
    assert "asked for" in dialog.list.item(0).text()
    assert "before an import" in dialog.list.item(1).text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.accept()
    assert chosen.args == [new]


def test_no_backup_is_nothing_to_restore(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BackupsDialog(tmp_path / "none")
    qtbot.addWidget(dialog)
    assert not dialog.restore.isEnabled()
