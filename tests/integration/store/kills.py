"""Kills learners in the middle of their grading, and counts what they lost. A test runs it.

    python -m tests.integration.store.kills FOLDER KILLS

Each learner is forked off, grades card after card, and is killed right after an acknowledgement,
somewhere in its next grade. Prints how many reviews were acknowledged, how many of those the
collection lacks, and what the doctor says.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

from nqpf_study.domain.options import DeckOptions
from nqpf_study.domain.review import Rating
from nqpf_study.store.doctor import examine
from tests.fakes.dice import dice
from tests.integration.store.learner import Learner, numbered


def main(home: Path, kills: int) -> None:
    """Kill so many learners, one after the other, at one collection."""
    os.environ["NQPF_STUDY_TRACE_ACKS"] = "1"
    learner = Learner(home)
    learner.load(numbered(60))
    learner.collection.set_deck_options("terms", DeckOptions(new_per_day=1000))
    learner.collection.close()
    random = dice(3)
    acknowledged = [id_ for _ in range(kills) for id_ in killed_after(home, random.randint(1, 9))]
    survivor = Learner(home)
    report = examine(survivor.collection)
    survivor.collection.close()
    with closing(sqlite3.connect(survivor.path)) as raw:
        kept = {str(UUID(bytes=id_)) for (id_,) in raw.execute("SELECT id FROM log")}
    lost = set(acknowledged) - kept
    sys.stdout.write(f"{len(acknowledged)} acknowledged, {len(lost)} lost: {report.problems}\n")


def killed_after(home: Path, answers: int) -> list[str]:
    """Let a learner grade, kill them after so many acknowledgements; return all they were given."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, sys.stdout.fileno())
        grade_for_ever(home)
    os.close(writing)
    acknowledged: list[str] = []
    with os.fdopen(reading) as lines:
        while len(acknowledged) < answers:
            acknowledged.append(lines.readline())
        os.kill(child, signal.SIGKILL)
        acknowledged += lines
    os.waitpid(child, 0)
    whole = [line.split() for line in acknowledged if line.endswith("\n")]
    return [id_ for word, id_ in whole if word == "ACK"]


def grade_for_ever(home: Path) -> None:
    learner = Learner(home)
    while True:
        learner.clock.move(days=1)
        sitting = learner.session()
        while sitting.asked is not None:
            sitting.reveal()
            sitting.grade(Rating.GOOD)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
