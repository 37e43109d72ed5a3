"""Undo and redo at random, as `tests/unit/study/test_history_at_random.py`, on real collections."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings

from nqpf_study.app import Study
from nqpf_study.store.doctor import examine
from tests.fakes.dice import dice
from tests.unit.study.test_history_at_random import Learning


class WithoutBackups(Study):
    """A Study whose backups are left out: each would copy the file."""

    def back_up(self, reason: str = "asked") -> Path:
        return self.home / reason


class LearningForGood(Learning):
    """A run of the program whose collection is a file; the doctor looks at it at the end."""

    def opened(self) -> Study:
        self.home = Path(mkdtemp())
        return WithoutBackups.open(self.home, now=self.clock, random_bits=dice(9).getrandbits)

    def teardown(self) -> None:
        report = examine(self.study.collection)
        self.study.close()
        shutil.rmtree(self.home)
        assert report.fine, report.problems


TestLearningForGood = LearningForGood.TestCase
TestLearningForGood.settings = settings(max_examples=8, stateful_step_count=20)
