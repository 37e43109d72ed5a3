from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import FormChoice
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session.parts.rows import RowButton
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
from nqpf_study.ui.tokens import LIGHT
from tests.fakes.study import memory_study

PLEDGES = {
    "Guangdong": "integrated circuits; new energy storage; commercial spaceflight",
    "Liaoning": "clustered, integrated development of new materials and bio-medicine",
    "Hainan": "new tracks such as the seed industry, aerospace and others",
    "Anhui": "a leading position in intelligent connected new-energy vehicles",
}


def pledge(province: str, text: str) -> Note:
    question = f"What did {province} pledge in the work report of its provincial government?"
    return Note(province, "basic", {"question": question, "answer": text})


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> SessionView:
    Look(qapp, Appearance.LIGHT, 1.0)
    made = SessionView(Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def begin(view: SessionView, folder: Path, form: FormChoice) -> None:
    notes = tuple(pledge(*each) for each in PLEDGES.items())
    study = memory_study(folder, Deck("d", "D", notes=notes))
    view.begin(study, study.session(None, form))


@pytest.mark.parametrize("form", [FormChoice.MATCH, FormChoice.CHOICE])
def test_every_line_shows_all_its_words(
    view: SessionView, qtbot: QtBot, tmp_path: Path, form: FormChoice
) -> None:
    begin(view, tmp_path, form)
    qtbot.waitUntil(lambda: bool(rows(view)) and all(map(shows_all, rows(view))), timeout=2000)


def test_after_a_choice_the_right_answer_and_the_chosen_one_are_as_dark_as_the_question(
    view: SessionView, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(view, tmp_path, FormChoice.CHOICE)
    qtbot.waitUntil(lambda: len(rows(view)) == 4)
    QTest.keyClick(view, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not rows(view)[0].isEnabled())
    colours = {row.property("role"): colour_of(row) for row in rows(view)}
    marked = {role for role in colours if role in ("option-right", "option-wrong")}
    assert {colours[role] for role in marked} == {LIGHT.text}
    assert colours["option-other"] == LIGHT.muted


def colour_of(row: RowButton) -> str:
    return row.words.palette().color(row.words.foregroundRole()).name()


def rows(view: SessionView) -> list[RowButton]:
    return [row for row in view.card.findChildren(RowButton) if row.isVisible()]


def shows_all(row: RowButton) -> bool:
    return row.words.height() >= row.words.heightForWidth(row.words.width())
