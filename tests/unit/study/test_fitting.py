from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import Cancelled, StudyError
from nqpf_study.domain.fitting import Evaluation, Lesson
from nqpf_study.domain.options import DeckOptions, FitOptions
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating
from nqpf_study.domain.study_day import StudyClock
from nqpf_study.study.fitting import ENOUGH, GROWN, fit, fit_by_itself, keep
from nqpf_study.study.workload import RETENTIONS, forecast
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection
from tests.fakes.dice import dice

DAYS = StudyClock(UTC)
WORSE, BETTER = Evaluation(0.4, 0.05), Evaluation(0.3, 0.04)
SOUND = tuple(DEFAULT_PARAMETERS)
FITTED = tuple(0.1 * place for place in range(1, 22))


@dataclass
class Judge:
    """An optimizer that says what it is told to, and remembers what it was shown."""

    before: Evaluation = WORSE
    after: Evaluation = BETTER
    fitted: list[int] = field(default_factory=list)
    judged: list[tuple[tuple[float, ...], int]] = field(default_factory=list)
    parameters: tuple[float, ...] = tuple(Plan().parameters)

    def fit(self, found: Sequence[Lesson]) -> tuple[float, ...]:
        self.fitted.append(len(found))
        return self.parameters

    def evaluate(self, parameters: tuple[float, ...], found: Sequence[Lesson]) -> Evaluation:
        self.judged.append((parameters, len(found)))
        return self.after if len(self.judged) == 2 else self.before


def learner(reviews: int) -> FakeCollection:
    """Return a collection with so many reviews on later days, ten cards a day."""
    store = FakeCollection()
    notes = (Note(f"n{at}", "basic", {"question": f"{at}?", "answer": f"{at}"}) for at in range(10))
    clock = Clock()
    store.add(Deck("terms", "Terms", notes=tuple(notes)), clock())
    ids = EntryIds(dice(1).getrandbits)
    for day in range(reviews // 10 + 1):
        for at in range(10):
            status = store.status(CardId("terms", f"n{at}", "answer"))
            now = clock() + timedelta(seconds=at)
            made = LogEntry(
                ids.next(now),
                CardId("terms", f"n{at}", "answer"),
                Act.GRADE,
                now,
                DAYS.day(now),
                status.memory.state,
                Rating.GOOD if (day + at) % 4 else Rating.AGAIN,
                plan=Plan(),
            )
            store.record(made, apply(status, made))
        clock.move(days=3)
    return store


def test_a_better_fit_is_kept_by_itself_and_tried_again_when_the_log_has_grown() -> None:
    store = learner(ENOUGH)
    found = fit_by_itself(store, lambda: Judge(parameters=SOUND))
    assert found is not None
    assert store.deck_options()["terms"].plan.parameters == SOUND
    tried_at = store.fit_options().tried_at
    assert tried_at == store.log_length()
    assert fit_by_itself(store, Judge) is None
    store.set_fit_options(FitOptions(tried_at=int(tried_at / GROWN)))
    assert fit_by_itself(store, Judge) is not None


def test_a_fit_that_is_no_better_is_not_kept_by_itself() -> None:
    store = learner(ENOUGH)
    assert fit_by_itself(store, lambda: Judge(after=WORSE, parameters=SOUND)) is None
    assert store.deck_options()["terms"].plan.parameters == ()
    assert store.fit_options().tried_at == store.log_length()


def test_nothing_is_fitted_by_itself_that_the_learner_does_not_want_or_that_tells_nothing() -> None:
    store = learner(ENOUGH)
    store.set_fit_options(FitOptions(by_itself=False))
    assert fit_by_itself(store, Judge) is None
    assert fit_by_itself(learner(100), Judge) is None
    few = learner(ENOUGH - 20)  # a long log, and yet too few reviews on later days
    few.log.extend(few.log[:40])
    assert fit_by_itself(few, Judge) is None


def test_without_an_optimizer_nothing_is_tried() -> None:
    def none() -> Judge:
        raise StudyError("There is none.")

    store = learner(ENOUGH)
    assert fit_by_itself(store, none) is None
    assert store.fit_options().tried_at == 0


def test_a_fit_is_judged_by_reviews_that_it_has_not_seen() -> None:
    judge = Judge()
    found = fit(learner(ENOUGH), judge)
    assert found.reviews == ENOUGH
    on, of_all = judge.fitted
    assert of_all == ENOUGH
    assert [count for _, count in judge.judged] == [ENOUGH - on] * 2
    assert 0.7 * ENOUGH < on < ENOUGH
    assert found.better
    assert found.longer == pytest.approx(0)


def test_a_fit_that_predicts_no_better_is_told_so() -> None:
    assert not fit(learner(ENOUGH), Judge(after=Evaluation(0.41, 0.01))).better
    assert not fit(learner(ENOUGH), Judge(after=Evaluation(0.3, 0.06))).better


def test_too_few_reviews_are_not_fitted() -> None:
    judge = Judge()
    with pytest.raises(StudyError, match="a fit takes 400"):
        fit(learner(ENOUGH - 10), judge)
    assert not judge.fitted


def test_it_can_be_stopped() -> None:
    judge = Judge()

    def stop(done: int, total: int, doing: str) -> None:
        assert done < total
        if doing == "judging":
            raise Cancelled

    with pytest.raises(Cancelled):
        fit(learner(ENOUGH), judge, stop)
    assert len(judge.fitted) == 1


def test_what_is_in_use_is_judged_and_what_is_kept_comes_into_use() -> None:
    store = learner(ENOUGH)
    before = [row.status for row in store.rows.values()]
    store.options["terms"] = DeckOptions(new_per_day=3, plan=Plan(0.85))
    keep(store, FITTED)
    assert store.options["terms"] == DeckOptions(new_per_day=3, plan=Plan(0.85, parameters=FITTED))
    judge = Judge()
    fit(store, judge)
    assert judge.judged[0][0] == FITTED
    keep(store, ())
    assert store.options["terms"].plan == Plan(0.85)
    assert [row.status for row in store.rows.values()] == before
    assert CardStatus() not in before


# --- the forecast -----------------------------------------------------------------------------


def test_the_forecast_tells_work_against_what_is_remembered() -> None:
    store = learner(ENOUGH)
    notes = (Note(f"x{at}", "basic", {"question": f"{at}?", "answer": f"{at}"}) for at in range(20))
    store.add(Deck("new", "New", notes=tuple(notes)), Clock()())
    day = max(entry.day for entry in store.log) + 1
    told = forecast(store, "terms", day, 100)
    assert [one.retention for one in told] == list(RETENTIONS)
    assert told[0].reviews < told[-1].reviews
    assert told[0].remembered < told[-1].remembered <= 10
    assert forecast(store, "new", day, 100)[0].cards == 20
    with pytest.raises(StudyError, match="no deck"):
        forecast(store, "nosuch", day)
    store.options["new"] = DeckOptions(new_per_day=0)
    with pytest.raises(StudyError, match="no cards"):
        forecast(store, "new", day)


def test_a_large_deck_is_reckoned_by_a_sample() -> None:
    store = FakeCollection()
    notes = (
        Note(f"n{at}", "basic", {"question": f"{at}?", "answer": f"{at}"}) for at in range(700)
    )
    clock = Clock()
    store.add(Deck("terms", "Terms", notes=tuple(notes)), clock())
    store.options["terms"] = DeckOptions(new_per_day=100)
    (told,) = forecast(store, "terms", DAYS.day(clock()), 30, [0.9])
    assert told.cards == 700
    assert 560 < told.remembered <= 700
    assert told.reviews > 700 / 30
