"""The Qt binding itself: a build that miscounts references ends the process at some later time."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_calls_that_return_nothing_keep_the_count_of_none() -> None:
    called = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        called.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10


def test_calls_that_return_false_keep_its_count() -> None:
    called = QObject()
    before = sys.getrefcount(False)
    for _ in range(CALLS):
        called.signalsBlocked()
    assert abs(sys.getrefcount(False) - before) < CALLS / 10
