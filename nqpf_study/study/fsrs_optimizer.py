"""The optimizer of FSRS, written in Rust, which need not be installed."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.fitting import Evaluation, Lesson
from nqpf_study.domain.phrase import phrase


class FsrsOptimizer:
    """Fits and evaluates with `fsrs-rs-python`. Raises StudyError where that is missing."""

    def __init__(self) -> None:
        self._rust = _rust()

    def fit(self, found: Sequence[Lesson]) -> tuple[float, ...]:
        """Return the 21 parameters that predict these lessons best."""
        usual = self._rust.FSRS(list(self._rust.DEFAULT_PARAMETERS))
        try:
            return tuple(usual.compute_parameters(self._items(found)))
        except ValueError as error:
            raise StudyError(
                phrase("No parameters could be fitted ({error}).", error=error)
            ) from error

    def evaluate(self, parameters: tuple[float, ...], found: Sequence[Lesson]) -> Evaluation:
        """Judge parameters (empty: the usual ones) by how they predict lessons."""
        judged = self._rust.FSRS(list(parameters or self._rust.DEFAULT_PARAMETERS))
        try:
            evaluated = judged.evaluate(self._items(found))
        except ValueError as error:
            raise StudyError(
                phrase("The parameters could not be judged ({error}).", error=error)
            ) from error
        return Evaluation(evaluated.log_loss, evaluated.rmse_bins)

    def _items(self, found: Sequence[Lesson]) -> list[object]:
        review, item = self._rust.FSRSReview, self._rust.FSRSItem
        return [
            item([review(int(rating), waited) for rating, waited in lesson.reviews])
            for lesson in found
        ]


def _rust() -> ModuleType:
    try:
        import fsrs_rs_python  # noqa: PLC0415 - optional
    except ImportError as error:
        raise StudyError(
            "Fitting needs the package fsrs-rs-python, which is not installed here.",
            safe="Scheduling goes on with the usual parameters.",
            mend="Install it beside the program: pip install 'nqpf-study[fit]'.",
        ) from error
    module: ModuleType = fsrs_rs_python
    return module
