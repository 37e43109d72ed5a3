"""Looking at what the decks say, without a mouse: each view, an entry's passage, its cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.explore.page import ExplorePage
from nqpf_study.ui.reader.page import SourcesPage
from nqpf_study.ui.reader.passage_view import PassageView
from tests.journeys.desk import CTRL, Desk, words_on

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


def explore(desk: Desk, view: str) -> ExplorePage:
    """Go to a view by keys."""
    page = desk.go(ExplorePage)
    desk.settle()
    desk.tab_to(page.switch.buttons[page.switch.present])
    while page.switch.present != view:
        desk.press("Right")
    desk.settle()
    desk.tab_to(page.view.ground())
    return page


def test_an_event_leads_to_its_passage_and_to_its_cards(desk: Desk) -> None:
    desk.open_at_home()
    page = explore(desk, "timeline")
    desk.press("Right")
    desk.press("Return")
    item = page.details.item
    assert item is not None
    assert item.note.kind == "event"
    desk.wait(lambda: page.details.findChildren(PassageView))
    shown = words_on(page.details)
    assert item.note.text("event") in shown
    assert "Not seen yet" in shown

    passage = item.note.passages[0]
    desk.tab_to(desk.button("Open in reader", page.details.findChildren(PassageView)[0]))
    desk.press("Space")
    sources = desk.page(SourcesPage)
    desk.wait(sources.reader.isVisible)
    shown_text = " ".join(sources.reader.text.toPlainText().split())
    assert " ".join(passage.exact.split()) in shown_text

    page = desk.go(ExplorePage)
    assert page.switch.present == "timeline"
    assert page.details.isVisible(), "what was open is open still"
    desk.tab_to(desk.button("Show cards", page.details))
    desk.press("Space")
    browser = desk.page(BrowsePage)
    desk.wait(lambda: browser.model.rowCount() == len(item.cards))
    assert browser.field.text() == f"note:{item.deck}/{item.note.id}"
    desk.close()


def test_grades_show_and_the_view_is_remembered(desk: Desk) -> None:
    desk.open_at_home()
    page = explore(desk, "glossary")
    terms = len(page.glossary.list.rows.terms)
    assert page.legend.accessibleName() == f"{terms} not seen"
    desk.press("1", CTRL)
    desk.tab_to(desk.button("Study Terms"))
    desk.press("Space")
    desk.in_session()
    for _ in range(6):
        desk.press("Space")
        desk.press("4")
    desk.press("Escape")
    desk.at_home()
    page = desk.go(ExplorePage)
    desk.wait(lambda: f"{terms} not seen" != page.legend.accessibleName())
    desk.close()

    desk.open_at_home()
    page = desk.go(ExplorePage)
    assert page.switch.present == "glossary"
    desk.wait(page.glossary.list.isVisible)
    desk.press("F", CTRL)
    assert QApplication.focusWidget() is page.glossary.field
    desk.write("生产力")
    desk.wait(lambda: 0 < len(page.glossary.list.rows.terms) < terms)
    desk.press("Escape")
    desk.wait(lambda: len(page.glossary.list.rows.terms) == terms)
    desk.close()


def test_every_view_is_walked_through_by_keys(desk: Desk) -> None:
    desk.open_at_home()
    for view, steps in (
        ("measures", ("Down", "Down", "Left", "Up")),
        ("timeline", ("Right", "Plus", "Plus", "Down", "Minus", "0")),
        ("provinces", ("Right", "Left", "Down", "Up")),
        ("glossary", ("Down", "Down", "Up")),
    ):
        page = explore(desk, view)
        for step in steps:
            desk.press(Qt.Key[f"Key_{step}"])
        desk.press("Return")
        desk.wait(page.details.isVisible)
        desk.wait(lambda page=page: page.details.passages)  # type: ignore[misc]
        desk.press("Escape")
        assert page.details.isHidden()
    desk.close()
