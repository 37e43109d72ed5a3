from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from nqpf_study.ui.language import Language, speak
from nqpf_study.ui.menus import ERRANDS, fill_menus


class Anything(dict[str, object]):
    """What every entry does: nothing."""

    def __missing__(self, _name: str) -> object:
        return lambda: None


@pytest.fixture(params=[Language.ENGLISH, Language.CHINESE])
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    speak(request.param)
    yield request.param
    speak(Language.ENGLISH)


def mnemonics(texts: list[str]) -> list[str]:
    found = (re.search(r"&(?!&)(.)", text) for text in texts)
    return [letter[1].upper() for letter in found if letter]


def test_no_two_entries_of_a_menu_have_the_same_mnemonic(qtbot: QtBot, language: Language) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = fill_menus(window, Anything())  # type: ignore[arg-type]
    assert set(ERRANDS) <= set(actions)
    menus = [window.menuBar().actions()]
    menus += [menu.actions() for menu in window.menuBar().findChildren(QMenu)]
    for entries in menus:
        texts = [entry.text() for entry in entries if not entry.isSeparator()]
        letters = mnemonics(texts)
        twice = [letter for letter, times in Counter(letters).items() if times > 1]
        assert not twice, texts
        assert len(letters) >= len(texts) - 1, "an entry without one is for a list of its own"
        if language is Language.CHINESE:
            assert all(re.search(r"\(&[A-Z]\)|（&[A-Z]）", text) for text in texts if "&" in text)
