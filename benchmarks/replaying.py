"""Rebuilding every card's memory from the log, beside py-fsrs alone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.contest import Contest, Inner

CARDS, REVIEWS = 10_000, 10


def contests(folder: Path, notes: int) -> list[Contest]:
    del folder, notes
    return [
        Contest(
            f"Replay of {CARDS * REVIEWS:,} reviews",
            (Inner("py-fsrs alone", "replaying:floor"), Inner("NQPF Study", "replaying:ours")),
            "at most 1.3",
        )
    ]


def floor(_folder: Path) -> float:
    """Review cards with py-fsrs, in turn."""
    from fsrs import Card, Rating, Scheduler

    random = Random(3)
    ratings = [[Rating(random.choice((1, 3, 3, 3, 4))) for _ in range(REVIEWS)]] * CARDS
    scheduler = Scheduler(enable_fuzzing=False)
    started = time.perf_counter()
    for number, given in enumerate(ratings):
        card = Card(card_id=number)
        at = datetime(2026, 1, 1, tzinfo=UTC)
        for rating in given:
            card, _ = scheduler.review_card(card, rating, at)
            at += timedelta(days=3)
    return time.perf_counter() - started


def ours(_folder: Path) -> float:
    """Replay as many log entries."""
    from nqpf_study.domain.entry_ids import EntryIds
    from nqpf_study.domain.replay import replay
    from nqpf_study.domain.review import Act, CardId, LogEntry, Plan, Rating

    random = Random(3)
    ratings = [Rating(random.choice((1, 3, 3, 3, 4))) for _ in range(REVIEWS)]
    ids = EntryIds(random.getrandbits)
    logs = []
    for number in range(CARDS):
        card = CardId("sample", f"note-{number}", "answer")
        at = datetime(2026, 1, 1, tzinfo=UTC)
        entries = []
        for rating in ratings:
            entries.append(
                LogEntry(
                    ids.next(at), card, Act.GRADE, at, at.toordinal(), rating=rating, plan=Plan()
                )
            )
            at += timedelta(days=3)
        logs.append(entries)
    started = time.perf_counter()
    for entries in logs:
        replay(entries)
    return time.perf_counter() - started
