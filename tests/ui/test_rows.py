from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.options import FormChoice
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session.parts.rows import RowButton
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
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


@pytest.mark.parametrize("form", [FormChoice.MATCH, FormChoice.CHOICE])
def test_every_line_shows_all_its_words(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, form: FormChoice
) -> None:
    Look(qapp, Appearance.LIGHT, 1.0)
    view = SessionView(Preferences(tmp_path))
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitActive(view):
        view.show()
    study = memory_study(
        tmp_path, Deck("d", "D", notes=tuple(map(pledge, PLEDGES, PLEDGES.values())))
    )
    view.begin(study, study.session(None, form))
    qtbot.waitUntil(lambda: bool(rows(view)) and all(map(shows_all, rows(view))), timeout=2000)


def rows(view: SessionView) -> list[RowButton]:
    return [row for row in view.card.findChildren(RowButton) if row.isVisible()]


def shows_all(row: RowButton) -> bool:
    return row.words.height() >= row.words.heightForWidth(row.words.width())
