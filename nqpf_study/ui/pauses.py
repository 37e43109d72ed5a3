"""Python's pauses: when its cycle collector runs, and how long a thread waits for its turn."""

from __future__ import annotations

import gc
import sys

YOUNG, MIDDLE, OLD = 20_000, 500, 100
"""How many more objects there are before each generation is gone through (Python: 700, 10, 10)."""

TURN = 0.0005
"""Seconds that a thread may go on while another one waits for its turn (Python: 0.005)."""


def spare_pauses() -> None:
    """Have the cycle collector run seldom, and threads take turns often.

    The collector holds up every thread, the window's too: while a worker reads a hundred thousand
    notes, none of them garbage, it would go through all that was read again and again, for up to
    a second each. What is in no cycle is freed at once as ever. Whenever Qt lets other threads
    run, which it does many times while a page is made, the window waits for its next turn until
    a worker's ends.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    sys.setswitchinterval(TURN)
