from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from nqpf_study.ui.browse.model import CardsModel, Index
from nqpf_study.ui.browse.table import CardTable


class Counting(CardsModel):
    """Counts how often it is asked for its size: each look at an index does so."""

    asked = 0

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        self.asked += 1
        return super().rowCount(parent)


def test_choosing_a_hundred_thousand_cards_looks_at_few_of_them(qtbot: QtBot) -> None:
    model = Counting()
    table = CardTable(model)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    model.show_keys(range(1, 100_001), 1)
    QCoreApplication.processEvents()
    before = model.asked
    table.selectAll()
    table.viewport().repaint()
    table.horizontalHeader().viewport().repaint()
    assert table.chosen_count() == 100_000
    assert model.asked - before < 10_000
