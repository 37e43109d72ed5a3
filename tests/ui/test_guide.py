"""The page for teachers in the app: set well, searched, and its links followed only when asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QDesktopServices,
    QFont,
    QTextBlock,
    QTextFormat,
    QTextTable,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study import paths
from nqpf_study.ui.guide.dialog import GuideDialog
from nqpf_study.ui.guide.setting import Heading
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.style import Look, colours
from nqpf_study.ui.tokens import DARK, LIGHT

PAGE = paths.guide().read_text("utf-8")
CHINESE = paths.guide(chinese=True).read_text("utf-8")


@pytest.fixture
def guide(qapp: QApplication, qtbot: QtBot) -> GuideDialog:
    Look(qapp, Appearance.LIGHT, 1.0)
    return shown(qtbot, PAGE)


@pytest.fixture
def chinese(qapp: QApplication, qtbot: QtBot) -> GuideDialog:
    Look(qapp, Appearance.LIGHT, 1.0)
    return shown(qtbot, CHINESE)


def shown(qtbot: QtBot, page: str) -> GuideDialog:
    made = GuideDialog("How to write decks", page, paths.guide().parent)
    with qtbot.waitActive(made):
        made.show()
    return made


def listed(guide: GuideDialog) -> list[str]:
    rows = range(guide.contents.count())
    return [guide.contents.item(row).text().strip() for row in rows]


def headings(page: str) -> list[str]:
    return [line.lstrip("# ") for line in page.splitlines() if line.startswith(("## ", "### "))]


def block(guide: GuideDialog, beginning: str) -> QTextBlock:
    found = guide.text.document().begin()
    while found.isValid() and not found.text().startswith(beginning):
        found = found.next()
    assert found.isValid(), beginning
    return found


def test_the_page_begins_at_its_beginning(guide: GuideDialog) -> None:
    assert guide.text.verticalScrollBar().value() == 0
    assert guide.text.toPlainText().startswith("How to write decks\n")


def test_the_contents_lead_to_every_heading(guide: GuideDialog) -> None:
    assert listed(guide) == headings(PAGE)
    bar = guide.text.verticalScrollBar()
    for row, heading in enumerate(listed(guide)):
        guide.contents.setCurrentRow(row)
        assert guide.text.textCursor().block().text() == heading
        assert 0 <= guide.text.cursorRect().top() <= 40 or bar.value() == bar.maximum()


def test_a_link_within_the_page_scrolls(guide: GuideDialog) -> None:
    guide.text.anchorClicked.emit(QUrl("#kinds"))
    assert guide.text.textCursor().block().text() == "Kinds"
    assert guide.text.verticalScrollBar().value() > 0


def test_other_links_are_the_systems(guide: GuideDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    guide.text.anchorClicked.emit(QUrl("examples/tide-mills.yaml"))
    guide.text.anchorClicked.emit(QUrl("https://example.org/a"))
    assert Path(asked[0].toLocalFile()) == paths.guide().parent / "examples" / "tide-mills.yaml"
    assert asked[1] == QUrl("https://example.org/a")
    assert guide.text.toPlainText().startswith("How to write decks")


def test_what_the_system_cannot_open_is_named(
    guide: GuideDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(guide.message) as said:
        guide.text.anchorClicked.emit(QUrl("https://example.org/a"))
    assert "https://example.org/a" in said.args[0]


def test_words_are_found_one_after_the_other(guide: GuideDialog) -> None:
    guide.field.setFocus()
    guide.field.setText("backup")
    first = guide.text.textCursor()
    assert first.selectedText() == "backup"
    guide.field.returnPressed.emit()
    again = guide.text.textCursor()
    assert again.selectedText().lower() == "backup"
    guide.field.setText("no such words")
    assert not guide.text.textCursor().hasSelection()


def test_the_search_begins_anew_at_the_end(qtbot: QtBot) -> None:
    guide = shown(qtbot, "# A page\n\none two\n\none")
    guide.field.setText("one")
    places = [guide.text.textCursor().selectionStart()]
    for _ in range(2):
        guide.field.returnPressed.emit()
        places.append(guide.text.textCursor().selectionStart())
    assert places[0] < places[1]
    assert places[2] == places[0]


def test_enter_in_the_search_leaves_the_guide_open(guide: GuideDialog) -> None:
    guide.field.setFocus()
    QTest.keyClicks(guide.field, "cards")
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide.isVisible()
    QTest.keyClick(guide.field, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_code_and_tables_are_set_apart(guide: GuideDialog) -> None:
    code = block(guide, "deck:")
    assert code.blockFormat().background().color() == QColor(LIGHT.side)
    assert code.begin().fragment().charFormat().fontFamilies()[-1]
    heading = block(guide, "Begin")
    assert heading.begin().fragment().charFormat().fontWeight() == QFont.Weight.DemiBold
    frames = guide.text.document().rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    assert len(tables) == sum(line.startswith("|--") for line in PAGE.splitlines())
    for table in tables:
        head = table.cellAt(0, 0).firstCursorPosition().block()
        assert head.begin().fragment().charFormat().fontWeight() == QFont.Weight.DemiBold


def test_it_follows_light_and_dark(guide: GuideDialog, qapp: QApplication) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    guide.contents.setCurrentRow(5)
    look.choose(Appearance.DARK, 1.5)
    qapp.processEvents()
    assert colours() is DARK
    assert block(guide, "deck:").blockFormat().background().color() == QColor(DARK.side)
    assert guide.text.document().defaultFont().pixelSize() == 22
    assert guide.text.at_top() == guide.text.headings[6].at
    guide.contents.setCurrentRow(20)  # where it stands in the larger text
    assert guide.text.textCursor().block().text() == listed(guide)[20]
    look.choose(Appearance.LIGHT, 1.0)


@pytest.mark.parametrize(
    "trap",
    [
        "![a picture](file:///etc/hostname)",
        "<img src='file:///etc/hostname'>",
        "![a picture](//host/share.png)",
        "<script>alert(1)</script>",
    ],
)
def test_a_page_loads_nothing(qtbot: QtBot, trap: str) -> None:
    guide = shown(qtbot, f"# A page\n\n{trap}\n")
    guide.grab()
    assert guide.text.loadResource(2, QUrl("file:///etc/hostname")).isNull()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [("Writing good cards", "writing-good-cards"), ("term 术语（词）", "term-术语词")],
)
def test_a_heading_is_named_in_links_as_elsewhere(heading: str, fragment: str) -> None:
    assert Heading(2, heading, 0).fragment == fragment


def test_a_link_to_the_page_in_another_language_asks_for_it(
    guide: GuideDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(f"{url} was opened"))
    with qtbot.waitSignal(guide.page_asked) as asked:
        guide.text.anchorClicked.emit(QUrl("decks.zh-CN.md"))
    assert asked.args == [paths.guide(chinese=True)]


def test_it_turns_to_another_page_with_its_contents(guide: GuideDialog) -> None:
    guide.contents.setCurrentRow(20)
    guide.turn_to(CHINESE)
    assert guide.text.verticalScrollBar().value() == 0
    assert listed(guide) == headings(CHINESE)
    for row, heading in enumerate(listed(guide)):
        guide.contents.setCurrentRow(row)
        assert guide.text.textCursor().block().text() == heading
    guide.turn_to(PAGE)
    assert listed(guide) == headings(PAGE)


def test_chinese_words_are_found_one_after_the_other(chinese: GuideDialog) -> None:
    chinese.field.setText("牌组包")
    assert not chinese.text.textCursor().hasSelection()
    chinese.field.setText("学习进度")
    places = []
    for _ in range(4):
        cursor = chinese.text.textCursor()
        assert cursor.selectedText() == "学习进度"
        places.append(cursor.selectionStart())
        chinese.field.returnPressed.emit()
    assert places[0] < places[1] < places[2]
    assert CHINESE.count("学习进度") == len(set(places))


def test_every_link_of_the_chinese_page_leads_somewhere(chinese: GuideDialog) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", CHINESE)
    assert len(targets) > 3
    fragments = {heading.fragment for heading in chinese.text.headings}
    for target in targets:
        if target.startswith("#"):
            assert target[1:] in fragments
            chinese.text.anchorClicked.emit(QUrl(target))
            assert chinese.text.verticalScrollBar().value() > 0
        else:
            assert (paths.guide().parent / target).is_file()


def test_marks_beside_chinese_are_understood(chinese: GuideDialog) -> None:
    """Markdown knows no bold text between a letter and a full stop: it would show the stars."""
    found = chinese.text.document().begin()
    bold = 0
    while found.isValid():
        if not found.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value):
            for run in found.textFormats():
                words = found.text()[run.start : run.start + run.length]
                assert run.format.fontFixedPitch() or not set("*`") & set(words), found.text()
                bold += run.format.fontWeight() == QFont.Weight.Bold
        found = found.next()
    assert bold == CHINESE.count("**") / 2


def test_parts_have_names_for_screen_readers(guide: GuideDialog) -> None:
    for part in (guide.text, guide.contents, guide.field):
        known = QAccessible.queryAccessibleInterface(part)
        assert known.text(QAccessible.Text.Name)
