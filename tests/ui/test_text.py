from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from nqpf_study.ui.chinese import FAMILIES, marked_up
from nqpf_study.ui.widgets.text import CardText, Text


def test_chinese_runs_have_their_language_and_their_fonts() -> None:
    html = marked_up("new 新质生产力 forces")
    marked = re.findall(r'<span lang="zh-Hans" style="font-family: ([^"]*)">(.*?)</span>', html)
    assert [run for _, run in marked] == ["新质生产力"]
    assert marked[0][0].startswith(f"'{FAMILIES[0]}'")


@given(st.text(st.sampled_from("<>&\"'/ab新 \n#;img src=")))
def test_no_words_are_taken_for_markup(text: str) -> None:
    html = marked_up(text)
    assert set(re.findall(r"</?(\w+)", html)) <= {"span", "br"}
    shown = QTextDocumentFragment.fromHtml(f"<p>{html}</p>").toPlainText()
    assert shown.split() == text.split()


@pytest.mark.parametrize(
    "hostile",
    ['<img src="{file}">', '<table background="{file}">x</table>', "<b>bold</b>", "&lt;"],
)
def test_a_label_shows_hostile_text_as_it_stands(
    qtbot: QtBot, tmp_path: Path, hostile: str
) -> None:
    text = hostile.replace("{file}", str(tmp_path / "secret.png"))
    for label in (CardText(text), Text(text)):
        qtbot.addWidget(label)
        label.show()
        said = QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        assert (said if isinstance(label, CardText) else label.text()) == text


def test_lines_are_set_by_the_size_of_the_font(qtbot: QtBot) -> None:
    label = CardText("one\ntwo\nthree")
    qtbot.addWidget(label)
    label.setStyleSheet("font-size: 20px")
    label.show()
    assert label.sizeHint().height() == pytest.approx(3 * 20 * 1.4, abs=12)
    label.setStyleSheet("font-size: 40px")
    assert label.sizeHint().height() == pytest.approx(3 * 40 * 1.4, abs=24)
