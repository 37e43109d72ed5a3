"""A program that is killed loses no review that it acknowledged."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 40


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks there")
def test_no_acknowledged_review_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.integration.store.kills", str(tmp_path), str(KILLS)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = re.fullmatch(r"(\d+) acknowledged, 0 lost: \(\)\n", done.stdout)
    assert said, done.stdout + done.stderr
    assert int(said[1]) >= KILLS
