from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Act, Rating
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session import question_view as module
from nqpf_study.ui.session import view as view_module
from nqpf_study.ui.session.acts import acts
from nqpf_study.ui.session.card_info import CardInfo
from nqpf_study.ui.session.keys import KeysDialog
from nqpf_study.ui.session.parts.choice import ChoicePart
from nqpf_study.ui.session.parts.rows import RowButton
from nqpf_study.ui.session.sitting import Phase, Sitting
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
from nqpf_study.ui.widgets.text import CardText
from nqpf_study.ui.work import end_all_jobs
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

Begin = Callable[..., Sitting]
Key = Qt.Key


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


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
def begin(view: SessionView, study: MemoryStudy) -> Begin:
    def begun(form: FormChoice = FormChoice.RECALL) -> Sitting:
        view.begin(study, study.session(None, form))
        assert view.sitting is not None
        return view.sitting

    return begun


def press(view: SessionView, *keys: Qt.Key | str) -> None:
    """Press keys where the focus is, as a learner does."""
    for key in keys:
        focused = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def options(view: SessionView) -> list[RowButton]:
    """Return the answers to choose from."""
    assert isinstance(view.card.part, ChoicePart)
    return view.card.part.buttons


def said(part: QWidget) -> str:
    """Return all labels of a part that are on the screen."""
    labels = (label for label in part.findChildren(QLabel) if label.isVisibleTo(part))
    return "\n".join(label.text() for label in labels)


def test_space_reveals_and_space_again_gives_the_marked_rating(
    view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    sitting = begin()
    assert view.card.question == "What plays the leading role?"
    assert view.card.answer == ""
    press(view, Key.Key_Space)
    assert view.card.answer == "Innovation"
    assert sitting.phase is Phase.ANSWER
    press(view, Key.Key_Space)
    assert store_of(study).ratings() == [Rating.GOOD]
    assert view.card.question == "Of what quality are they?"
    assert view.card.answer == ""


def test_enter_does_what_space_does(view: SessionView, begin: Begin, study: MemoryStudy) -> None:
    begin()
    press(view, Key.Key_Return, Key.Key_Enter)
    assert store_of(study).ratings() == [Rating.GOOD]


@pytest.mark.parametrize("rating", list(Rating))
def test_numbers_grade(view: SessionView, begin: Begin, study: MemoryStudy, rating: Rating) -> None:
    begin()
    press(view, Key.Key_Space, str(rating.value))
    assert store_of(study).ratings() == [rating]


def test_enter_takes_the_rating_that_has_the_focus(
    view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    begin()
    press(view, Key.Key_Space)
    good = view.bottom.ratings.rating_buttons[Rating.GOOD - 1]
    assert QApplication.focusWidget() is good
    press(view, Key.Key_Tab, Key.Key_Return)
    assert store_of(study).ratings() == [Rating.EASY]


def test_the_mouse_does_what_the_keys_do(
    view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    begin(FormChoice.CHOICE)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(options(view)[0], left)
    QTest.mouseClick(view.bottom.ratings.rating_buttons[Rating.HARD - 1], left)
    QTest.mouseClick(view.bottom.ratings.reveal_button, left)
    assert store_of(study).ratings() == [Rating.HARD]
    assert view.sitting is not None
    assert view.sitting.phase is Phase.ANSWER


def test_a_held_key_answers_only_once(view: SessionView, begin: Begin, study: MemoryStudy) -> None:
    sitting = begin()
    for again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
        )
        QApplication.sendEvent(view, event)
    assert sitting.phase is Phase.ANSWER
    assert store_of(study).log == []


def test_a_number_chooses_and_the_right_answer_is_shown(
    qtbot: QtBot, view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    sitting = begin(FormChoice.CHOICE)
    names = [button.accessibleName() for button in options(view)]
    assert sorted(name[3:] for name in names) == ["Capital", "Innovation", "Labour", "Land"]
    wrong = next(name for name in names if "Innovation" not in name)
    press(view, wrong[0])
    shown = [button.accessibleName() for button in options(view)]
    assert f"{wrong} (Your choice)" in shown
    assert any(name.endswith("Innovation (The answer)") for name in shown)
    assert [key.rating for key in sitting.ratings if key.proposed] == [Rating.AGAIN]
    qtbot.waitUntil(lambda: "A remark on leader." in said(view.card))
    press(view, Key.Key_Space)
    assert store_of(study).ratings() == [Rating.AGAIN]


def test_s_shows_the_passage_beside_the_card(qtbot: QtBot, view: SessionView, begin: Begin) -> None:
    begin()
    press(view, Key.Key_Space, "s")
    qtbot.waitUntil(lambda: view.pane is not None)
    assert view.actions_by_name["source"].isChecked()
    assert view.bottom.hint == ""
    press(view, "s")
    assert view.pane is None


def test_an_answer_names_its_source_and_leads_to_it(
    qtbot: QtBot, view: SessionView, begin: Begin
) -> None:
    begin()
    origin = view.card.origin
    assert not origin.isVisible()
    press(view, Key.Key_Space)
    qtbot.waitUntil(origin.isVisible)
    assert origin.said.startswith("Source: ")
    assert "s1" not in origin.said, "a reader wants the publisher, not an id"
    origin.linkActivated.emit("#")
    qtbot.waitUntil(lambda: view.pane is not None)
    press(view, "3")
    assert not origin.isVisible(), "a question does not say where its answer stands"
    press(view, Key.Key_Space)
    assert origin.isVisible(), "known by now, it is there with the answer"


def test_a_question_stays_where_it_is_when_its_answer_makes_the_page_long(
    qtbot: QtBot, view: SessionView, begin: Begin
) -> None:
    view.resize(700, 330)
    begin()
    label = view.card.findChildren(CardText)[0]
    bar = view.card.verticalScrollBar()
    assert bar.maximum() == 0
    before = label.mapTo(view, QPoint()).x(), label.width()
    press(view, Key.Key_Space)
    view.resize(700, 250)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QApplication.processEvents()
    assert (label.mapTo(view, QPoint()).x(), label.width()) == before


@pytest.mark.qt_log_ignore("does not support")  # a menu without a screen
def test_a_right_click_opens_the_cards_menu(view: SessionView, begin: Begin) -> None:
    begin()
    at = QPoint(300, 200)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        view.card.viewport(), QContextMenuEvent(reason, at, view.mapToGlobal(at))
    )
    assert view.top.menu is not None
    assert view.top.menu.isVisible()
    view.top.menu.close()


def test_the_source_before_the_answer_is_a_hint_and_is_said_to_be(
    qtbot: QtBot, view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    begin()
    press(view, "s")
    qtbot.waitUntil(lambda: view.pane is not None)
    assert "Hard is the best rating" in view.bottom.hint
    press(view, Key.Key_Space)
    buttons = view.bottom.ratings.rating_buttons
    assert [button.isEnabled() for button in buttons] == [True, True, False, False]
    press(view, "4")
    assert store_of(study).log == []
    press(view, Key.Key_Space)
    assert store_of(study).ratings() == [Rating.HARD]
    assert view.pane is None, "the next card's source is not shown before it is asked for"
    assert view.bottom.hint == ""


def test_a_card_without_a_passage_says_so_and_gives_no_hint(
    qtbot: QtBot, view: SessionView, begin: Begin
) -> None:
    sitting = begin()
    while sitting.card.note.passages:
        sitting.reveal()
        sitting.grade(Rating.EASY)
    with qtbot.waitSignal(view.message) as told:
        press(view, "s")
    assert "no passage" in told.args[0]
    assert not sitting.hinted


def test_a_late_source_is_not_shown_beside_the_next_card(view: SessionView, begin: Begin) -> None:
    sitting = begin()
    press(view, Key.Key_Space, "s", "3")
    assert sitting.phase is Phase.QUESTION
    end_all_jobs()
    QApplication.processEvents()
    assert view.pane is None
    assert not sitting.hinted


def test_z_takes_the_last_grade_back(qtbot: QtBot, view: SessionView, begin: Begin) -> None:
    begin()
    press(view, Key.Key_Space, "1")
    with qtbot.waitSignal(view.message) as told:
        press(view, "z")
    assert told.args == ["Undone: grade Again."]
    assert view.card.question == "What plays the leading role?"


@pytest.mark.parametrize(("key", "act"), [("b", Act.BURY), ("!", Act.SUSPEND)])
def test_a_card_is_set_aside_with_a_key(
    view: SessionView, begin: Begin, study: MemoryStudy, key: str, act: Act
) -> None:
    begin()
    press(view, key)
    assert [entry.act for entry in store_of(study).log] == [act]
    assert view.card.question == "Of what quality are they?"


def test_a_grade_that_cannot_be_saved_is_told_and_can_be_given_again(
    view: SessionView, begin: Begin, study: MemoryStudy
) -> None:
    begin()
    full = StudyError("The disk is full.", mend="Free some space.", safe="Nothing is lost.")
    store_of(study).trouble = full
    press(view, Key.Key_Space, Key.Key_Space)
    assert view.bottom.error.startswith("The disk is full. Nothing is lost. Free some space.")
    assert view.card.answer == "Innovation"
    store_of(study).trouble = None
    press(view, "3")
    assert store_of(study).ratings() == [Rating.GOOD]
    assert view.bottom.error == ""


def test_the_reveal_is_announced(
    view: SessionView, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    begin()
    press(view, Key.Key_Space)
    ratings = "1: Again, 1 min; 2: Hard, 6 min; 3: Good, 10 min; 4: Easy, 10 days"
    assert told == ["What plays the leading role?", f"Innovation. {ratings}"]


def test_a_grade_tells_what_it_led_to_before_the_next_question(
    view: SessionView, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for heard in (module, view_module):
        monkeypatch.setattr(heard, "announce", lambda _widget, text: told.append(text))
    sitting = begin()
    press(view, Key.Key_Space, Key.Key_3)
    assert told[-1] == f"Good, 10 min. {sitting.question}"
    while sitting.phase is not Phase.END:
        press(view, Key.Key_Space, Key.Key_4)
    assert told[-1].startswith("Easy, ")
    assert told[-1].endswith(f". {view.end.headline.text()}")


def test_the_focus_goes_from_what_is_pressed_to_what_is_pressed_next(
    view: SessionView, begin: Begin, qapp: QApplication
) -> None:
    begin()
    visited: list[QWidget] = []
    qapp.focusChanged.connect(lambda _old, new: visited.append(new))
    press(view, Key.Key_Space, Key.Key_3)
    ratings = view.bottom.ratings
    assert visited == [ratings.rating_buttons[2], ratings.reveal_button]


def test_every_control_has_a_name_for_screen_readers(view: SessionView, begin: Begin) -> None:
    begin(FormChoice.CHOICE)
    for _ in range(2):
        for part in view.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                known = QAccessible.queryAccessibleInterface(part)
                assert known.text(QAccessible.Text.Name), part
        press(view, Key.Key_Space)


def test_nothing_that_is_hit_is_too_small(view: SessionView, begin: Begin) -> None:
    begin(FormChoice.CHOICE)
    view.resize(800, 500)
    for button in (*options(view), view.bottom.ratings.reveal_button):
        assert min(button.width(), button.height()) >= 24


def test_the_card_is_a_column_that_is_good_to_read(view: SessionView, begin: Begin) -> None:
    begin()
    view.resize(1600, 900)
    labels = [label for label in view.card.findChildren(QLabel) if label.isVisible()]
    assert labels
    assert all(label.width() <= 720 for label in labels)


def test_a_question_mark_lists_all_keys(qtbot: QtBot, view: SessionView, begin: Begin) -> None:
    begin()
    press(view, "?")
    (dialog,) = view.findChildren(KeysDialog)
    listed = said(dialog)
    assert all(act.what in listed and act.keys_said in listed for act in acts())
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClicks(dialog, "?")
    assert not dialog.isVisible()


def test_i_tells_what_is_known_of_the_card(view: SessionView, begin: Begin) -> None:
    sitting = begin()
    press(view, "i")
    (dialog,) = view.findChildren(CardInfo)
    assert ("State", "New") in dialog.rows(sitting.card, 0)
    assert ("Id", "terms/leader/answer") in dialog.rows(sitting.card, 0)
    dialog.close()


def test_p_hides_pinyin_and_remembers_it(view: SessionView, begin: Begin, tmp_path: Path) -> None:
    sitting = begin()
    press(view, "p")
    assert not sitting.pinyin
    assert not Preferences(tmp_path).pinyin
    assert not begin().pinyin


def test_escape_ends_the_session(qtbot: QtBot, view: SessionView, begin: Begin) -> None:
    begin()
    with qtbot.waitSignal(view.ended):
        press(view, Key.Key_Escape)


def test_the_end_shows_what_was_missed_with_its_passage(
    qtbot: QtBot, view: SessionView, begin: Begin
) -> None:
    sitting = begin()
    press(view, Key.Key_Space, "1")
    while sitting.phase is not Phase.END:
        press(view, Key.Key_Space, "4")
    assert view.end.isVisible()
    qtbot.waitUntil(lambda: "Innovation plays the leading role" in said(view.end))
    assert "4 cards" in said(view.end)
    assert "1 missed" in said(view.end)
    assert "The next card comes" in said(view.end)
    with qtbot.waitSignal(view.source_requested) as asked:
        opener = next(b for b in view.end.findChildren(QWidget) if b.property("role") == "link")
        opener.click()  # type: ignore[attr-defined]
    assert asked.args[0] == "qiushi"
    press(view, "z")
    assert view.card.isVisible()
    assert not view.end.isVisible()


def test_a_larger_text_makes_a_larger_card(
    qapp: QApplication, view: SessionView, begin: Begin
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    begin()
    ground = view.card.widget()
    assert ground is not None
    before = ground.sizeHint().height()
    look.choose(Appearance.LIGHT, 2.0)
    assert ground.sizeHint().height() > before
    look.choose(Appearance.LIGHT, 1.0)
