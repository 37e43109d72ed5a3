from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.review import Act, Rating
from nqpf_study.study.explore import Explored
from nqpf_study.ui.explore.page import VIEWS, ExplorePage
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.reader.passage_view import PassageView
from nqpf_study.ui.style import Look
from tests.fakes.study import MemoryStudy, memory_study, store_of
from tests.ui.explore.conftest import QUOTED, caravans, ships

Show = Callable[[str], ExplorePage]
Key = Qt.Key


def said(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(getattr(label, "said", label.text()) for label in labels)


def press(page: ExplorePage, *keys: Qt.Key) -> None:
    ground = page.view.ground()
    ground.setFocus()
    for key in keys:
        QTest.keyClick(ground, key)


def passages(qtbot: QtBot, page: ExplorePage) -> list[PassageView]:
    qtbot.waitUntil(
        lambda: any(view.isVisible() for view in page.details.findChildren(PassageView))
    )
    return page.details.findChildren(PassageView)


# --- details ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "keys", "words"),
    [
        (
            "measures",
            (Key.Key_Down, Key.Key_Down, Key.Key_Return),
            ("Measure 2 of the caravan plan", "Buy camels", "two humps", "3 cards"),
        ),
        (
            "timeline",
            (Key.Key_Right, Key.Key_Right, Key.Key_Return),
            ("2 May 1899", "A fair", "1 card", "When?"),
        ),
        (
            "provinces",
            (Key.Key_Return,),
            ("Now · 1453", "The guild", "silk", "salt"),
        ),
        (
            "glossary",
            (Key.Key_Return,),
            ("caravan", "商队", "shāngduì", "Many camels", "Also: train (annals)", "2 cards"),
        ),
    ],
)
def test_details_open_by_keys_alone_with_passage_and_cards(
    qtbot: QtBot, look: Show, view: str, keys: tuple[Qt.Key, ...], words: tuple[str, ...]
) -> None:
    page = look(view)
    assert page.details.isHidden()
    if view == "measures":
        outline = page.measures.outline
        outline.collapseAll()
        outline.expand(outline.model().index(0, 0))
    press(page, *keys)
    assert page.details.isVisible()
    shown = said(page.details)
    for word in words:
        assert word in shown
    assert "Not seen yet" in shown
    (view_of_passage,) = passages(qtbot, page)
    assert "1 passage" in said(page.details)
    with qtbot.waitSignal(page.source_requested) as asked:
        view_of_passage.source_requested.emit("qiushi", QUOTED)
    assert asked.args == ["qiushi", QUOTED]


def test_the_button_of_a_passage_opens_its_source(qtbot: QtBot, look: Show) -> None:
    page = look("provinces")
    press(page, Key.Key_Return)
    (view,) = passages(qtbot, page)
    button = next(b for b in view.findChildren(QAbstractButton) if b.text() == "Open in reader")
    with qtbot.waitSignal(page.source_requested) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["qiushi", QUOTED]


def button(page: ExplorePage, words: str) -> QAbstractButton:
    found = [each for each in page.details.findChildren(QAbstractButton) if each.text() == words]
    return found[-1]


def test_the_cards_are_shown_by_a_search_that_finds_just_them(
    qtbot: QtBot, look: Show, study: MemoryStudy
) -> None:
    page = look("glossary")
    press(page, Key.Key_Return)
    with qtbot.waitSignal(page.browse_requested) as asked:
        QTest.mouseClick(button(page, "Show cards"), Qt.MouseButton.LeftButton)
    (search,) = asked.args
    found = study.cards(study.search(search))
    assert [str(card.id) for card in found] == ["silk/caravan/meaning", "silk/caravan/chinese"]
    with qtbot.waitSignal(page.study_requested) as studied:
        QTest.mouseClick(button(page, "Study the deck"), Qt.MouseButton.LeftButton)
    assert studied.args == [["silk"]]


def test_details_follow_the_arrows_once_they_are_open(qtbot: QtBot, look: Show) -> None:
    page = look("glossary")
    press(page, Key.Key_Down)
    assert page.details.isHidden()
    press(page, Key.Key_Return, Key.Key_Down)
    item = page.details.item
    assert item is not None
    assert item.note.id == "sail"
    assert "What pulls?" in said(page.details)
    qtbot.waitUntil(lambda: "This note names no passage." in said(page.details))


def test_escape_closes_the_details_and_gives_the_focus_back(look: Show) -> None:
    page = look("provinces")
    press(page, Key.Key_Return)
    button(page, "Show cards").setFocus()
    QTest.keyClick(button(page, "Show cards"), Key.Key_Escape)
    assert page.details.isHidden()
    assert QApplication.focusWidget() is page.provinces.board
    press(page, Key.Key_Return, Key.Key_Escape)
    assert page.details.isHidden()


def test_where_there_is_little_room_the_details_stand_alone(qtbot: QtBot, look: Show) -> None:
    page = look("timeline")
    page.resize(600, 380)
    press(page, Key.Key_Right, Key.Key_Return)
    assert not page.timeline.isVisible()
    assert page.details.isAncestorOf(QApplication.focusWidget() or page)
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Escape)
    assert page.timeline.isVisible()
    assert QApplication.focusWidget() is page.timeline.timeline
    press(page, Key.Key_Return)
    page.resize(920, 640)
    qtbot.waitUntil(page.timeline.isVisible)
    assert page.details.isVisible()


def test_what_is_opened_stays_in_sight(qtbot: QtBot, look: Show) -> None:
    page = look("timeline")
    page.resize(620, 470)
    timeline = page.timeline.timeline
    press(page, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    qtbot.waitUntil(lambda: not page.details.isHidden() and page.timeline.isVisible())

    def in_sight() -> bool:
        label = timeline.arrangement.labels[2]
        above = timeline._on_axis(0)
        return above <= label.top and label.bottom <= above + timeline.viewport().height()

    qtbot.waitUntil(in_sight)


# --- what changes -------------------------------------------------------------------------------


def test_a_change_of_the_collection_keeps_what_is_chosen(
    qtbot: QtBot, look: Show, study: MemoryStudy
) -> None:
    page = look("measures")
    press(page, Key.Key_Down, Key.Key_Return)
    assert "Find gold" in said(page.details)
    study.set_aside(study.search("note:gold"), Act.SUSPEND)
    page.refresh(study)
    qtbot.waitUntil(lambda: "Suspended" in said(page.details))
    assert page.measures.outline.currentIndex().data() == "Find gold"
    assert "1 suspended" in page.legend.accessibleName()


def test_what_left_the_collection_closes_its_details(
    qtbot: QtBot, look: Show, study: MemoryStudy
) -> None:
    page = look("glossary")
    press(page, Key.Key_Return)
    study.remove_deck("silk")
    page.refresh(study)
    qtbot.waitUntil(page.details.isHidden)
    assert [term.term for term in page.glossary.list.rows.terms] == ["sail"]


def test_how_well_it_is_known_shows(qtbot: QtBot, look: Show, study: MemoryStudy) -> None:
    session = study.session(["silk"])
    while session.asked is not None:
        session.reveal()
        session.grade(Rating.EASY)
    page = look("timeline")
    assert page.legend.accessibleName() == "4 known"
    press(page, Key.Key_Right, Key.Key_Return)
    assert "Known: you would recall it today with a chance of 100%" in said(page.details)
    assert "Review · due" in said(page.details)
    assert store_of(study).log
    page.show_view("glossary")
    assert page.legend.accessibleName() == "1 not seen, 2 learning"
    qtbot.waitUntil(page.glossary.list.isVisible)


def test_a_view_can_be_narrowed_to_a_deck(look: Show) -> None:
    page = look("glossary")
    assert page.decks.isVisible()
    assert [page.decks.itemText(n) for n in range(3)] == ["All decks", "The silk road", "Ships"]
    page.decks.setFocus()
    QTest.keyClick(page.decks, Key.Key_End)
    assert [term.term for term in page.glossary.list.rows.terms] == ["sail"]
    page.show_view("timeline")
    assert not page.decks.isVisible(), "only one deck has events"


# --- nothing, trouble, looks --------------------------------------------------------------------


def test_without_such_notes_an_honest_sentence_stands(
    qtbot: QtBot, page: ExplorePage, tmp_path: Path
) -> None:
    page.refresh(memory_study(tmp_path, ships()))
    for view, kind in zip(VIEWS, ("measure", "event", "target"), strict=False):
        page.show_view(view)
        qtbot.waitUntil(page.empty.isVisible)
        assert f"“{kind}”" in page.empty.text()
    page.show_view("glossary")
    qtbot.waitUntil(page.glossary.isVisible)


def test_an_empty_collection_says_so(qtbot: QtBot, page: ExplorePage, tmp_path: Path) -> None:
    page.refresh(memory_study(tmp_path, Deck("d", "D", notes=(Note("n", "basic"),))))
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.text().startswith("No deck has measures yet")
    assert not page.legend.isVisible()


def test_nothing_is_claimed_before_the_decks_were_read(
    qtbot: QtBot, page: ExplorePage, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    read = study.explore

    def slowly(progress: Progress) -> Explored:
        go_on.wait(10)
        return read(progress)

    monkeypatch.setattr(study, "explore", slowly)
    page.refresh(study)
    page.show_view("timeline")
    assert not page.empty.isVisible()
    page._late.timeout.emit()
    assert page.empty.text() == "Reading the decks"
    go_on.set()
    qtbot.waitUntil(page.timeline.isVisible)


def test_trouble_is_said(
    qtbot: QtBot, page: ExplorePage, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_progress: Progress) -> None:
        raise StudyError("The collection cannot be read.")

    monkeypatch.setattr(study, "explore", fail)
    with qtbot.waitSignal(page.message) as heard:
        page.refresh(study)
    assert heard.args == ["The collection cannot be read."]


def test_the_view_that_was_shown_last_is_shown_again(
    qtbot: QtBot, study: MemoryStudy, tmp_path: Path
) -> None:
    first, again = ExplorePage(), ExplorePage()
    for page, expected in ((first, "measures"), (again, "glossary")):
        qtbot.addWidget(page)
        page.remember(Preferences(tmp_path))
        assert page.switch.present == expected
        page.refresh(study)
        page.show_view("glossary")
    again.show()
    qtbot.waitUntil(again.glossary.list.isVisible)


def test_arrows_lead_from_view_to_view(qtbot: QtBot, look: Show) -> None:
    page = look("measures")
    first = page.switch.buttons["measures"]
    first.setFocus()
    QTest.keyClick(first, Key.Key_Right)
    assert page.switch.present == "timeline"
    qtbot.waitUntil(page.timeline.isVisible)
    assert QApplication.focusWidget() is page.switch.buttons["timeline"]
    policies = [
        each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in page.switch.buttons.values()
    ]
    assert [bool(policy) for policy in policies] == [False, True, False, False]


def test_pinyin_is_left_out_where_the_learner_hides_it(
    qtbot: QtBot, page: ExplorePage, study: MemoryStudy, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path)
    preferences.pinyin = False
    page.remember(preferences)
    page.refresh(study)
    page.show_view("glossary")
    qtbot.waitUntil(page.glossary.list.isVisible)
    press(page, Key.Key_Return)
    assert "商队" in said(page.details)
    assert "shāngduì" not in said(page.details)


@pytest.mark.parametrize("view", VIEWS)
def test_a_switch_of_the_appearance_repaints(
    qtbot: QtBot, qapp: QApplication, look: Show, view: str
) -> None:
    dress = Look(qapp, Appearance.LIGHT, 1.0)
    page = look(view)
    press(page, Key.Key_Right, Key.Key_Return)
    light = page.grab().toImage()
    dress.choose(Appearance.DARK, 1.0)
    qtbot.waitUntil(lambda: page.view.ground().palette().base().color().lightness() < 128)
    dark = page.grab().toImage()
    ground = page.view.ground()
    corner = ground.mapTo(page, ground.rect().bottomRight()) - ground.rect().topLeft()
    point = (corner.x() - 40, corner.y() - 12)
    assert light.pixelColor(*point).lightness() > 128
    assert dark.pixelColor(*point).lightness() < 128
    dress.choose(Appearance.LIGHT, 1.0)
    dress.deleteLater()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_every_view_fits_with_any_size_of_text(
    qapp: QApplication, qtbot: QtBot, look: Show, view: str, scale: float
) -> None:
    dress = Look(qapp, Appearance.LIGHT, scale)
    page = look(view)
    page.resize(560, 500)
    press(page, Key.Key_Right, Key.Key_Return)
    qtbot.waitUntil(lambda: page.width() == 560)
    assert page.minimumSizeHint().width() <= 560
    for part in page.switch.buttons.values():
        assert part.isVisible()
        assert part.width() >= part.minimumSizeHint().width()
        assert page.rect().contains(part.mapTo(page, part.rect().bottomRight()))
    dress.choose(Appearance.LIGHT, 1.0)
    dress.deleteLater()


@pytest.mark.parametrize("view", VIEWS)
def test_every_control_has_a_name(look: Show, view: str) -> None:
    page = look(view)
    press(page, Key.Key_Right, Key.Key_Return)
    for part in page.findChildren(QWidget):
        ours = not isinstance(part.parent(), QLineEdit | QAbstractItemView)  # else Qt's own
        if ours and part.isVisible() and isinstance(part, QAbstractButton | QComboBox | QLineEdit):
            named = QAccessible.queryAccessibleInterface(part)
            assert named.text(QAccessible.Text.Name), part
    ground = QAccessible.queryAccessibleInterface(page.view.ground())
    assert ground.text(QAccessible.Text.Name)


def test_ctrl_f_leads_to_the_search_of_the_glossary(look: Show) -> None:
    page = look("measures")
    page.focus_search()
    assert page.switch.present == "glossary"
    assert QApplication.focusWidget() is page.glossary.field


def test_ctrl_f_waits_in_the_search_until_the_decks_are_read(qtbot: QtBot, tmp_path: Path) -> None:
    page = ExplorePage()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.refresh(memory_study(tmp_path, caravans()))
    page.focus_search()
    qtbot.waitUntil(page.glossary.field.isVisible)
    assert QApplication.focusWidget() is page.glossary.field


def test_the_decks_of_these_tests_have_something_for_every_view() -> None:
    kinds = {note.kind for note in caravans().notes}
    assert kinds == {"measure", "event", "target", "term"}
