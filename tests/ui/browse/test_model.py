from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.review import CardStatus
from nqpf_study.ui.browse.columns import Column
from nqpf_study.ui.browse.model import KEPT, QUEUED, WINDOW, CardsModel
from tests.fakes.browse_study import BrowseStudy, basic

TODAY = 738_000
NOTES = tuple(basic(f"n{number}", f"Question {number}?", "Answer") for number in range(500))


class Shelf:
    """Answers what the model wants, and remembers in which order it was wanted."""

    def __init__(self, model: CardsModel) -> None:
        self.fake = BrowseStudy(Deck("d", "D", notes=NOTES))
        self.wanted: list[int] = []
        self.model = model
        model.rows_wanted.connect(self.serve)

    def serve(self, window: int, keys: Sequence[int]) -> None:
        self.wanted.append(window)
        self.model.take_rows(window, self.fake.cards(keys))


def said(model: CardsModel, row: int, column: int = Column.QUESTION) -> object:
    return model.data(model.index(row, column))


def settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


def test_rows_are_fetched_in_windows_when_they_are_looked_at(qtbot: QtBot) -> None:
    model = CardsModel()
    shelf = Shelf(model)
    model.show_keys(range(1, 501), TODAY)
    assert said(model, 250) == "…"
    qtbot.waitUntil(lambda: said(model, 250) == "Question 250?")
    assert said(model, 299) == "Question 299?"
    assert shelf.wanted == [2]


def test_a_hundred_thousand_keys_cost_no_rows(qtbot: QtBot) -> None:
    model = CardsModel()
    shelf = Shelf(model)
    with qtbot.waitSignal(model.modelReset):
        model.show_keys(range(1, 100_001), TODAY)
    assert model.rowCount() == 100_000
    settle()
    assert shelf.wanted == []


def test_what_was_looked_at_last_comes_first_and_what_was_passed_by_not_at_all(
    qtbot: QtBot,
) -> None:
    model = CardsModel()
    wanted: list[int] = []
    model.rows_wanted.connect(lambda window, _keys: wanted.append(window))
    model.show_keys(range(1, 100_001), TODAY)
    for row in range(0, 100_000, WINDOW):
        said(model, row)
    qtbot.waitUntil(lambda: bool(wanted))
    while True:
        before = len(wanted)
        model.take_rows(wanted[-1], [])
        settle()
        if len(wanted) == before:
            break
    assert wanted == [999, 998, 997, 996][:QUEUED]


def test_only_one_window_is_fetched_at_a_time(qtbot: QtBot) -> None:
    model = CardsModel()
    wanted: list[int] = []
    model.rows_wanted.connect(lambda window, _keys: wanted.append(window))
    model.show_keys(range(1, 501), TODAY)
    said(model, 0)
    said(model, 400)
    qtbot.waitUntil(lambda: bool(wanted))
    settle()
    assert wanted == [4]


def test_the_rows_of_long_ago_are_let_go(qtbot: QtBot) -> None:
    model = CardsModel()
    shelf = Shelf(model)
    model.show_keys(list(range(1, 501)) * (KEPT // 4), TODAY)
    for window in range(KEPT + 2):
        said(model, window * WINDOW)
        settle()
        assert shelf.wanted[-1] == window
    said(model, 0)
    qtbot.waitUntil(lambda: shelf.wanted.count(0) == 2)


def test_the_same_keys_again_are_read_anew_without_a_reset(qtbot: QtBot) -> None:
    model = CardsModel()
    shelf = Shelf(model)
    model.show_keys(range(1, 501), TODAY)
    said(model, 0)
    qtbot.waitUntil(lambda: said(model, 0, Column.STATE) == "New")
    shelf.fake.set_status(1, CardStatus(suspended=True))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_keys(range(1, 501), TODAY)
    assert said(model, 0, Column.STATE) == "New"
    qtbot.waitUntil(lambda: said(model, 0, Column.STATE) == "Suspended")


def test_the_columns_have_names() -> None:
    model = CardsModel()
    titles = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert titles[:8] == ["Question", "Answer", "Deck", "Kind", "State", "Due", "Lapses", ""]
    assert all(titles[8:])
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert model.headerData(Column.FLAG, Qt.Orientation.Horizontal, role) == "Flag"


def test_a_flagged_card_has_a_sign_and_says_so(qtbot: QtBot) -> None:
    model = CardsModel()
    shelf = Shelf(model)
    shelf.fake.flag([2], on=True)
    model.show_keys([1, 2], TODAY)
    qtbot.waitUntil(lambda: said(model, 0) != "…")
    sign, spoken = Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.AccessibleTextRole
    shown = [model.data(model.index(row, Column.FLAG), sign) for row in range(2)]
    assert [isinstance(each, QIcon) for each in shown] == [False, True]
    assert model.data(model.index(1, Column.QUESTION), sign) is None
    heard = [model.data(model.index(row, Column.QUESTION), spoken) for row in range(2)]
    assert heard == [said(model, 0), f"Flagged: {said(model, 1)}"]
