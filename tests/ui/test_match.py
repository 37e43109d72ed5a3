from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from nqpf_study.domain.forms import Match
from nqpf_study.domain.review import CardId
from nqpf_study.ui.session.parts.match import MatchPart

CUES = tuple(
    f"What did the {number} provinces of the north east outline, along with their pledges and with"
    " what they had reached by then, in the work reports that they made in January 2024?"
    for number in ("four", "five", "six", "seven")
)
ANSWERS = ("To foster new forces", "The high road", "Where forces are anchored", "Growth")


@pytest.fixture
def area(qtbot: QtBot, qapp: QApplication) -> QScrollArea:
    cards = tuple(CardId("deck", f"note-{at}", "answer") for at in range(4))
    made = MatchPart(Match(CUES, ANSWERS, (1, 0, 3, 2), 0, cards), str)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    area.resize(700, 500)
    qtbot.addWidget(area)
    area.show()
    qapp.processEvents()
    return area


def test_whether_questions_are_cut_hangs_on_the_room_alone(area: QScrollArea) -> None:
    """Asked twice at once, it is found the same: what was cut the first time is forgotten."""

    part = area.widget()
    assert isinstance(part, MatchPart)

    def cut(room: int) -> list[bool]:
        part.fit(room)
        return ["…" in cue.words.text() for cue in part.cues]

    high = part.column.heightForWidth(part.width())
    assert cut(2 * high) == [False] * 4
    assert cut(60) == [False, True, True, True]  # the one that is worked on is whole
    assert cut(2 * high) == [False] * 4
    whole = part.column.heightForWidth(part.width())
    assert cut(60) == [False, True, True, True]
    assert part.column.heightForWidth(part.width()) < whole
    for _ in range(3):
        assert cut(whole) == [False] * 4
