from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import FormChoice
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session.parts.match import MatchPart
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
    question = (
        f"What did {province} pledge in the work report of its provincial government, as the page"
        " of China.org.cn on new quality productive forces tells it in March 2024?"
    )
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


def test_four_long_questions_to_match_are_seen_with_their_answers_in_a_small_window(
    view: SessionView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.resize(800, 560)
    begin(view, tmp_path, FormChoice.MATCH)
    part = view.card.part
    assert isinstance(part, MatchPart)
    seen = view.card.viewport().rect()

    def whole(row: RowButton) -> bool:
        corner = row.mapTo(view.card.viewport(), QPoint())
        return seen.contains(QRect(corner, row.size()))

    folded = [False, True, True, True]
    qtbot.waitUntil(lambda: [shown_in_part(row) for row in part.cues] == folded, timeout=2000)
    qtbot.waitUntil(lambda: all(map(whole, rows(view))), timeout=2000)
    assert all("provincial government" in row.accessibleName() for row in part.cues)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not shown_in_part(part.cues[1]) and shown_in_part(part.cues[0]))
    qtbot.waitUntil(lambda: all(map(whole, rows(view))), timeout=2000)
    qtbot.waitUntil(lambda: all(map(shows_all, rows(view))), timeout=2000)


def test_questions_are_whole_where_there_is_room(
    view: SessionView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.resize(900, 1200)
    begin(view, tmp_path, FormChoice.MATCH)
    qtbot.waitUntil(lambda: bool(rows(view)) and all(map(shows_all, rows(view))), timeout=2000)
    assert not any(map(shown_in_part, rows(view)))


def shown_in_part(row: RowButton) -> bool:
    return row.words.text().endswith("…</p>")


def colour_of(row: RowButton) -> str:
    return row.words.palette().color(row.words.foregroundRole()).name()


def rows(view: SessionView) -> list[RowButton]:
    return [row for row in view.card.findChildren(RowButton) if row.isVisible()]


def shows_all(row: RowButton) -> bool:
    return row.words.height() >= row.words.heightForWidth(row.words.width())
