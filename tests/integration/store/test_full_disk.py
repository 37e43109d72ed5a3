"""A disk that fills up: what is made is whole or not there, and the learner is told why."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nqpf_study.domain.errors import StudyError
from nqpf_study.store import opening
from nqpf_study.store.doctor import examine
from nqpf_study.store.engine import Database
from nqpf_study.store.failures import study_error
from tests.integration.store.learner import Learner


class Unfoldable(Database):
    """A file that a reader holds, so that the write-ahead log stays beside it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._holding = sqlite3.connect(path)
        self._holding.executescript("BEGIN; SELECT * FROM sqlite_master")

    def close(self) -> None:
        super().close()
        self._holding.close()


def test_a_collection_takes_its_place_only_with_all_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "Database", Unfoldable)
    path = tmp_path / "collection.db"
    with pytest.raises(StudyError):
        opening.create(path)
    assert not path.exists()
    monkeypatch.undo()
    learner = Learner(tmp_path)
    with closing(learner.collection):
        assert examine(learner.collection).fine


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE], ids=["file", "shared"]
)
def test_each_way_to_run_out_of_room_is_called_so(tmp_path: Path, code: int) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert "is full" in str(study_error(error, tmp_path))
