from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.app import Study
from nqpf_study.domain.anchoring import Span
from nqpf_study.domain.coverage import SourceCoverage, cover
from nqpf_study.domain.source import Document
from nqpf_study.ui.reader import model
from nqpf_study.ui.reader.model import Reading
from nqpf_study.ui.reader.page import SourcesPage
from tests.fakes.browse_study import GREEN, measures


@pytest.fixture
def page(qtbot: QtBot) -> SourcesPage:
    made = SourcesPage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def rows(page: SourcesPage) -> list[str]:
    model = page.list.sources
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row), role)) for row in range(model.rowCount())]


def test_the_list_says_what_each_source_is(qtbot: QtBot, page: SourcesPage) -> None:
    page.refresh(measures().study)
    facts = "Qiushi · 3 June 2024 · English"
    expected = [
        f"Developing new quality productive forces, {facts}, 4 passages",
        f"A source without its file, {facts}, file missing",
    ]
    qtbot.waitUntil(lambda: rows(page) == expected)


def test_enter_opens_a_source_and_escape_leads_back(
    qapp: QApplication, qtbot: QtBot, page: SourcesPage
) -> None:
    page.refresh(measures().study)
    qtbot.waitUntil(lambda: page.list.currentIndex().isValid())
    page.list.setFocus()
    went: list[QWidget | None] = []
    noted = qapp.focusChanged.connect(lambda _old, new: went.append(new))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reader.isVisible)
    assert "The third measure is green." in page.reader.text.toPlainText()
    QTest.keyClick(page.reader.text, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    qapp.focusChanged.disconnect(noted)
    assert went == [page.reader.text, page.list], "and nowhere on its way"


def test_what_cards_rest_on_is_counted_off_the_gui_thread(
    qtbot: QtBot, page: SourcesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def noted(document: Document, quoted: Iterable[Span]) -> SourceCoverage:
        threads.append(current_thread())
        return cover(document, quoted)

    monkeypatch.setattr(model, "cover", noted)
    page.refresh(measures().study)
    page.show_passage("qiushi", None)
    qtbot.waitUntil(page.reader.coverage.isVisible)
    assert page.reader.coverage.said.text() == "Cards rest on 3 of 4 sentences"
    assert threads
    assert main_thread() not in threads


def test_a_passage_may_be_asked_for_right_after_the_refresh(
    qtbot: QtBot, page: SourcesPage
) -> None:
    page.refresh(measures().study)
    page.show_passage("qiushi", GREEN)
    qtbot.waitUntil(lambda: page.reader.text.place == 3)
    assert page.reader.isVisible()


def test_enter_on_a_passage_lists_its_cards(qtbot: QtBot, page: SourcesPage) -> None:
    fake = measures()
    page.refresh(fake.study)
    page.show_passage("qiushi", GREEN)
    qtbot.waitUntil(lambda: page.reader.text.place == 3)
    QTest.keyClick(page.reader.text, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reader.cards.isVisible)
    assert page.reader.text.reading is not None
    assert ("cards", page.reader.text.reading.cards_on(3)) in fake.asked


def test_a_refresh_keeps_the_source_that_is_open(qtbot: QtBot, page: SourcesPage) -> None:
    page.refresh(measures().study)
    page.show_passage("qiushi", GREEN)
    qtbot.waitUntil(lambda: page.reader.text.place == 3)
    fake = measures()
    page.refresh(fake.study)
    qtbot.waitUntil(lambda: ("read", "qiushi") in fake.asked)
    qtbot.waitUntil(lambda: page.reader.text.place == 3)
    assert page.reader.isVisible()


def test_an_unknown_source_is_said_and_the_list_shows(qtbot: QtBot, page: SourcesPage) -> None:
    page.refresh(measures().study)
    with qtbot.waitSignal(page.message) as said:
        page.show_passage("nowhere", None)
    assert said.args == ["There is no source “nowhere” in the collection."]
    assert page.list.isVisible()


def test_ctrl_f_searches_in_the_text(qtbot: QtBot, page: SourcesPage) -> None:
    page.refresh(measures().study)
    page.show_passage("qiushi", None)
    qtbot.waitUntil(page.reader.isVisible)
    page.focus_search()
    assert page.reader.find_bar.field.hasFocus()


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    home = tmp_path / "collection"
    home.mkdir()
    with Study.open(home) as opened:
        opened.load_curated()
        yield opened


def test_every_curated_passage_is_found_and_shown(
    qtbot: QtBot, page: SourcesPage, study: Study
) -> None:
    page.refresh(study)
    shown = 0
    for document in study.documents():
        page.show_passage(document.source.id, None)
        reading = opened(qtbot, page, document.source.id)
        assert reading.lost == ()
        for number, place in enumerate(reading.places):
            page.reader.text.show_place(number)
            page.reader.text.select(*reading.text.units(place.span))
            words = " ".join(page.reader.text.textCursor().selectedText().split())
            raw = document.text or ""
            assert words == " ".join(raw[place.span.start : place.span.end].split())
            shown += 1
    assert shown > 100


def opened(qtbot: QtBot, page: SourcesPage, source_id: str) -> Reading:
    """Wait until the source is open."""

    def is_open() -> bool:
        reading = page.reader.text.reading
        return reading is not None and reading.source.id == source_id

    qtbot.waitUntil(is_open)
    assert page.reader.text.reading is not None
    return page.reader.text.reading
