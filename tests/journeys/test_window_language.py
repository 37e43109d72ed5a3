"""The window in another language: chosen in the settings, spoken at once, kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nqpf_study.ui.guide.dialog import GuideDialog
from nqpf_study.ui.home.page import HomePage
from nqpf_study.ui.language import Language, speak
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.session.sitting import Phase
from nqpf_study.ui.settings.page import SettingsPage
from tests.journeys.desk import CTRL, Desk, words_on


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    before = QLocale()
    yield
    speak(Language.ENGLISH)
    QLocale.setDefault(before)


def choose(desk: Desk, key: Qt.Key) -> SettingsPage:
    """Choose a language in the settings, by keys."""
    before = desk.go(SettingsPage)
    desk.tab_to(before.language)
    QTest.keyClick(before.language, key)
    desk.wait(lambda: desk.page(SettingsPage) is not before)
    after = desk.page(SettingsPage)
    desk.wait(after.language.hasFocus)
    return after


def menu_words(desk: Desk) -> list[str]:
    found = []
    for action in desk.window.shell.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found += [action.text(), *(entry.text() for entry in menu.actions() if entry.text())]
    return found


def test_everything_speaks_chinese_at_once_and_english_again(desk: Desk) -> None:
    home = desk.open_at_home()
    english = menu_words(desk)
    assert english[0] == "&File"

    page = choose(desk, Qt.Key.Key_End)
    assert "外观" in words_on(page)
    assert desk.window.shell.windowTitle().startswith("设置")
    assert desk.button("学习", desk.window.shell).isVisible()
    chinese = menu_words(desk)
    assert chinese[0] == "文件(&F)"
    assert len(chinese) == len(english)
    assert not set(chinese) & set(english), "entries that stayed English"

    desk.press("1", CTRL)
    again = desk.at_home()
    assert again is not home
    assert again.headline.text() == "40 张卡片，约 7 分钟"
    assert again.start.text() == "开始"

    choose(desk, Qt.Key.Key_Up)
    assert menu_words(desk) == english
    desk.press("1", CTRL)
    assert desk.at_home().headline.text() == "40 cards, about 7 minutes"
    desk.close()


def test_a_session_goes_on_in_the_other_language(desk: Desk) -> None:
    desk.open_at_home()
    desk.press("Return")
    before = desk.in_session()
    desk.press("Space")
    desk.press("3")
    desk.press("Space")
    asked, remaining = desk.sitting.asked, desk.sitting.remaining
    assert desk.phase is Phase.ANSWER

    choose(desk, Qt.Key.Key_End)
    desk.press("1", CTRL)
    after = desk.in_session()
    assert after is not before
    assert desk.sitting.asked is asked
    assert desk.sitting.remaining == remaining
    assert desk.phase is Phase.ANSWER
    assert "良好" in words_on(after)
    assert "Good" not in words_on(after)

    desk.press("3")
    desk.wait(lambda: desk.phase is Phase.QUESTION)
    assert desk.button("显示答案").isVisible()
    desk.press("Z")
    desk.wait(lambda: desk.sitting.asked.card.key == asked.card.key)
    desk.press("Escape")
    desk.page(HomePage)
    desk.close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_page_on_decks_is_in_the_language_of_the_window(desk: Desk) -> None:
    desk.open_at_home()
    choose(desk, Qt.Key.Key_End)
    desk.window.actions["guide"].trigger()
    guide = desk.dialog(GuideDialog)
    assert guide.windowTitle() == "如何编写牌组"
    text = guide.text
    assert text.toPlainText().startswith("如何编写牌组\n")
    text.anchorClicked.emit(QUrl("decks.md"))
    desk.wait(lambda: text.toPlainText().startswith("How to write decks"))
    text.anchorClicked.emit(QUrl("decks.zh-CN.md"))
    desk.wait(lambda: text.toPlainText().startswith("如何编写牌组"))
    assert desk.window.shell.findChildren(GuideDialog) == [guide]

    QTest.keyClick(desk.page(SettingsPage).language, Qt.Key.Key_Up)
    desk.wait(lambda: not desk.window.shell.findChildren(GuideDialog))
    desk.window.actions["guide"].trigger()
    assert desk.dialog(GuideDialog).text.toPlainText().startswith("How to write decks")
    desk.press("Escape")
    desk.close()


def test_the_choice_is_there_after_a_restart(desk: Desk) -> None:
    desk.open_at_home()
    choose(desk, Qt.Key.Key_End)
    desk.close()
    speak(Language.ENGLISH)
    assert Preferences(desk.home).language is Language.CHINESE
    assert desk.open_at_home().start.text() == "开始"
    desk.close()
