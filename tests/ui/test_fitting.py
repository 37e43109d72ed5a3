from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.fitting import Evaluation
from nqpf_study.domain.options import DeckOptions, FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.study.fitting import Fit
from nqpf_study.ui.memory_fit import MemoryFit
from nqpf_study.ui.settings.fitting import FitDialog, memory_said
from tests.fakes.clock import Clock
from tests.fakes.dice import dice
from tests.fakes.study import MemoryStudy, memory_study, note, terms

ENOUGH = 400
OTHER = tuple(0.1 * at for at in range(1, 22))
USUAL, WORSE = Evaluation(0.34, 0.05), Evaluation(0.35, 0.06)
BETTER = Evaluation(0.32, 0.04)


def fit_of(after: Evaluation, longer: float = 0.12) -> Fit:
    return Fit(520, USUAL, after, OTHER, longer)


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    made = memory_study(tmp_path, terms())
    made.reviews_to_fit = lambda: 520  # type: ignore[method-assign]
    made.set_deck_options("terms", DeckOptions())
    return made


def opened(qtbot: QtBot, study: MemoryStudy) -> FitDialog:
    made = FitDialog(study, ENOUGH)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.reviews.text() != "")
    return made


@pytest.mark.parametrize(
    ("longer", "said"),
    [
        (0.12, "Your memory keeps cards 12% longer than average."),
        (-0.2, "Your memory keeps cards 20% shorter than average."),
        (0.001, "Your memory keeps cards as long as average."),
    ],
)
def test_the_result_is_said_plainly(longer: float, said: str) -> None:
    assert memory_said(fit_of(BETTER, longer)) == said


def test_too_few_reviews_are_said_before_anything_is_tried(
    qtbot: QtBot, study: MemoryStudy
) -> None:
    study.reviews_to_fit = lambda: 312  # type: ignore[method-assign]
    dialog = opened(qtbot, study)
    assert dialog.reviews.text() == "There are 312 reviews to learn from; a fit takes 400."
    assert not dialog.fit.isEnabled()


def test_a_better_fit_is_kept_when_asked_and_taken_back(qtbot: QtBot, study: MemoryStudy) -> None:
    study.fit = lambda _progress: fit_of(BETTER)  # type: ignore[method-assign, assignment, misc]
    dialog = opened(qtbot, study)
    assert dialog.in_use.text() == "In use: the average of many learners."
    dialog.fit.click()
    qtbot.waitUntil(dialog.outcome.isVisible)
    assert study.deck_options()["terms"].plan.parameters == ()
    with qtbot.waitSignal(dialog.kept):
        dialog.keep.click()
    assert study.deck_options()["terms"].plan.parameters == OTHER
    qtbot.waitUntil(dialog.reset.isVisible)
    assert dialog.in_use.text() == "In use: a fit to your memory."
    with qtbot.waitSignal(dialog.kept):
        dialog.reset.click()
    assert study.deck_options()["terms"].plan.parameters == ()


def test_going_back_to_the_average_ends_fitting_by_itself(qtbot: QtBot, study: MemoryStudy) -> None:
    study.keep_parameters(OTHER)
    dialog = opened(qtbot, study)
    assert dialog.by_itself.isChecked()
    with qtbot.waitSignal(dialog.kept):
        dialog.reset.click()
    qtbot.waitUntil(lambda: not dialog.by_itself.isChecked())
    assert not study.fits_by_itself()
    dialog.by_itself.click()
    qtbot.waitUntil(study.fits_by_itself)


def test_a_start_fits_by_itself_and_says_so(qtbot: QtBot, study: MemoryStudy) -> None:
    study.fit_by_itself = lambda _progress: fit_of(BETTER)  # type: ignore[method-assign, assignment, misc]
    window = QWidget()
    qtbot.addWidget(window)
    fit = MemoryFit(window)
    with qtbot.waitSignal(fit.message) as said:
        fit.look(study)
    (text,) = said.args
    assert text.startswith("Your memory keeps cards 12% longer than average. New intervals go by")


def test_a_fit_that_is_no_better_cannot_be_kept(qtbot: QtBot, study: MemoryStudy) -> None:
    study.fit = lambda _progress: fit_of(WORSE)  # type: ignore[method-assign, assignment, misc]
    dialog = opened(qtbot, study)
    dialog.fit.click()
    qtbot.waitUntil(dialog.outcome.isVisible)
    assert dialog.outcome.text() == "A fit would be no better."
    assert "Nothing was changed" in dialog.meaning.text()
    assert not dialog.keep.isVisible()


def test_trouble_is_said_in_the_dialog(qtbot: QtBot, study: MemoryStudy) -> None:
    def missing(_progress: object) -> Fit:
        raise StudyError("The optimizer is not installed.", mend="Install it.")

    study.fit = missing  # type: ignore[method-assign, assignment]
    dialog = opened(qtbot, study)
    dialog.fit.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert dialog.error.text() == "The optimizer is not installed. Install it."


def studied_for_weeks(home: Path) -> MemoryStudy:
    """Return the collection of a learner who forgets quickly and has studied for weeks."""
    clock, chance = Clock(), dice(3)
    notes = tuple(note(f"n{at}", f"Question {at}?", f"Answer {at}") for at in range(90))
    study = memory_study(home, Deck("terms", "Terms", notes=notes), clock=clock)
    study.set_deck_options("terms", DeckOptions(new_per_day=45))
    while study.reviews_to_fit() < ENOUGH:
        session = study.session(form=FormChoice.RECALL)
        while session.asked is not None:
            session.reveal()
            new = session.asked.card.status.memory.reps == 0
            session.grade(Rating.GOOD if new or chance.random() < 0.75 else Rating.AGAIN)
            clock.move(seconds=5)
        clock.move(days=1)
    return study


def test_a_history_is_fitted_to_in_a_worker_and_the_result_is_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pytest.importorskip("fsrs_rs_python")
    study = studied_for_weeks(tmp_path)
    dialog = opened(qtbot, study)
    assert dialog.fit.isEnabled()
    dialog.fit.click()
    qtbot.waitUntil(dialog.outcome.isVisible, timeout=60_000)
    assert not dialog.error.isVisible()
    assert dialog.keep.isVisible() is dialog.outcome.text().startswith("Your memory keeps cards")
    assert study.deck_options()["terms"].plan.parameters == ()
