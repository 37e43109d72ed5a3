"""Gaps that are filled in."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.gaps import GapText
from nqpf_study.ui.session.parts.typed import ClozePart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.view import SessionView
from tests.ui.forms.decks import cloze_deck
from tests.ui.forms.learner import Begin, Key, part_of, press, proposed, said


def test_gaps_are_filled_one_after_the_other(view: SessionView, begin: Begin) -> None:
    sitting = begin(
        cloze_deck("The {{c1::core hallmark}} is a rise in {{c1::productivity::of what}}."),
        FormChoice.TYPED,
    )
    assert view.card.question == "The [1] is a rise in [2: of what]."
    press(view, "core halmark", Key.Key_Return)
    assert sitting.phase is Phase.QUESTION
    press(view, "land", Key.Key_Return)
    part = part_of(view, ClozePart)
    assert proposed(sitting) is Rating.AGAIN
    rows = said(part)
    assert "core hallmark" in rows
    assert "productivity" in rows
    assert "not right" in rows
    assert view.card.answer == "", "both stand in their rows"


def test_a_gap_is_filled_in_its_sentence(view: SessionView, begin: Begin) -> None:
    begin(cloze_deck("Its core hallmark is {{c1::productivity}}, they say."), FormChoice.TYPED)
    assert view.card.question == "Its core hallmark is […], they say."
    text = sentence(view)
    assert text.said == "Its core hallmark is […], they say."
    (field,) = part_of(view, ClozePart).fields
    assert field.parent() is text
    assert text.rect().contains(field.geometry())
    press(view, "productivity", Key.Key_Return)
    assert view.card.verdict == "Right"
    assert text.said == "Its core hallmark is productivity, they say."
    assert not field.isVisible()
    assert view.card.answer == "", "the sentence says it"


def test_gaps_stand_apart_in_the_text_and_grow_with_what_is_written(
    view: SessionView, begin: Begin
) -> None:
    words = ("innovation", "talent", "reform", "trade")
    long = " and ".join(f"新质生产力 is led by {{{{c1::{word}}}}}" for word in words)
    begin(cloze_deck(long), FormChoice.TYPED)
    text, fields = sentence(view), part_of(view, ClozePart).fields
    assert len(fields) == 4
    assert all(min(field.width(), field.height()) >= 24 for field in fields)
    press(view, "a word that is far longer than the gap was at first")
    assert fields[0].width() > fields[1].width()
    view.resize(480, 600)
    QApplication.processEvents()
    places = [field.geometry() for field in fields]
    assert all(text.rect().contains(place) for place in places)
    apart = [(one, other) for one in places for other in places if one is not other]
    assert not any(one.intersects(other) for one, other in apart)
    assert text.height() >= text.heightForWidth(text.width())


def test_a_gap_that_a_narrow_window_cut_short_grows_with_the_window(
    view: SessionView, begin: Begin
) -> None:
    view.resize(400, 600)
    begin(cloze_deck("{{c1::innovation}} {{c1::talent}} lead it."), FormChoice.TYPED)
    QApplication.processEvents()
    press(view, "longer than a line of a narrow window has room for")
    narrow = part_of(view, ClozePart).fields[0].width()
    view.resize(1000, 600)
    QApplication.processEvents()
    first, second = (field.geometry() for field in part_of(view, ClozePart).fields)
    assert first.width() > narrow
    assert not first.intersects(second)


def test_a_gap_is_told_with_its_hint_and_its_sentence(view: SessionView, begin: Begin) -> None:
    begin(cloze_deck("Driven by {{c1::innovation::a noun}}."), FormChoice.TYPED)
    (field,) = part_of(view, ClozePart).fields
    known = QAccessible.queryAccessibleInterface(field)
    assert known.text(QAccessible.Text.Name) == "The missing words"
    assert known.text(QAccessible.Text.Description) == "a noun. Driven by [a noun]."
    assert sentence(view).accessibleName() == "Driven by [a noun]."


def sentence(view: SessionView) -> GapText:
    """Return the text that stands instead of the question."""
    text = part_of(view, ClozePart).text
    assert isinstance(text, GapText)
    return text
