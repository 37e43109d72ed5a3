"""Lists that are named."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.listing import ListPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.ui.forms.decks import list_deck
from tests.ui.forms.learner import CTRL, Begin, Key, press, proposed, said


def test_members_are_named_one_by_one_and_marked_by_themselves(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(list_deck(ordered=False), FormChoice.LIST)
    part = view.card.part
    assert isinstance(part, ListPart)
    press(view, "reform", Key.Key_Return, "tallent", Key.Key_Return, "money", Key.Key_Return)
    assert part.entries == ["reform", "tallent", "money"]
    press(view, Key.Key_Return)
    assert sitting.phase is Phase.ANSWER
    assert view.card.verdict == "Only partly right"
    rows = said(part)
    for row in (
        "right\nreform",
        "right\ntalent\ntallent",
        "missing\nchains",
        "not on the list\nmoney",
    ):
        assert row in rows
    assert proposed(sitting) is Rating.AGAIN
    assert view.card.answer == "", "the members stand above"


def test_an_entry_is_mended_with_backspace_and_removed_with_its_button(
    view: SessionView, begin: Begin
) -> None:
    begin(list_deck(ordered=False), FormChoice.LIST)
    part = view.card.part
    assert isinstance(part, ListPart)
    press(view, "reform", Key.Key_Return, "chians", Key.Key_Return)
    press(view, Key.Key_Backspace)
    assert part.entries == ["reform"]
    assert part.field.text() == "chians"
    press(view, Key.Key_Return)
    press(view, Key.Key_Backtab, Key.Key_Space)
    assert part.entries == ["reform"]
    assert QApplication.focusWidget() is part.field


def test_control_enter_finishes_a_list_with_what_stands_in_the_line(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(list_deck(ordered=False), FormChoice.LIST)
    for name in ("strategies", "chains", "green growth", "reform"):
        press(view, name, Key.Key_Return)
    press(view, "talent")
    press(view, Key.Key_Return, modifier=CTRL)
    assert view.card.verdict == "Right"
    assert proposed(sitting) is Rating.GOOD
