"""`python -m benchmarks.trials [NAME ...] [--rounds N] [--seed N]` prints one line for each trial.

The exit code is 1 where a trial failed; what failed follows its line.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

SHOWN = 20
TRIALS = {
    "killed-import": ("killing", "importing", 100),
    "killed-migration": ("killing", "migrating", 100),
    "killed-review": ("killing", "reviewing", 200),
    "full-disk": ("disk", "filling", 10),
    "shut-folder": ("disk", "shutting", 1),
    "damage": ("damage", "damaging", 300),
    "deck-files": ("deck_files", "reading", 160),
    "mutants": ("deck_files", "mutating", 2_000),
    "markup": ("markup", "showing", 80),
    "power-cuts": ("power", "cutting", 500),
}
"""Each trial's module, its function, and its rounds where none are asked for."""


def main() -> int:
    """Hold the trials that were asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.trials", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TRIALS))
    parser.add_argument("--rounds", type=int, help="instead of each trial's own number")
    parser.add_argument("--seed", type=int, default=1, help="other dice, other rounds")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(TRIALS):
        parser.error(f"no such trial: {', '.join(sorted(unknown))}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failed = False
    for name in asked.names or TRIALS:
        module, function, usual = TRIALS[name]
        trial = getattr(importlib.import_module(f"benchmarks.trials.{module}"), function)
        with TemporaryDirectory(prefix="nqpf-trial-") as folder:
            outcome = trial(Path(folder), asked.rounds or usual, asked.seed)
        print(outcome.line(), flush=True)
        for why in outcome.failures[:SHOWN]:
            print(f"  {why}", flush=True)
        failed = failed or bool(outcome.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
