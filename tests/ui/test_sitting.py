from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.forms import Choice, Form
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Act, Plan, Rating
from nqpf_study.ui.session import sitting as module
from nqpf_study.ui.session.sitting import Phase, Sitting
from tests.fakes.clock import Clock
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def study(tmp_path: Path, clock: Clock) -> MemoryStudy:
    return memory_study(tmp_path, terms(), clock=clock)


def begun(
    study: MemoryStudy, form: FormChoice = FormChoice.RECALL, *, pinyin: bool = True
) -> Sitting:
    return Sitting(study.session(None, form), study.now, pinyin=pinyin)


def phase(sitting: Sitting) -> Phase:
    """Return the phase now: a type checker takes it to stay as it was."""
    return sitting.phase


def form(sitting: Sitting) -> Form:
    return sitting.asked.form


def until(sitting: Sitting, card: str) -> None:
    """Grade cards until one of that name is asked."""
    while sitting.asked.face.name != card:
        sitting.reveal()
        sitting.grade(Rating.EASY)


def test_the_view_model_knows_no_widgets() -> None:
    assert "QtWidgets" not in Path(module.__file__).read_text(encoding="utf-8")


def test_one_key_reveals_and_then_grades_as_proposed(study: MemoryStudy) -> None:
    sitting = begun(study)
    assert phase(sitting) is Phase.QUESTION
    assert [key.word for key in sitting.ratings] == []
    sitting.accept()
    assert phase(sitting) is Phase.ANSWER
    assert [(key.word, key.proposed) for key in sitting.ratings] == [
        ("Again", False),
        ("Hard", False),
        ("Good", True),
        ("Easy", False),
    ]
    sitting.accept()
    assert store_of(study).ratings() == [Rating.GOOD]


def test_every_rating_says_when_the_card_comes_back(study: MemoryStudy) -> None:
    sitting = begun(study)
    sitting.reveal()
    assert [key.wait for key in sitting.ratings][:3] == ["1 min", "6 min", "10 min"]
    assert sitting.ratings[3].wait.endswith("days")


def test_a_grade_is_saved_before_the_next_question_is_shown(study: MemoryStudy) -> None:
    sitting = begun(study)
    first = sitting.card.key
    saved: list[tuple[int, bool]] = []
    sitting.changed.connect(
        lambda: saved.append((len(store_of(study).log), sitting.card.key != first))
    )
    sitting.reveal()
    sitting.press(3)
    assert saved == [(0, False), (1, True)]


def test_a_grade_that_cannot_be_saved_leaves_the_card_on_the_screen(study: MemoryStudy) -> None:
    sitting = begun(study)
    sitting.reveal()
    before = sitting.asked
    failed: list[StudyError] = []
    sitting.failed.connect(failed.append)
    store_of(study).trouble = StudyError("The disk is full.")
    sitting.grade(Rating.GOOD)
    assert [error.what for error in failed] == ["The disk is full."]
    assert sitting.asked is before
    assert phase(sitting) is Phase.ANSWER
    store_of(study).trouble = None
    sitting.grade(Rating.GOOD)
    assert store_of(study).ratings() == [Rating.GOOD]


def test_a_source_seen_before_the_answer_caps_the_rating(study: MemoryStudy) -> None:
    sitting = begun(study)
    said: list[str] = []
    sitting.said.connect(said.append)
    sitting.look()
    assert sitting.hinted
    sitting.reveal()
    assert [key.allowed for key in sitting.ratings] == [True, True, False, False]
    sitting.press(4)
    assert said == ["After a hint, Hard is the best rating for this card."]
    assert store_of(study).log == []
    sitting.accept()
    assert store_of(study).ratings() == [Rating.HARD]
    assert store_of(study).log[0].hinted


def test_a_source_seen_after_the_answer_caps_nothing(study: MemoryStudy) -> None:
    sitting = begun(study)
    sitting.reveal()
    sitting.look()
    assert not sitting.hinted
    assert all(key.allowed for key in sitting.ratings)


def test_a_right_choice_proposes_good_and_a_wrong_one_again(study: MemoryStudy) -> None:
    sitting = begun(study, FormChoice.CHOICE)
    task = sitting.task
    assert isinstance(task, Choice)
    assert len(task.options) == 4
    sitting.submit(task.right)
    assert sitting.verdict == "Right"
    sitting.accept()
    assert store_of(study).ratings() == [Rating.GOOD]
    task = sitting.task
    assert isinstance(task, Choice)
    sitting.submit((task.right + 1) % 4)
    assert sitting.verdict == "Not right"
    assert [key.rating for key in sitting.ratings if key.proposed] == [Rating.AGAIN]


def test_numbers_do_nothing_before_the_answer(study: MemoryStudy) -> None:
    sitting = begun(study)
    sitting.press(3)
    assert phase(sitting) is Phase.QUESTION
    assert store_of(study).log == []


def test_who_does_not_know_it_is_proposed_again(study: MemoryStudy) -> None:
    sitting = begun(study, FormChoice.TYPED)
    sitting.give_up()
    assert phase(sitting) is Phase.ANSWER
    assert sitting.judgement is None
    assert [key.rating for key in sitting.ratings if key.proposed] == [Rating.AGAIN]
    sitting.accept()
    assert store_of(study).ratings() == [Rating.AGAIN]
    assert sitting.proposed is Rating.GOOD, "the next card is another matter"


def test_the_form_is_said_with_its_reason(study: MemoryStudy) -> None:
    assert begun(study, FormChoice.FIT).fit == "Choice, because the card is new"
    assert begun(study, FormChoice.TYPED).fit == "Typing"
    assert begun(study, FormChoice.RECALL).fit == ""
    unsuited = begun(study, FormChoice.ORDER)
    assert unsuited.fit == "From memory: the way you chose does not suit this card"


def test_the_form_is_changed_while_the_session_goes_on(study: MemoryStudy) -> None:
    sitting = begun(study)
    first, since = sitting.card.key, sitting.asked.since
    sitting.look()
    sitting.ask_by(FormChoice.TYPED)
    assert (sitting.card.key, sitting.asked.form) == (first, Form.TYPED)
    assert sitting.form is FormChoice.TYPED
    assert sitting.hinted, "the source was seen all the same"
    assert sitting.asked.since == since
    sitting.reveal()
    sitting.ask_by(FormChoice.CHOICE)
    assert form(sitting) is Form.TYPED, "what is answered stays as it was asked"
    sitting.accept()
    assert form(sitting) is Form.CHOICE


def test_undo_asks_in_the_form_as_before(study: MemoryStudy) -> None:
    sitting = begun(study, FormChoice.CHOICE)
    before = sitting.task
    sitting.submit(0)
    sitting.accept()
    sitting.undo()
    assert sitting.task == before
    assert sitting.judgement is None


def test_the_last_grade_is_taken_back_and_its_card_asked_again(study: MemoryStudy) -> None:
    sitting = begun(study)
    first = sitting.card.key
    said: list[str] = []
    sitting.said.connect(said.append)
    sitting.accept()
    sitting.press(1)
    assert sitting.card.key != first
    sitting.undo()
    assert sitting.card.key == first
    assert phase(sitting) is Phase.QUESTION
    assert said == ["Undone: grade Again."]
    assert [entry.act for entry in store_of(study).log] == [Act.GRADE, Act.UNDO]


def test_nothing_to_take_back_is_said(study: MemoryStudy) -> None:
    sitting = begun(study)
    said: list[str] = []
    sitting.said.connect(said.append)
    sitting.undo()
    assert said == ["There is nothing to undo."]


@pytest.mark.parametrize(("act", "kept"), [("bury", Act.BURY), ("suspend", Act.SUSPEND)])
def test_a_card_that_is_set_aside_can_be_brought_back(
    study: MemoryStudy, act: str, kept: Act
) -> None:
    sitting = begun(study)
    first = sitting.card.key
    getattr(sitting, act)()
    assert sitting.card.key != first
    assert [entry.act for entry in store_of(study).log] == [kept]
    sitting.undo()
    assert sitting.card.key == first


def test_a_list_is_answered_as_a_list(study: MemoryStudy) -> None:
    sitting = begun(study)
    until(sitting, "all")
    assert sitting.answer.members == ("high-tech", "efficient")
    assert sitting.answer.ordered


def test_pinyin_stands_beside_chinese_and_can_be_hidden(tmp_path: Path, clock: Clock) -> None:
    study = memory_study(tmp_path, terms(), clock=clock)
    days = 0
    sitting = begun(study)
    while sitting.phase is Phase.END or sitting.asked.face.name != "chinese":
        if sitting.phase is Phase.END:
            days += 1
            assert days < 5, "the Chinese card never came"
            clock.move(days=1)
            sitting = begun(study)
            continue
        sitting.reveal()
        sitting.grade(Rating.EASY)
    assert (sitting.answer.text, sitting.answer.reading) == ("新质生产力", "xīn zhì shēngchǎnlì")
    sitting.show_pinyin(shown=False)
    assert (sitting.answer.text, sitting.answer.reading) == ("新质生产力", "")


def test_the_end_says_what_the_session_came_to(study: MemoryStudy) -> None:
    sitting = begun(study)
    sitting.reveal()
    sitting.grade(Rating.AGAIN)
    while sitting.phase is not Phase.END:
        sitting.reveal()
        sitting.grade(Rating.EASY)
    assert sitting.done == 5
    assert len(sitting.summary.missed) == 1
    assert sitting.summary.first_seen == 4
    assert sitting.ready_in is None
    sitting.undo()
    assert phase(sitting) is Phase.QUESTION


def test_a_step_that_ends_later_can_be_waited_for(tmp_path: Path, clock: Clock) -> None:
    study = memory_study(tmp_path, terms(), clock=clock)
    hour = Plan(learning_steps=(timedelta(hours=1),))
    study.set_deck_options("terms", DeckOptions(new_per_day=1, plan=hour))
    sitting = begun(study)
    sitting.reveal()
    sitting.grade(Rating.AGAIN)
    assert phase(sitting) is Phase.END
    assert sitting.ready_in == timedelta(minutes=40)
    clock.move(minutes=41)
    assert sitting.ready_in == timedelta()
    sitting.look_again()
    assert phase(sitting) is Phase.QUESTION
