"""The shipped decks in every question form, by keyboard alone; and a practice test of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nqpf_study.domain.forms import Choice, Cloze, Listing, Match, Order, Task, Typed
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.practice.setup import SetupDialog
from nqpf_study.ui.practice.view import PracticeView
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.session.parts.typed import TypedPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.shell import SMALLEST
from tests.journeys.desk import CTRL, Desk, words_on
from tests.journeys.test_window_large_text import cut_off

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")

FORMS: list[tuple[FormChoice, type[Task]]] = [
    (FormChoice.TYPED, Typed),
    (FormChoice.TYPED, Cloze),
    (FormChoice.LIST, Listing),
    (FormChoice.ORDER, Order),
    (FormChoice.MATCH, Match),
    (FormChoice.CHOICE, Choice),
]


def ask_in(desk: Desk, form: FormChoice, wanted: type[Task]) -> None:
    """Leave the collection so that the next session begins with a card in this form."""
    with desk.open_study() as study:
        study.set_study_options(replace(study.study_options(), form=form))
        for deck, options in study.deck_options().items():
            study.set_deck_options(deck, replace(options, new_per_day=999))
        while (session := study.session()).asked is not None:
            if isinstance(session.asked.task, wanted):
                return
            session.suspend()  # and a sibling of it may come first in the next session
        raise AssertionError(f"no card is asked as {wanted.__name__}")


def phase(desk: Desk) -> Phase:
    return desk.phase


def graded(desk: Desk) -> int:
    return len(desk.sitting.summary.graded)


def answer_rightly(desk: Desk, task: Task | None) -> None:
    """Answer with keys, as somebody who knows it."""
    if task is None:
        desk.press("Space")
    elif isinstance(task, Choice):
        desk.press(str(task.right + 1))
    elif isinstance(task, Match):
        for place in task.right:
            desk.press(str(place + 1))
        desk.press("Return")
    elif isinstance(task, Order):
        put_in_order(desk, task)
        desk.press("Return")
    else:
        for line in lines(task):
            desk.write(line)
            desk.press("Return")
        if isinstance(task, Listing):
            desk.press("Return")


def lines(task: Typed | Cloze | Listing) -> list[str]:
    if isinstance(task, Typed):
        return [task.accepted[0].text]
    if isinstance(task, Cloze):
        return [gap.hidden for gap in task.gaps]
    return [member[0].text for member in task.members]


def put_in_order(desk: Desk, task: Order) -> None:
    """Take each line up to its place, the first one first."""
    shown = list(task.shown)
    for place in range(len(shown)):
        at = shown.index(place)
        for _ in range(len(shown)):
            desk.press("Up")
        for _ in range(at):
            desk.press("Down")
        for _ in range(at - place):
            desk.press("Up", Qt.KeyboardModifier.AltModifier)
        shown.insert(place, shown.pop(at))


@pytest.mark.parametrize(("form", "wanted"), FORMS)
def test_a_card_is_answered_with_the_keyboard_in_each_form(
    desk: Desk, form: FormChoice, wanted: type[Task]
) -> None:
    ask_in(desk, form, wanted)
    desk.open_at_home()
    desk.press("Return")
    session = desk.in_session()
    task = desk.sitting.task
    assert isinstance(task, wanted)
    answer_rightly(desk, task)
    assert phase(desk) is Phase.ANSWER
    assert session.card.verdict.startswith("Right")
    desk.press("Space")
    assert [graded.rating for graded in desk.sitting.summary.graded] == [Rating.GOOD]
    if phase(desk) is not Phase.END:
        assert desk.sitting.card.key != desk.sitting.summary.graded[0].card.key
    desk.press("Z", CTRL)
    assert phase(desk) is Phase.QUESTION
    assert desk.sitting.task == task, "it is asked again in the form as before"
    desk.press("D", CTRL)
    desk.press("Space")
    assert [graded.rating for graded in desk.sitting.summary.graded] == [Rating.AGAIN]
    desk.press("Escape")
    desk.at_home()
    desk.close()


@pytest.mark.parametrize(("form", "wanted"), FORMS)
def test_large_text_on_the_smallest_window(
    desk: Desk, form: FormChoice, wanted: type[Task]
) -> None:
    ask_in(desk, form, wanted)
    Preferences(desk.home).text_scale = 2.0
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.press("Return")
    desk.in_session()
    assert cut_off(desk, desk.window.shell) == []
    answer_rightly(desk, desk.sitting.task)
    assert phase(desk) is Phase.ANSWER
    assert cut_off(desk, desk.window.shell) == []
    desk.close()


def test_a_day_in_the_forms_that_fit(desk: Desk) -> None:
    with desk.open_study() as study:
        study.set_study_options(replace(study.study_options(), form=FormChoice.FIT))
    desk.open_at_home()
    desk.press("Return")
    session = desk.in_session()
    assert session.card.form == "Terms · Choice, because the card is new"
    for _ in range(8):
        answer_rightly(desk, desk.sitting.task)
        desk.press("Space")
    assert {graded.rating for graded in desk.sitting.summary.graded} == {Rating.GOOD}
    desk.press("Escape")
    desk.at_home()
    desk.close()


def test_a_practice_test_from_the_menu_to_the_result(desk: Desk) -> None:
    home = desk.open_at_home()
    before = home.more.text()
    desk.press("T", CTRL)
    setup = desk.dialog(SetupDialog)
    setup.count.setValue(6)
    desk.press("Return")
    view = shown_test(desk)
    trial = view.trial
    assert trial is not None
    assert trial.total == 6
    for at in range(6):
        assert "your schedule stays as it is" in words_on(view)
        if at == 0:
            desk.press("D", CTRL)
        else:
            answer_rightly(desk, trial.task)
        desk.wait(lambda: trial.phase is Phase.ANSWER)
        desk.press("Space")
    assert view.result.headline.text().endswith("of 6 points, 83%")
    assert len(trial.result.missed) == 1
    desk.wait(lambda: "“" in words_on(view.result))
    desk.press("Escape")
    assert desk.at_home().more.text() == before
    assert desk.study.collection.last_entry_id() is None, "nothing entered the log"
    desk.close()


def test_a_test_waits_while_one_looks_elsewhere(desk: Desk) -> None:
    desk.open_at_home()
    desk.press("T", CTRL)
    desk.dialog(SetupDialog)
    desk.press("Return")
    view = shown_test(desk)
    desk.press("3", CTRL)
    desk.wait(lambda: not view.isVisible())
    desk.press("1", CTRL)
    desk.wait(view.isVisible)
    desk.press("Escape")
    desk.at_home()
    desk.close()


def shown_test(desk: Desk) -> PracticeView:
    def found() -> list[PracticeView]:
        tops = desk.window.shell.findChildren(PracticeView)
        return [view for view in tops if view.isVisible() and view.trial is not None]

    desk.wait(found)
    return found()[0]


def test_a_deck_has_its_own_practice_test(desk: Desk) -> None:
    home = desk.open_at_home()
    desk.wait(lambda: len(home.rows) == 4)
    desk.menu(home.rows[2].menu, "Practice test…")
    setup = desk.dialog(SetupDialog)
    assert setup.wanted.decks == ("nqpf-timeline",)
    desk.press("Escape")
    assert desk.at_home() is home
    desk.close()


def test_control_z_takes_letters_back_and_then_the_grade(desk: Desk) -> None:
    ask_in(desk, FormChoice.TYPED, Typed)
    desk.open_at_home()
    desk.press("Return")
    session = desk.in_session()
    first = desk.sitting.card.key
    answer_rightly(desk, desk.sitting.task)
    desk.press("Space")
    while not isinstance(desk.sitting.task, Typed):
        desk.press("D", CTRL)
        desk.press("B")
    assert isinstance(session.card.part, TypedPart)
    (field,) = session.card.part.fields
    desk.write("abc")
    desk.press("Z", CTRL)
    assert field.text() == ""
    assert graded(desk) == 1
    for _ in range(20):
        if desk.sitting.card.key == first:
            break
        desk.press("Z", CTRL)
    assert desk.sitting.card.key == first
    assert graded(desk) == 0
    desk.press("Escape")
    desk.at_home()
    desk.close()


def test_a_practice_test_in_large_text_on_the_smallest_window(desk: Desk) -> None:
    Preferences(desk.home).text_scale = 2.0
    desk.open_at_home()
    desk.window.shell.resize(SMALLEST)
    desk.press("T", CTRL)
    setup = desk.dialog(SetupDialog)
    assert cut_off(desk, setup) == []
    assert setup.width() <= desk.window.shell.width()
    assert setup.height() <= desk.window.shell.height()
    desk.press("Return")
    view = shown_test(desk)
    assert cut_off(desk, view) == []
    assert view.trial is not None
    view.trial.give_up()
    view.trial.accept()
    desk.press("Escape")
    desk.wait(view.result.isVisible)
    assert cut_off(desk, view) == []
    desk.press("Escape")
    desk.at_home()
    desk.close()
