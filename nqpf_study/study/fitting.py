"""Fitting the scheduler to the learner, kept only where it predicts better than before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.fitting import Evaluation, Lesson, lessons, longer_than_usual, split
from nqpf_study.domain.options import DeckOptions, FitOptions
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.review import LogEntry

GROWN = 1.25
"""How much longer the log has to be before a fit is tried by itself again."""

ENOUGH = 400
"""Reviews on later days that it takes before a fit says more than chance."""

_STEPS = 5


class Optimizer(Protocol):
    """What fits parameters and judges them."""

    def fit(self, found: Sequence[Lesson]) -> tuple[float, ...]:
        """Return the 21 parameters that predict these lessons best."""
        ...

    def evaluate(self, parameters: tuple[float, ...], found: Sequence[Lesson]) -> Evaluation:
        """Judge parameters (empty: the usual ones) by how they predict lessons."""
        ...


class FittingStore(Protocol):
    """What fitting asks of the collection."""

    def whole_log(self) -> Iterable[LogEntry]:
        """Return every entry of the log, card by card, each card's in order."""
        ...

    def log_length(self) -> int:
        """Return how many entries the log holds."""
        ...

    def fit_options(self) -> FitOptions:
        """Return how the scheduler is fitted."""
        ...

    def set_fit_options(self, options: FitOptions) -> None:
        """Keep how the scheduler is fitted."""
        ...

    def deck_options(self) -> Mapping[str, DeckOptions]:
        """Return the options of every deck in use, by deck id."""
        ...

    def set_deck_options(self, deck_id: str, options: DeckOptions) -> None:
        """Keep how a deck is studied."""
        ...


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit came to.

    `reviews` is how many reviews on later days there were. `before` and `after` judge the
    parameters in use and the fitted ones by the newest fifth of them, which the fit had not seen;
    `parameters` are those fitted to all. `longer` tells how much longer the learner keeps cards
    than average: 0.12 is 12 %, below zero shorter. `better` tells whether the fit is worth keeping.
    """

    reviews: int
    before: Evaluation
    after: Evaluation
    parameters: tuple[float, ...]
    longer: float

    @property
    def better(self) -> bool:
        """Tell whether the fitted parameters predict better than those in use."""
        return self.after.better_than(self.before)


def fit(store: FittingStore, optimizer: Optimizer, progress: Progress = unheard) -> Fit:
    """Fit parameters to the learner's log; nothing is kept.

    Raises StudyError while the reviews are too few, Cancelled where `progress` does.
    """
    progress(0, _STEPS, "reviews")
    found = lessons(store.whole_log())
    earlier, later = split(found)
    if len(found) < ENOUGH or not earlier:
        raise StudyError(
            phrase(
                "There are {n} reviews to learn from; a fit takes {enough}.",
                n=f"{len(found):,}",
                enough=f"{ENOUGH:,}",
            ),
            mend="Study on: until then the usual parameters are the best guess.",
        )
    progress(1, _STEPS, "fitting")
    tried = optimizer.fit(earlier)
    progress(2, _STEPS, "judging")
    before = optimizer.evaluate(_in_use(store.deck_options()), later)
    after = optimizer.evaluate(tried, later)
    progress(3, _STEPS, "fitting")
    parameters = optimizer.fit(found)
    progress(4, _STEPS, "comparing")
    longer = longer_than_usual(found, parameters)
    progress(_STEPS, _STEPS, "done")
    return Fit(len(found), before, after, parameters, longer)


def fit_by_itself(
    store: FittingStore, optimizer: Callable[[], Optimizer], progress: Progress = unheard
) -> Fit | None:
    """Fit and keep what is better, where the log has grown enough since the last time.

    Return what was kept, None where nothing was: it is not time, the learner does not want it,
    `optimizer` (which makes one) raises StudyError, too few reviews say anything, or a fit is no
    better. Raises Cancelled where `progress` does.
    """
    options, length = store.fit_options(), store.log_length()
    if not options.by_itself or length < max(ENOUGH, GROWN * options.tried_at):
        return None
    try:
        engine = optimizer()
    except StudyError:
        return None
    try:
        found = fit(store, engine, progress)
    except StudyError:
        found = None
    store.set_fit_options(replace(options, tried_at=length))
    if found is None or not found.better:
        return None
    keep(store, found.parameters)
    return found


def reviews_to_learn_from(store: FittingStore) -> int:
    """Return how many reviews a fit would have; it takes ENOUGH."""
    return len(lessons(store.whole_log()))


def keep(store: FittingStore, parameters: tuple[float, ...]) -> None:
    """Schedule the cards of all decks by these parameters from now on; empty are the usual ones.

    What was graded before stays as it was: each entry of the log keeps its own.
    """
    for deck, options in store.deck_options().items():
        plan = replace(options.plan, parameters=parameters)
        store.set_deck_options(deck, replace(options, plan=plan))


def _in_use(options: Mapping[str, DeckOptions]) -> tuple[float, ...]:
    """Return the parameters that most decks have."""
    used = [option.plan.parameters for option in options.values()]
    return max(used, key=used.count, default=())
