"""Every question form, answered with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.forms import Match, Order
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import Rating
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session import question_view as module
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.parts.gaps import GapText
from nqpf_study.ui.session.parts.listing import ListPart
from nqpf_study.ui.session.parts.match import MatchPart
from nqpf_study.ui.session.parts.order import OrderPart
from nqpf_study.ui.session.parts.typed import ClozePart, TypedPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
P = TypeVar("P", bound=QWidget)
Begin = Callable[[Deck, FormChoice], Sitting]


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> SessionView:
    Look(qapp, Appearance.LIGHT, 1.0)
    made = SessionView(Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def studies() -> list[MemoryStudy]:
    return []


@pytest.fixture
def begin(view: SessionView, studies: list[MemoryStudy], tmp_path: Path) -> Begin:
    def begun(deck: Deck, form: FormChoice) -> Sitting:
        study = memory_study(tmp_path, deck)
        studies.append(study)
        view.begin(study, study.session(None, form))
        assert view.sitting is not None
        return view.sitting

    return begun


def typed_deck() -> Deck:
    passages = (Passage("qiushi", "Innovation plays the leading role"),)
    leader = {"question": "What plays the leading role?", "answer": "Innovation"}
    quality = {"question": "Of what quality are they?", "answer": "High"}
    return Deck(
        "typed",
        "Typed",
        notes=(
            Note("leader", "basic", leader, passages=passages),
            Note("quality", "basic", quality),
        ),
    )


def list_deck(*, ordered: bool) -> Deck:
    items = tuple(map(Member, ("strategies", "chains", "green growth", "reform", "talent")))
    question = "Which are the five measures?"
    note = Note("five", "list", {"question": question, "items": items, "ordered": ordered})
    return Deck("lists", "Lists", notes=(note,))


def cloze_deck(text: str) -> Deck:
    return Deck("gaps", "Gaps", notes=(Note("gap", "cloze", {"text": text}),))


def match_deck() -> Deck:
    pairs = {"Guangdong": "chips", "Liaoning": "robots", "Hainan": "seeds", "Anhui": "cars"}
    notes = tuple(
        Note(name, "basic", {"question": f"What did {name} pledge?", "answer": pledge})
        for name, pledge in pairs.items()
    )
    return Deck("pledges", "Pledges", notes=notes)


def press(
    view: SessionView, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None
) -> None:
    """Press keys where the focus is, as a learner does."""
    for key in keys:
        focused = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)


def compose(text: str) -> None:
    """Let an input method have letters in the making."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QInputMethodEvent(text, []))


def commit(text: str) -> None:
    """Let an input method hand over what was made."""
    focused, event = QApplication.focusWidget(), QInputMethodEvent()
    assert focused is not None
    event.setCommitString(text)
    QApplication.sendEvent(focused, event)


def said(part: QWidget) -> str:
    """Return all labels and texts of a part that are on the screen."""
    QApplication.processEvents()
    labels = [label for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
    texts = [text.said for text in part.findChildren(GapText) if text.isVisibleTo(part)]
    return "\n".join([*(getattr(label, "said", label.text()) for label in labels), *texts])


def proposed(sitting: Sitting) -> Rating:
    (rating,) = [key.rating for key in sitting.ratings if key.proposed]
    return rating


def part_of(view: SessionView, kind: type[P]) -> P:
    assert isinstance(view.card.part, kind)
    return view.card.part


# --- typed ------------------------------------------------------------------------------------


def test_a_typed_answer_is_checked_with_enter_and_accepted_with_space(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    assert isinstance(QApplication.focusWidget(), AnswerField)
    assert not view.bottom.ratings.check.isEnabled()
    press(view, "inovation")
    assert view.bottom.ratings.check.isEnabled()
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right but for a slip of the keys"
    assert proposed(sitting) is Rating.GOOD
    part = part_of(view, TypedPart)
    assert "You wrote\ninovation" in said(part)
    assert "Underlined: missing." in said(part)
    assert "Struck out" not in said(part)
    assert view.card.answer == "Innovation"
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.GOOD]
    assert store_of(studies[0]).log[0].form == "typed"
    assert isinstance(QApplication.focusWidget(), AnswerField), "the next is written at once"


def test_the_learner_overrides_what_is_proposed(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(typed_deck(), FormChoice.TYPED)
    press(view, "land", Key.Key_Return, "3")
    assert store_of(studies[0]).ratings() == [Rating.GOOD]


def test_letters_that_are_typed_are_never_keys(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    every = "szbip!?1234 SZBIP e f"
    press(view, every)
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.text() == every
    assert sitting.phase is Phase.QUESTION
    assert store_of(studies[0]).log == []
    assert view.pane is None
    assert not sitting.hinted
    assert not QApplication.activeModalWidget()


def test_what_an_input_method_composes_is_never_a_key(view: SessionView, begin: Begin) -> None:
    fields = {"question": "What are the new forces in Chinese?", "answer": "新质生产力"}
    deck = Deck("zh", "Chinese", notes=(Note("forces", "basic", fields),))
    sitting = begin(deck, FormChoice.TYPED)
    compose("xin zhi")
    press(view, Key.Key_Return, Key.Key_Space, Key.Key_Backspace, Key.Key_Escape, "1", "s")
    assert sitting.phase is Phase.QUESTION
    assert view.isVisible()
    commit("新质生产力")
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right"
    assert proposed(sitting) is Rating.GOOD


def test_who_does_not_know_it_says_so_with_a_key_or_an_empty_line(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "inno")
    press(view, Key.Key_D, modifier=CTRL)
    assert view.card.answer == "Innovation"
    assert view.card.verdict == "", "nothing was judged"
    assert proposed(sitting) is Rating.AGAIN
    press(view, Key.Key_Space, Key.Key_Return)
    assert sitting.phase is Phase.ANSWER
    assert proposed(sitting) is Rating.AGAIN
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.AGAIN, Rating.AGAIN]


def test_with_control_the_acts_are_there_while_writing(
    qtbot: QtBot, view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "inn")
    press(view, Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: view.pane is not None)
    assert sitting.hinted
    field = view.findChild(AnswerField)
    assert field is not None
    assert field.text() == "inn", "what was written stays"
    press(view, "ovation", Key.Key_Return)
    assert view.card.verdict == "Right but for capitals, punctuation or accents"
    assert proposed(sitting) is Rating.HARD, "after a hint"
    press(view, Key.Key_Space)
    press(view, Key.Key_B, modifier=CTRL)
    assert store_of(studies[0]).ratings() == [Rating.HARD]
    assert len(store_of(studies[0]).log) == 2


def test_an_answer_that_is_far_off_is_not_compared_letter_by_letter(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(typed_deck(), FormChoice.TYPED)
    press(view, "land", Key.Key_Return)
    assert view.card.verdict == "Not right"
    assert proposed(sitting) is Rating.AGAIN
    shown = said(part_of(view, TypedPart))
    assert "You wrote\nland" in shown
    assert "Underlined" not in shown


def test_undo_asks_the_card_to_be_written_anew(view: SessionView, begin: Begin) -> None:
    begin(typed_deck(), FormChoice.TYPED)
    press(view, "innovation", Key.Key_Return, Key.Key_Space)
    view.undo()
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.text() == ""
    assert view.card.question == "What plays the leading role?"
    assert view.card.verdict == ""


# --- gaps -------------------------------------------------------------------------------------


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


# --- lists ------------------------------------------------------------------------------------


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


# --- order ------------------------------------------------------------------------------------


def in_order(view: SessionView) -> list[str]:
    assert isinstance(view.card.part, OrderPart)
    return [row.words.said for row in view.card.part.rows]


def test_lines_are_moved_with_alt_and_an_arrow(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    before = in_order(view)
    press(view, Key.Key_Down)
    press(view, Key.Key_Down, modifier=ALT)
    press(view, Key.Key_Up, modifier=CTRL)
    press(view, Key.Key_Up, modifier=ALT)
    assert in_order(view) == [before[1], before[0], *before[2:]]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"1 of 5: {before[1]}"


def test_a_line_is_taken_up_with_space_or_sent_to_a_place_with_its_number(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(list_deck(ordered=True), FormChoice.ORDER)
    a, b, c, d, e = in_order(view)
    press(view, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Up)
    assert in_order(view) == [b, c, a, d, e]
    press(view, "5")
    assert in_order(view) == [b, a, d, e, c]
    press(view, "1")
    assert in_order(view) == [c, b, a, d, e]
    assert sitting.phase is Phase.QUESTION


def test_the_right_order_is_shown_with_how_far_each_was_off(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(list_deck(ordered=True), FormChoice.ORDER)
    part = view.card.part
    assert isinstance(part, OrderPart)
    assert isinstance(sitting.task, Order)
    wanted = [*sitting.task.members[1:2], *sitting.task.members[:1], *sitting.task.members[2:]]
    for place, text in enumerate(wanted):
        part.move_to(next(row for row in part.rows if row.words.said == text), place)
    press(view, Key.Key_Return)
    assert view.card.verdict == "Mostly right"
    assert proposed(sitting) is Rating.HARD
    rows = said(part).split("\n")
    assert rows[:6] == [
        *("1", "1 place too late", "strategies"),
        *("2", "1 place too early", "chains"),
    ]
    press(view, Key.Key_Space)
    assert store_of(studies[0]).ratings() == [Rating.HARD]


def test_a_line_is_dragged_past_its_neighbours(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    part = view.card.part
    assert isinstance(part, OrderPart)
    QApplication.processEvents()
    a, b, c, d, e = in_order(view)
    row = part.rows[0]
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    for _ in range(3):  # Qt's pointer stays where it is in the row, which moves along
        below = row.rect().center() + QPoint(0, row.height() + 8)
        QTest.mouseMove(row, below)
        QApplication.processEvents()
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert in_order(view) == [b, c, d, a, e]
    assert not row.held


def test_tab_leads_to_one_line_and_then_to_the_buttons(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    press(view, Key.Key_Down, Key.Key_Tab)
    assert QApplication.focusWidget() is view.bottom.ratings.give_up
    press(view, Key.Key_Tab)
    assert QApplication.focusWidget() is view.bottom.ratings.check


def test_keys_of_a_letter_work_where_none_is_written(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(list_deck(ordered=True), FormChoice.ORDER)
    press(view, "b")
    assert len(store_of(studies[0]).log) == 1


# --- match ------------------------------------------------------------------------------------


def test_answers_are_put_to_their_questions_with_numbers(
    view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    task = sitting.task
    assert isinstance(task, Match)
    assert view.card.question == "Which answer belongs to which question?"
    for place in task.right:
        press(view, str(place + 1))
    press(view, Key.Key_Return)
    assert view.card.verdict == "Right"
    assert proposed(sitting) is Rating.GOOD
    assert said(part_of(view, MatchPart)).count("right") == 4
    assert said(part_of(view, MatchPart)).count("This card") == 1
    press(view, Key.Key_Space)
    assert store_of(studies[0]).log[0].form == "match"


def test_an_answer_is_taken_off_and_put_elsewhere(view: SessionView, begin: Begin) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    part = view.card.part
    assert isinstance(part, MatchPart)
    press(view, "2", "1", Key.Key_Up)
    assert part.chosen[:2] == [1, 0]
    press(view, Key.Key_Backspace)
    assert part.chosen[1] is None
    press(view, "2")
    assert part.chosen[:2] == [None, 1], "an answer stands at one question only"
    press(view, Key.Key_Return)
    assert sitting.phase is Phase.QUESTION, "three questions have none yet"
    assert QApplication.focusWidget() is part.cues[0]


def test_pairs_are_made_with_the_mouse(view: SessionView, begin: Begin) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    part, task = view.card.part, sitting.task
    assert isinstance(part, MatchPart)
    assert isinstance(task, Match)
    QApplication.processEvents()
    left = Qt.MouseButton.LeftButton
    for at in (3, 2, 1, 0):
        QTest.mouseClick(part.cues[at], left)
        QTest.mouseClick(part.answers[task.right[at]], left)
    QTest.mouseClick(view.bottom.ratings.check, left)
    assert view.card.verdict == "Right"


def test_a_wrong_pair_of_the_card_is_told_with_what_belongs_there(
    view: SessionView, begin: Begin
) -> None:
    sitting = begin(match_deck(), FormChoice.MATCH)
    task = sitting.task
    assert isinstance(task, Match)
    turned = [(place + 1) % 4 for place in range(4)]
    for at in range(4):
        press(view, str(task.right[turned[at]] + 1))
    press(view, Key.Key_Return)
    assert proposed(sitting) is Rating.AGAIN
    own = said(part_of(view, MatchPart)).split("You put: ")[0]
    assert "This card" in own, "the card's own pair comes first"
    assert task.answers[task.right[task.own]] in own


# --- all of them ------------------------------------------------------------------------------

ALL: list[tuple[Deck, FormChoice]] = [
    (typed_deck(), FormChoice.TYPED),
    (cloze_deck("The {{c1::core}} is a rise in {{c1::productivity}}."), FormChoice.TYPED),
    (list_deck(ordered=False), FormChoice.LIST),
    (list_deck(ordered=True), FormChoice.ORDER),
    (match_deck(), FormChoice.MATCH),
    (terms(), FormChoice.CHOICE),
]


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_every_control_has_a_name_and_a_size(
    view: SessionView, begin: Begin, deck: Deck, form: FormChoice
) -> None:
    begin(deck, form)
    QApplication.processEvents()
    found = [
        part
        for part in view.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert found
    for part in found:
        known = QAccessible.queryAccessibleInterface(part)
        assert known.text(QAccessible.Text.Name), part
        assert min(part.width(), part.height()) >= 24, part


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_the_form_the_question_and_the_judgement_are_announced(
    view: SessionView,
    begin: Begin,
    monkeypatch: pytest.MonkeyPatch,
    deck: Deck,
    form: FormChoice,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    sitting = begin(deck, form)
    assert told == [f"{sitting.fit}. {sitting.question}"]
    assert sitting.fit
    if isinstance(view.card.part, TypedPart | ClozePart | ListPart):
        press(view, "reform")
    assert view.card.part is not None
    view.card.part.press(1)
    view.card.part.submit()
    assert told[-1].startswith(f"{sitting.verdict}. ")
    answer, _, ratings = told[-1].rpartition(". ")
    assert answer.endswith(sitting.asked.face.answer)
    assert ratings.startswith("1: Again, 1 min; 2: Hard, ")


@pytest.mark.parametrize(("deck", "form"), ALL)
def test_giving_up_shows_the_answer(
    view: SessionView, begin: Begin, deck: Deck, form: FormChoice
) -> None:
    sitting = begin(deck, form)
    press(view, Key.Key_D, modifier=CTRL)
    assert sitting.phase is Phase.ANSWER
    assert proposed(sitting) is Rating.AGAIN
    shown = said(view.card)
    members = sitting.answer.members or sitting.answer.text.split("; ")
    assert all(member in shown for member in members)


def test_the_menu_of_forms_asks_the_card_in_another_way(
    qtbot: QtBot, view: SessionView, begin: Begin, studies: list[MemoryStudy]
) -> None:
    begin(typed_deck(), FormChoice.RECALL)
    assert view.card.part is None
    view._forms.by_form[FormChoice.TYPED].trigger()
    assert isinstance(QApplication.focusWidget(), AnswerField)
    qtbot.waitUntil(lambda: studies[0].study_options().form is FormChoice.TYPED)
    assert view._forms.by_form[FormChoice.TYPED].isChecked()


def test_a_long_card_is_scrolled_by_keys(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=False), FormChoice.LIST)
    view.resize(700, 320)
    press(view, "reform", Key.Key_Return, Key.Key_Return)
    QApplication.processEvents()
    bar = view.card.verticalScrollBar()
    assert bar.maximum() > 0
    press(view, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    press(view, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
    assert bar.value() == 0


def test_the_line_that_is_written_into_is_always_seen(view: SessionView, begin: Begin) -> None:
    begin(list_deck(ordered=False), FormChoice.LIST)
    view.resize(700, 320)
    for name in "abcdefgh":
        press(view, name, Key.Key_Return)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    assert field.visibleRegion().boundingRect().height() == field.height()


@pytest.mark.parametrize(
    ("deck", "form", "keys"),
    [
        (typed_deck(), FormChoice.TYPED, ["Inno"]),
        (
            cloze_deck("The {{c1::core}} is a rise in {{c1::productivity}}."),
            FormChoice.TYPED,
            ["core", Key.Key_Return, "prod"],
        ),
        (list_deck(ordered=False), FormChoice.LIST, ["reform", Key.Key_Return, "tal"]),
        (list_deck(ordered=True), FormChoice.ORDER, ["3"]),
        (match_deck(), FormChoice.MATCH, ["2", "1"]),
    ],
)
def test_what_was_given_so_far_stays_when_the_language_is_changed(
    view: SessionView,
    begin: Begin,
    qtbot: QtBot,
    tmp_path: Path,
    deck: Deck,
    form: FormChoice,
    keys: list[Qt.Key | str],
) -> None:
    sitting = begin(deck, form)
    press(view, *keys)
    part = view.card.part
    assert part is not None
    given = part.draft()
    other = SessionView(Preferences(tmp_path))
    qtbot.addWidget(other)
    view.hand_over(other)
    taken = other.card.part
    assert taken is not None
    assert taken is not part
    assert taken.draft() == given
    assert taken.given
    taken.submit()
    assert sitting.phase is Phase.ANSWER
