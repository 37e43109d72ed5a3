from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.statistics import DeckOverview, Overview
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.home.today import Today
from nqpf_study.ui.widgets.text import CardText
from tests.fakes.clock import Clock
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

TODAY = 739000


@pytest.fixture
def page(qtbot: QtBot) -> HomePage:
    made = HomePage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(qtbot: QtBot, page: HomePage, study: MemoryStudy) -> None:
    page.headline.setText("")
    page.refresh(study)
    qtbot.waitUntil(lambda: page.headline.text() != "")


def deck(**figures: int) -> DeckOverview:
    empty = DeckOverview("terms", "Terms", 0, 0, 0, 10, 4, None)
    return replace(empty, **figures)  # type: ignore[arg-type]


def today(*decks: DeckOverview, next_due: int | None = None, pace: float = 10) -> Today:
    return Today(Overview(decks, TODAY, pace, next_due), FormChoice.RECALL, {})


@pytest.mark.parametrize(
    ("figures", "headline", "more"),
    [
        (
            {"new": 10, "learning": 4, "due": 20},
            "34 cards, about 6 minutes",
            "10 new · 4 learning · 20 due",
        ),
        ({"new": 1}, "1 card, about 1 minute", "1 new"),
        ({"due": 1200}, "1,200 cards, about 200 minutes", "1,200 due"),
    ],
)
def test_today_is_said_in_one_line(figures: dict[str, int], headline: str, more: str) -> None:
    said = today(deck(**figures))
    assert said.headline == headline
    assert said.more == more


def test_nothing_due_says_when_the_next_card_comes() -> None:
    said = today(deck(), next_due=TODAY + 1)
    assert said.headline == "Nothing is due now"
    assert said.more == "The next card comes tomorrow."


def test_no_deck_says_how_to_get_one() -> None:
    said = today()
    assert said.headline == "No decks yet"
    assert "drop one" in said.more


def test_a_deck_says_how_much_is_learned_and_when_it_was_studied() -> None:
    said = today(deck())
    assert said.studied_said(deck()) == "4 of 10 learned · not studied yet"
    yesterday = replace(said, studied={"terms": TODAY - 1})
    assert yesterday.studied_said(deck()) == "4 of 10 learned · studied yesterday"


def test_who_has_not_studied_is_told_how_it_goes() -> None:
    new = today(deck(new=10, learned=0))
    assert "how well you knew" in new.welcome
    assert new.studied_said(deck(learned=0)) == "10 cards · not studied yet"
    assert replace(new, studied={"terms": TODAY - 1}).welcome == ""
    assert today(deck()).welcome == ""


def test_a_new_deck_says_what_it_is_about(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    about = "What the words mean."
    study = memory_study(tmp_path, replace(terms(), description=about))
    shown(qtbot, page, study)
    assert page.welcome.isVisible()
    assert any(text.said == about for text in page.rows[0].findChildren(CardText))
    session = study.session()
    session.reveal()
    session.grade(Rating.EASY)
    shown(qtbot, page, study)
    assert not page.welcome.isVisible()
    assert not any(text.said == about for text in page.rows[0].findChildren(CardText))


def test_bars_end_in_one_line(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    more = replace(terms(), id="more", title="More", notes=terms().notes[:1])
    shown(qtbot, page, memory_study(tmp_path, terms(), more))
    assert len({row.counts.minimumWidth() for row in page.rows}) == 1
    first, second = (row.counts for row in page.rows)
    assert first.text() != second.text()


def test_enter_starts(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    assert page.headline.text() == "4 cards, about 1 minute"
    assert QApplication.focusWidget() is page.start
    with qtbot.waitSignal(page.study_requested) as asked:
        QTest.keyClick(page.start, Qt.Key.Key_Return)
    assert asked.args == [None]


def test_a_deck_is_studied_alone(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    (row,) = page.rows
    with qtbot.waitSignal(page.study_requested) as asked:
        QTest.mouseClick(row.study, Qt.MouseButton.LeftButton)
    assert asked.args == [["terms"]]


def test_a_deck_is_studied_by_a_double_click(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    with qtbot.waitSignal(page.study_requested) as asked:
        QTest.mouseDClick(page.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert asked.args == [["terms"]]


@pytest.mark.qt_log_ignore("does not support")  # a menu without a screen
def test_a_right_click_opens_a_decks_menu(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    (row,) = page.rows
    at = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, row.mapToGlobal(at))
    QApplication.sendEvent(row, event)
    assert row.menu.isVisible()
    row.menu.close()


def test_a_decks_menu_asks_for_what_it_says(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    asked: list[tuple[str, str]] = []
    page.deck_asked.connect(lambda what, deck_id: asked.append((what, deck_id)))
    searches: list[str] = []
    page.browse_requested.connect(searches.append)
    for action in page.rows[0].menu.actions():
        action.trigger()
    whats = [what for what, _ in asked]
    later = ["exam", "limits", "export", "print", "pack", "check", "file", "remove"]
    assert whats == ["practice", *later]
    assert searches == ['deck:"terms"']


def test_a_decks_menu_offers_to_study_ahead_and_to_practise(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    (row,) = page.rows
    ahead: list[tuple[int, list[str]]] = []
    page.ahead_asked.connect(lambda days, decks: ahead.append((days, decks)))
    for action in row.ahead.actions():
        action.trigger()
    assert ahead == [(days, ["terms"]) for days in (1, 3, 7)]
    (cram,) = [a for a in row.menu.actions() if a.text() == "Practise without grading"]
    with qtbot.waitSignal(page.cram_asked) as asked:
        cram.trigger()
    assert asked.args == [["terms"]]


def test_when_all_is_done_there_is_something_else_to_do(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    study = memory_study(tmp_path, terms())
    session = study.session()
    while session.asked is not None:
        session.reveal()
        session.grade(Rating.EASY)
    shown(qtbot, page, study)
    assert page.headline.text() == "Nothing is due now"
    assert page.more.text().startswith("The next card comes ")
    assert not page.start.isVisible()
    assert page.browse.isVisible()
    assert not page.rows[0].study.isEnabled()


def test_the_form_is_kept(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    study = memory_study(tmp_path, terms())
    shown(qtbot, page, study)
    page.form.setFocus()
    QTest.keyClick(page.form, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: study.study_options().form is FormChoice.FIT)
    assert page.form.meaning.text() == "Easy while a card is new, harder as it settles."


def test_trouble_with_reading_takes_the_place_of_the_figures(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    study = memory_study(tmp_path, terms())

    def broken(*_days: int) -> None:
        raise StudyError("The collection is damaged.", mend="Restore a backup.")

    store_of(study).overview_counts = broken  # type: ignore[method-assign, assignment]
    shown(qtbot, page, study)
    assert page.headline.text() == "The collection is damaged."
    assert page.more.text() == "Restore a backup."
    assert not page.start.isVisible()


def test_limits_show_in_what_waits(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    clock = Clock()
    study = memory_study(tmp_path, terms(), clock=clock)
    study.set_deck_options("terms", DeckOptions(new_per_day=2))
    shown(qtbot, page, study)
    assert page.more.text() == "2 new"


def test_every_control_has_a_name_for_screen_readers(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    shown(qtbot, page, memory_study(tmp_path, terms()))
    for part in page.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            known = QAccessible.queryAccessibleInterface(part)
            assert known.text(QAccessible.Text.Name), part


def test_the_focus_stays_on_a_deck_when_the_decks_are_read_anew(
    qapp: QApplication, qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    study = memory_study(tmp_path, terms())
    shown(qtbot, page, study)
    went: list[QWidget | None] = []
    for control in ("study", "more"):
        before = getattr(page.rows[0], control)
        before.setFocus()
        noted = qapp.focusChanged.connect(lambda _old, new: went.append(new))
        shown(qtbot, page, study)
        qapp.focusChanged.disconnect(noted)
        after = getattr(page.rows[0], control)
        assert after is not before
        qtbot.waitUntil(after.hasFocus)
        assert went.pop() is after
        assert went == [], "and nowhere on its way"


def test_the_focus_of_a_deck_that_is_removed_goes_to_what_comes_first(
    qapp: QApplication, qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    other = replace(terms(), id="other", title="Other")
    shown(qtbot, page, memory_study(tmp_path / "two", terms(), other))
    page.rows[-1].more.setFocus()
    went: list[QWidget | None] = []
    noted = qapp.focusChanged.connect(lambda _old, new: went.append(new))
    left = terms() if page.rows[-1].deck_id == "other" else other
    shown(qtbot, page, memory_study(tmp_path / "one", left))
    qapp.focusChanged.disconnect(noted)
    assert went == [page.start]


def test_a_page_that_was_left_while_it_was_read_keeps_the_deck_for_later(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    study = memory_study(tmp_path, terms())
    shown(qtbot, page, study)
    row = page.rows[0]
    row.study.setFocus()
    page.headline.setText("")
    page.refresh(study)
    page.hide()
    qtbot.waitUntil(lambda: page.headline.text() != "")
    assert page.rows[0] is not row
    page.show()
    shown(qtbot, page, study)
    assert page.focusWidget() is page.rows[0].study


def test_a_deck_that_is_asked_for_has_the_focus(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    study = memory_study(tmp_path, terms())
    shown(qtbot, page, study)
    page.show_deck(page.rows[0].deck_id)
    shown(qtbot, page, study)
    assert page.rows[0].study.hasFocus()
    study.set_deck_options(page.rows[0].deck_id, DeckOptions(new_per_day=0))
    page.show_deck(page.rows[0].deck_id)
    shown(qtbot, page, study)
    assert page.rows[0].more.hasFocus(), "nothing waits: what else can be done is in its menu"


def test_a_deck_that_has_the_focus_is_in_sight(
    qtbot: QtBot, page: HomePage, tmp_path: Path
) -> None:
    page.resize(700, 240)
    study = memory_study(tmp_path, terms())
    shown(qtbot, page, study)
    row = page.rows[-1]
    assert row.study.visibleRegion().isEmpty(), "below what shows"
    page.show_deck(row.deck_id)
    shown(qtbot, page, study)
    qtbot.waitUntil(lambda: not page.rows[-1].study.visibleRegion().isEmpty())
