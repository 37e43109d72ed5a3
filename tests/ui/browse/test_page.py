from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.review import Act
from nqpf_study.study.ports import CardOrder, SortKey
from nqpf_study.ui.browse.columns import Column
from nqpf_study.ui.browse.page import BrowsePage
from nqpf_study.ui.reader.passage_view import PassageView
from tests.fakes.browse_study import CHAIN, BrowseStudy, measures


@pytest.fixture
def page(qtbot: QtBot) -> BrowsePage:
    made = BrowsePage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def column(page: BrowsePage, number: int = Column.QUESTION) -> list[str]:
    model = page.model
    return [str(model.data(model.index(row, number))) for row in range(model.rowCount())]


def wait_for(qtbot: QtBot, page: BrowsePage, questions: list[str]) -> None:
    qtbot.waitUntil(lambda: column(page) == questions)


ALL = [
    "What is first?",
    "What is second?",
    "Which word?",
    "What is third?",
    "And which colour?",
    "What is sixth?",
]


def test_all_cards_show_at_first_with_their_count(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    assert page.count.text() == "6 cards"


def test_a_click_on_a_title_sorts_and_a_third_one_is_the_way_back(
    qtbot: QtBot, page: BrowsePage
) -> None:
    page.resize(1100, 700)
    fake = measures()
    fake.set_aside([2], Act.SUSPEND)
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.STATE) + 10, header.height() // 2)

    def click() -> None:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click()
    wait_for(qtbot, page, [ALL[0], *ALL[2:], ALL[1]])
    click()
    wait_for(qtbot, page, [ALL[1], ALL[0], *ALL[2:]])
    click()
    wait_for(qtbot, page, ALL)


def test_after_sorting_the_first_card_is_the_present_one(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()
    fake.set_aside([2], Act.SUSPEND)
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    page.table.selectRow(4)
    page.table.sort_by(Column.STATE)
    wait_for(qtbot, page, [ALL[0], *ALL[2:], ALL[1]])
    assert page.table.currentIndex().row() == 0


def test_questions_are_in_no_order(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    page.table.sort_by(Column.QUESTION)
    assert page.table.order is None
    page.table.sort_by(Column.LAPSES)
    assert page.table.order == CardOrder(SortKey.LAPSES, descending=True)


def test_the_search_starts_as_one_types(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()
    page.refresh(fake.study)
    QTest.keyClicks(page.field, "green")
    wait_for(qtbot, page, ["What is third?", "And which colour?"])
    searches = [asked for asked in fake.asked if asked[0] == "search"]
    assert len(searches) < 5, "each key started a search of its own"


def test_an_answer_that_is_out_of_date_is_dropped(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()
    go_on, begun = Event(), Event()

    def slow(text: str) -> None:
        if text == "first":
            begun.set()
            go_on.wait(10)

    fake.before_search = slow
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    page.show_search("first")
    qtbot.waitUntil(begun.is_set)
    page.show_search("second")
    wait_for(qtbot, page, ["What is second?"])
    go_on.set()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert column(page) == ["What is second?"]


def test_a_search_may_be_asked_for_right_after_the_refresh(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    page.show_search("sixth")
    wait_for(qtbot, page, ["What is sixth?"])
    assert page.field.text() == "sixth"


def test_the_present_card_shows_with_its_passage(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    page.show_search("second")
    qtbot.waitUntil(lambda: bool(page.preview.pane.passages))
    (view,) = page.preview.findChildren(PassageView)
    assert CHAIN.exact in view.words.toPlainText()
    with qtbot.waitSignal(page.source_requested) as asked:
        view.source_requested.emit("qiushi", CHAIN)
    assert asked.args == ["qiushi", CHAIN]


def test_down_leads_from_the_search_into_the_table(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    page.focus_search()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("key", "act", "state"),
    [("!", Act.SUSPEND, "Suspended"), ("b", Act.BURY, "Buried"), ("r", Act.RESUME, "New")],
)
def test_chosen_cards_are_set_aside_by_a_key(
    qtbot: QtBot, page: BrowsePage, key: str, act: Act, state: str
) -> None:
    fake = measures()
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    page.table.setFocus()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.chosen() == [2, 3]
    with qtbot.waitSignals([page.changed, page.message]):
        QTest.keyClicks(page.table, key)
    assert ("set_aside", (2, 3), act) in fake.asked
    qtbot.waitUntil(lambda: column(page, Column.STATE)[:4] == ["New", state, state, "New"])
    assert page.table.chosen() == [2, 3], "the choice is kept"


def test_the_buttons_do_the_same_and_say_how_many(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    page.table.selectAll()
    suspend = next(each for each in page.acts.buttons if each.text() == "Suspend")
    with qtbot.waitSignal(page.message) as said:
        QTest.mouseClick(suspend, Qt.MouseButton.LeftButton)
    assert said.args == ["6 cards suspended, until you resume them."]
    qtbot.waitUntil(lambda: set(column(page, Column.STATE)) == {"Suspended"})


def test_without_a_choice_nothing_can_be_done(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    page.table.clearSelection()
    assert not any(button.isEnabled() for button in page.acts.buttons)


def test_a_search_without_result_says_what_to_do(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    page.show_search("zebra")
    qtbot.waitUntil(page.empty.isVisible)
    assert "No card fits “zebra”." in page.empty.said
    QTest.mouseClick(page.empty.clear, Qt.MouseButton.LeftButton)
    wait_for(qtbot, page, ALL)
    assert page.table.isVisible()


def test_an_empty_collection_says_what_to_do(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(BrowseStudy(Deck("d", "D")).study)
    qtbot.waitUntil(page.empty.isVisible)
    assert "There are no cards yet." in page.empty.said
    assert "drop one on this window" in page.empty.said
    assert not page.empty.clear.isVisible()


def test_trouble_is_said(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()

    def fail(_text: str) -> None:
        raise StudyError("The collection cannot be read.", mend="Restore a backup.")

    fake.before_search = fail
    with qtbot.waitSignal(page.message) as said:
        page.refresh(fake.study)
    assert said.args == ["The collection cannot be read. Restore a backup."]


def test_the_same_cards_after_a_change_keep_the_present_one(qtbot: QtBot, page: BrowsePage) -> None:
    fake = measures()
    page.refresh(fake.study)
    wait_for(qtbot, page, ALL)
    page.table.selectRow(3)
    searches = len(fake.asked)
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: ("search", "") in fake.asked[searches:])
    wait_for(qtbot, page, ALL)
    assert page.table.currentIndex().row() == 3


def test_the_present_card_is_found_again_in_another_result(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    page.table.selectRow(4)
    page.show_search("green")
    wait_for(qtbot, page, ["What is third?", "And which colour?"])
    assert page.table.currentIndex().row() == 1


def test_a_small_window_shows_what_matters_most(qtbot: QtBot, page: BrowsePage) -> None:
    page.refresh(measures().study)
    wait_for(qtbot, page, ALL)
    page.resize(616, 560)
    hidden = [page.table.isColumnHidden(number) for number in range(7)]
    assert hidden == [False, False, True, True, False, False, True]
    page.resize(1000, 700)
    assert not any(page.table.isColumnHidden(number) for number in range(7))


def test_every_control_has_a_name(page: BrowsePage) -> None:
    assert page.field.accessibleName()
    assert page.table.accessibleName()
    for button in page.findChildren(QPushButton):
        assert button.text() or button.accessibleName()


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    home = tmp_path / "collection"
    home.mkdir()
    with Study.open(home) as opened:
        opened.load_curated()
        yield opened


def test_the_curated_decks_are_searched_in_both_languages(
    qtbot: QtBot, page: BrowsePage, study: Study
) -> None:
    page.refresh(study)
    page.show_search("生产力 deck:nqpf-terms")
    qtbot.waitUntil(lambda: any("新质生产力" in answer for answer in column(page, 1)))
    page.show_search("deck:nqpf-measures kind:measure")
    qtbot.waitUntil(lambda: "Which is measure 1" in " ".join(column(page)))
    qtbot.waitUntil(lambda: bool(page.preview.pane.passages))


def test_a_card_is_suspended_for_good(qtbot: QtBot, page: BrowsePage, study: Study) -> None:
    page.refresh(study)
    qtbot.waitUntil(lambda: page.model.rowCount() > 100)
    key = page.table.present_key()
    with qtbot.waitSignal(page.changed):
        page.table.acts[Act.SUSPEND].trigger()
    assert study.search("is:suspended") == [key]
    page.show_search("is:suspended")
    qtbot.waitUntil(lambda: column(page, Column.STATE) == ["Suspended"])


def test_beside_the_table_a_short_card_leaves_the_room_to_its_passages(
    qtbot: QtBot, page: BrowsePage
) -> None:
    page.resize(1900, 1000)
    page.refresh(measures().study)
    page.show_search("second")
    qtbot.waitUntil(lambda: bool(page.preview.pane.passages))
    card, pane = page.preview.card, page.preview.pane
    qtbot.waitUntil(lambda: card.height() == card.sizeHint().height())
    assert card.verticalScrollBar().maximum() == 0
    assert pane.height() > card.height()
    assert pane.height() + card.height() == page.preview.height()
    assert page.preview.width() > 400, "on a wide window the passages have more room"
