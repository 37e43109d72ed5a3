from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from nqpf_study import paths
from nqpf_study.domain.errors import BadInput, Problem, StudyError
from nqpf_study.domain.phrase import phrase
from nqpf_study.ui import words
from nqpf_study.ui.language import Language, speak, spoken, system_language, told, told_error
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.settings.page import SettingsPage

TODAY = date(2024, 6, 5).toordinal()


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    before = QLocale()
    yield
    speak(Language.ENGLISH)
    QLocale.setDefault(before)


def said(text: str) -> str:
    return QCoreApplication.translate("menus", text)


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], Language.CHINESE),
        (["zh_CN"], Language.CHINESE),
        (["zh-Hant-TW", "en-US"], Language.CHINESE),
        (["en-GB", "zh-CN"], Language.ENGLISH),
        (["de-DE", "zh-CN"], Language.CHINESE),
        (["de-DE", "fr"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_system_says_which_language_is_liked_best(tags: list[str], language: Language) -> None:
    assert system_language(tags) is language


def test_a_chinese_system_gets_a_chinese_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["zh-Hans-CN", "zh"])
    speak(Language.SYSTEM)
    assert spoken() is Language.CHINESE
    assert said("&File") == "文件(&F)"


def test_it_is_spoken_until_another_is_chosen(qtbot: QtBot) -> None:
    speak(Language.CHINESE)
    speak(Language.CHINESE)
    assert said("&File") == "文件(&F)"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().startswith("取消")
    speak(Language.ENGLISH)
    assert said("&File") == "&File"
    assert spoken() is Language.ENGLISH


def test_without_its_file_a_language_is_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    speak(Language.CHINESE)
    assert said("&File") == "&File"
    assert words.minutes(timedelta(minutes=5)) == "5 minutes"


def test_days_and_times_are_said_as_each_language_says_them() -> None:
    speak(Language.ENGLISH)
    assert words.coming(TODAY + 2, TODAY) == "on Friday"
    assert words.past(TODAY - 126, TODAY) == "on 31 January"
    speak(Language.CHINESE)
    assert words.coming(TODAY + 1, TODAY) == "明天"
    assert words.coming(TODAY + 2, TODAY) == "星期五"
    assert words.past(TODAY - 126, TODAY) == "1月31日"
    assert words.past(TODAY - 365 - 126, TODAY) == "2023年1月31日"
    assert words.interval(timedelta(minutes=10)) == "10 分钟"
    assert words.interval(timedelta(days=400)) == "1.1 年"
    assert words.listed(("40 张卡片", "约 7 分钟")) == "40 张卡片，约 7 分钟"
    assert words.running(("没有任何改动。", "", "请另选位置。")) == "没有任何改动。请另选位置。"


def test_one_and_many_are_told_apart_where_a_language_does_so() -> None:
    def days(number: int) -> str:
        return words.interval(timedelta(days=number))

    speak(Language.ENGLISH)
    assert [days(number) for number in (1, 2, 21)] == ["1 day", "2 days", "21 days"]
    speak(Language.CHINESE)
    assert [days(number) for number in (1, 2, 21)] == ["1 天", "2 天", "21 天"]


def test_what_comes_from_below_is_translated() -> None:
    speak(Language.CHINESE)
    lacking = phrase("There is no deck “{id}” in the collection.", id="Nothing was changed.")
    assert told(lacking) == "学习库中没有牌组“Nothing was changed.”。"
    inner = phrase("a member of `{name}`", name="parts")
    nested = phrase("{what} needs the field `{name}`", what=inner, name="id")
    assert told(nested) == "`parts` 中的一项需要字段 `id`"
    assert told("Nothing was changed.") == "没有任何改动。"
    assert told("words of nobody") == "words of nobody"
    assert told("") == ""


def test_an_error_is_told_whole_with_all_its_problems() -> None:
    speak(Language.CHINESE)
    error = StudyError("A deck needs a title.", mend="Choose another place.", safe="Nothing.")
    assert str(told_error(error)) == "牌组需要标题。 Nothing. 请另选位置。"
    problem = Problem(
        "a.yaml", 3, 1, "bad-id", phrase("“{value}” is no id", value="X"), "leave it out"
    )
    translated = told_error(BadInput(phrase("{name} has errors.", name="a.yaml"), (problem,)))
    assert isinstance(translated, BadInput)
    assert str(translated) == "a.yaml 有错误。"
    assert str(translated.problems[0]) == "a.yaml:3:1: bad-id: “X”不是 id (请删去)"


def test_the_choice_is_kept(tmp_path: Path) -> None:
    assert Preferences(tmp_path).language is Language.SYSTEM
    Preferences(tmp_path).language = Language.CHINESE
    assert Preferences(tmp_path).language is Language.CHINESE
    file = tmp_path / "window.ini"
    file.write_text(file.read_text("utf-8").replace("zh_CN", "klingon"), "utf-8")
    assert Preferences(tmp_path).language is Language.SYSTEM


def test_it_is_chosen_in_the_settings_by_its_own_name(qtbot: QtBot, tmp_path: Path) -> None:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show_preferences(Preferences(tmp_path), tmp_path)
    shown = [page.language.itemText(at) for at in range(page.language.count())]
    assert shown == ["As the system", "English", "简体中文"]
    assert page.language.accessibleName() == "Language"
    with qtbot.waitSignal(page.language_changed):
        QTest.keyClick(page.language, Qt.Key.Key_End)
    assert Preferences(tmp_path).language is Language.CHINESE
    with qtbot.assertNotEmitted(page.language_changed):
        page.language.activated.emit(2)
