"""Python's pauses: why the cycle collector of a window that reads much is to run seldom."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 50_000, 200, 100
"""How many more objects there are before each generation is gone through (Python: 700, 10, 10)."""


def spare_pauses() -> None:
    """Have the cycle collector run seldom.

    It holds up every thread, the window's too: while a worker reads a hundred thousand notes, none
    of them garbage, it would go through all that was read again and again, for up to a second each.
    What is in no cycle is freed at once as ever.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)
