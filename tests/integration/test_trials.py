"""The trials of reliability, a few rounds of each: `python -m benchmarks.trials` holds the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HUNG = 300
"""Seconds after which a trial hangs, on however slow a machine."""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks there")
@pytest.mark.parametrize(
    ("trial", "rounds"),
    [("killed-migration", 2), ("full-disk", 2), ("mutants", 60), ("power-cuts", 5)],
)
def test_a_trial_holds(trial: str, rounds: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.trials", trial, "--rounds", str(rounds)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=HUNG,
    )
    if f"{trial}: skipped" in done.stdout:
        pytest.skip(done.stdout.strip())
    assert f"{trial}: {rounds} rounds" in done.stdout, done.stderr
    assert done.returncode == 0, done.stdout
