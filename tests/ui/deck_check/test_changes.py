"""What an update would change, with the words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.app import Checked, Preview
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.passage import Passage
from nqpf_study.study.ports import DeckChanges
from nqpf_study.ui.deck_check.changes import ChangesPanel, differences
from nqpf_study.ui.importing.model import ImportPlan
from tests.fakes.browse_study import basic

DEPTH = basic("depth", "How deep?", "Six metres")
OLD = replace(DEPTH, fields={"question": "How deep was it?", "answer": "Six metres"})
GONE = basic("cranes", "How many cranes?", "Two")


def plan(**changes: object) -> ImportPlan:
    deck = Deck("harbour", "Our harbour")
    made = DeckChanges(deck, **changes)  # type: ignore[arg-type]
    return ImportPlan(Preview(Checked(Path("harbour.yaml"), deck, ()), made))


def panel(qtbot: QtBot) -> ChangesPanel:
    made = ChangesPanel()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def listed(shown: ChangesPanel) -> list[tuple[object, ...]]:
    model = shown.model
    return [
        tuple(model.data(model.index(row, column)) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_changed_and_retired_notes_are_told_with_their_words(qtbot: QtBot) -> None:
    shown = panel(qtbot)
    shown.show_plan(
        plan(changed=(DEPTH,), retired=("cranes",), unchanged=4), {"depth": OLD, "cranes": GONE}
    )
    assert shown.headline.text() == "Update this deck?"
    assert listed(shown) == [("depth", "basic", "How deep?")]
    assert shown.words.said == "Question: How deep was it? → How deep?"
    shown.choices.buttons()[1].click()
    assert listed(shown) == [("cranes", "basic", "How many cranes?")]
    assert not shown.words.isVisible()
    with qtbot.waitSignal(shown.import_asked):
        shown.import_button.click()


def test_tab_leads_from_the_button_by_the_counts_to_their_notes(qtbot: QtBot) -> None:
    shown = panel(qtbot)
    shown.show_plan(plan(retired=("cranes",)), {"cranes": GONE})
    shown.show_plan(plan(changed=(DEPTH,), retired=("cranes",)), {"depth": OLD, "cranes": GONE})
    first, second = shown.choices.buttons()
    after: list[QWidget] = [shown.import_button]
    while after[-1] is not shown.table:
        stop = after[-1].nextInFocusChain()
        assert stop is not None
        after.append(stop)
    assert [one for one in after if one in (first, second)] == [first, second]


def test_what_was_looked_at_stays_when_the_file_changes(qtbot: QtBot) -> None:
    shown = panel(qtbot)
    other = basic("width", "How wide?", "Ten metres")
    before = {"depth": OLD, "width": replace(other, remark="Or so.")}
    shown.show_plan(plan(added=(GONE,), changed=(other, DEPTH)), before)
    shown.choices.buttons()[1].click()
    shown.table.selectRow(1)
    shown.show_plan(plan(changed=(DEPTH,)), before)
    assert shown.words.said == "Question: How deep was it? → How deep?"
    shown.show_plan(plan(), {})
    assert shown.headline.text() == "There is nothing to import."
    assert not shown.import_button.isVisible()
    assert not shown.table.isVisible()


def test_every_text_of_a_note_that_differs_is_told() -> None:
    before = Note("n", "list", {"question": "Which?", "items": (Member("a"), Member("b"))})
    now = replace(
        before,
        fields={"question": "Which?", "items": (Member("a"), Member("c"))},
        remark="New",
        tags=("t",),
        passages=(Passage("s", "said so"),),
    )
    assert differences(before, now) == [
        "Members: a; b → a; c",
        "Remark: – → New",
        "Tags: – → t",
        "Passages: – → “said so”",
    ]
