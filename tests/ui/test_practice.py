from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.forms import Choice
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.practice import trial as trial_module
from nqpf_study.ui.practice.practising import Practising
from nqpf_study.ui.practice.setup import SetupDialog, Wanted
from nqpf_study.ui.practice.trial import Trial
from nqpf_study.ui.practice.view import PracticeView
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.session.parts.choice import ChoicePart
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.style import Look
from nqpf_study.ui.widgets.written import Written
from tests.fakes.study import MemoryStudy, memory_study, store_of, terms

Key = Qt.Key


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> PracticeView:
    Look(qapp, Appearance.LIGHT, 1.0)
    made = PracticeView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def practising(qtbot: QtBot, tmp_path: Path) -> Practising:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return Practising(window, tmp_path / "home")


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def said(part: QWidget) -> str:
    QApplication.processEvents()
    labels = [label for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
    return "\n".join(getattr(label, "said", label.text()) for label in labels)


def test_the_view_model_knows_no_widgets() -> None:
    assert "QtWidgets" not in Path(trial_module.__file__).read_text(encoding="utf-8")


def test_an_answer_is_wrong_partly_right_or_right(study: MemoryStudy) -> None:
    trial = Trial(study.practice(seed=1, form=FormChoice.CHOICE, search="note:leader"), pinyin=True)
    assert (trial.place, trial.total, trial.ratings) == (1, 1, ())
    task = trial.task
    assert isinstance(task, Choice)
    trial.submit((task.right + 1) % len(task.options))
    assert [(key.word, key.proposed) for key in trial.ratings] == [
        ("Wrong", True),
        ("Partly right", False),
        ("Right", False),
    ]
    trial.press(4)
    assert trial.phase is Phase.ANSWER, "there is no fourth"
    trial.press(2)
    assert trial.result.points == 0.5
    assert store_of(study).log == []


def test_who_does_not_know_it_is_proposed_no_point(study: MemoryStudy) -> None:
    trial = Trial(study.practice(seed=1, count=1), pinyin=True)
    trial.give_up()
    assert trial.proposed is Rating.AGAIN
    trial.accept()
    assert trial.phase is Phase.END
    assert trial.result.points == 0


def test_a_test_is_taken_with_keys_and_changes_nothing(
    qtbot: QtBot, view: PracticeView, study: MemoryStudy
) -> None:
    practice = study.practice(seed=3, form=FormChoice.TYPED, search="note:leader")
    before = [store_of(study).card(key).status for key in store_of(study).rows]
    view.begin(study, practice, pinyin=True)
    assert "your schedule stays as it is" in said(view)
    assert "Question 1 of 1" in said(view)
    assert isinstance(QApplication.focusWidget(), AnswerField)
    press("landd", Key.Key_Return)
    assert view.card.verdict == "Not right"
    assert not view.ratings.rating_buttons[3].isVisible()
    press(Key.Key_Space)
    assert view.result.isVisible()
    assert view.result.headline.text() == "0 of 1 points, 0%"
    qtbot.waitUntil(lambda: "Innovation plays the leading role" in said(view.result))
    shown = said(view.result)
    assert "You answered: landd" in shown
    assert "Your schedule is as it was." in shown
    assert [store_of(study).card(key).status for key in store_of(study).rows] == before
    assert store_of(study).log == []
    with qtbot.waitSignal(view.ended):
        press(Key.Key_Escape)


def test_a_test_that_is_ended_early_shows_what_it_came_to(
    qtbot: QtBot, view: PracticeView, study: MemoryStudy
) -> None:
    view.begin(study, study.practice(seed=1, form=FormChoice.RECALL, count=4), pinyin=True)
    press(Key.Key_Space, "3", Key.Key_Escape)
    assert view.result.headline.text() == "1 of 1 points, 100%"
    assert "3 questions were not reached." in said(view.result)
    with qtbot.waitSignal(view.ended):
        press(Key.Key_Escape)


def test_who_answers_nothing_leaves_at_once(
    qtbot: QtBot, view: PracticeView, study: MemoryStudy
) -> None:
    view.begin(study, study.practice(seed=1), pinyin=True)
    with qtbot.waitSignal(view.ended):
        press(Key.Key_Escape)


def test_numbers_choose_and_then_rate(view: PracticeView, study: MemoryStudy) -> None:
    view.begin(
        study, study.practice(seed=1, form=FormChoice.CHOICE, search="note:leader"), pinyin=True
    )
    part = view.card.part
    assert isinstance(part, ChoicePart)
    press("1")
    assert not part.buttons[0].isEnabled()
    press("1")
    assert view.result.isVisible()


# --- asking for it ----------------------------------------------------------------------------


def asked_for(qtbot: QtBot, practising: Practising, study: MemoryStudy) -> SetupDialog:
    practising.ask(study)

    def shown() -> list[SetupDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, SetupDialog) and top.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def test_all_decks_are_asked_unless_some_are_chosen(qtbot: QtBot) -> None:
    dialog = SetupDialog({"a": "A", "b": "B"}, ["b"])
    qtbot.addWidget(dialog)
    assert dialog.wanted == Wanted(("b",), "", 20, None)
    dialog.decks["a"].setChecked(True)
    assert dialog.wanted.decks is None
    dialog.form.setCurrentIndex(dialog.form.findData(FormChoice.TYPED))
    dialog.count.setValue(7)
    dialog.search.setText(" tag:2024 ")
    assert dialog.wanted == Wanted(None, "tag:2024", 7, FormChoice.TYPED)
    for box in dialog.decks.values():
        box.setChecked(False)
    assert not dialog.start.isEnabled()
    assert not dialog.paper.isEnabled()


def test_enter_starts_a_test_of_all_decks(
    qtbot: QtBot, practising: Practising, study: MemoryStudy
) -> None:
    dialog = asked_for(qtbot, practising, study)
    with qtbot.waitSignal(practising.begun) as begun:
        QTest.keyClick(dialog, Key.Key_Return)
    view = begun.args[0]
    qtbot.addWidget(view)
    assert isinstance(view, PracticeView)
    assert not dialog.isVisible()
    assert view.trial is not None
    assert view.trial.total == 5


def test_a_test_is_about_the_marked_tags(
    qtbot: QtBot, practising: Practising, study: MemoryStudy
) -> None:
    leader = study.search("note:leader")
    study.tag(leader, add=["exam"])
    dialog = asked_for(qtbot, practising, study)
    (exam,) = dialog.tags.list.findItems("exam", Qt.MatchFlag.MatchStartsWith)
    exam.setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(practising.begun) as begun:
        dialog.start.click()
    qtbot.addWidget(begun.args[0])
    asked = begun.args[0].trial.practice.questions
    assert [one.card.key for one in asked] == leader


def test_a_search_that_finds_nothing_is_told_in_the_dialog(
    qtbot: QtBot, practising: Practising, study: MemoryStudy
) -> None:
    dialog = asked_for(qtbot, practising, study)
    dialog.search.setText("seaweed")
    dialog.start.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert dialog.error.text().startswith("No card fits.")
    dialog.close()


def told_of(qtbot: QtBot, practising: Practising) -> str:
    """Wait until a file that was written is told of; return what is said."""
    window = practising.parent()
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.findChildren(Written)))
    (told,) = window.findChildren(Written)
    told.close()
    return told.text()


@pytest.mark.parametrize(("name", "begins"), [("t.html", b"<!DOCTYPE"), ("t.pdf", b"%PDF")])
def test_a_test_is_written_on_paper(
    qtbot: QtBot,
    practising: Practising,
    study: MemoryStudy,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    begins: bytes,
) -> None:
    out = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = asked_for(qtbot, practising, study)
    dialog.paper.click()
    assert told_of(qtbot, practising) == f"{name} is written"
    assert out.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_a_result_is_kept(
    qtbot: QtBot,
    practising: Practising,
    study: MemoryStudy,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    out = tmp_path / "result.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = asked_for(qtbot, practising, study)
    dialog.count.setValue(1)
    with qtbot.waitSignal(practising.begun) as begun:
        dialog.start.click()
    view = begun.args[0]
    qtbot.addWidget(view)
    view.question.give_up()
    view.question.accept()
    view.result.save_asked.emit()
    assert told_of(qtbot, practising) == "result.txt is written"
    assert "0 of 1 points (0%)" in out.read_text(encoding="utf-8")
    with qtbot.waitSignal(practising.left):
        view.leave()


def test_a_long_title_of_a_deck_is_cut_where_it_must_be_and_whole_elsewhere(qtbot: QtBot) -> None:
    title = "Lamps & lenses, " * 12
    dialog = SetupDialog({"a": title, "b": "B & C"}, [])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    long, short = dialog.decks["a"], dialog.decks["b"]
    assert dialog.width() < long.fontMetrics().horizontalAdvance(title)
    assert (long.text().endswith("…"), long.toolTip()) == (True, title)
    assert (short.text(), short.accessibleName()) == ("B && C", "B & C")


def test_a_saved_search_can_be_chosen_for_a_test(qtbot: QtBot, study: MemoryStudy) -> None:
    study.save_search("Mine", "lead")
    dialog = SetupDialog({"a": "A"}, [], None, (), study.saved_searches())
    qtbot.addWidget(dialog)
    dialog.searches.aboutToShow.emit()
    offered = {action.text(): action for action in dialog.searches.actions()}
    assert "Keeps slipping" in offered
    assert not [name for name in offered if "…" in name], "nothing is kept from here"
    offered["Mine"].trigger()
    assert dialog.wanted.search == "lead"


def test_without_decks_there_is_no_test(qtbot: QtBot) -> None:
    dialog = SetupDialog({}, ())
    qtbot.addWidget(dialog)
    assert not dialog.start.isEnabled()
    assert not dialog.paper.isEnabled()
    said = [text.text() for text in dialog.findChildren(QLabel)]
    assert "There are no decks yet: open a deck file first." in said
