"""From the start of the process to the first painted window, and to the first question."""

from __future__ import annotations

from pathlib import Path

from benchmarks.contest import Contest, Outer
from benchmarks.importing import filled

TRACE = {"NQPF_STUDY_TRACE_START": "1"}


def contests(folder: Path, notes: int) -> list[Contest]:
    home = filled(folder, notes)
    bare = Outer("bare PySide6 window", ("-m", "benchmarks.bare_window"), "PAINTED")
    ours = ("-m", "nqpf_study", "--home", str(home))
    return [
        Contest(
            f"Start to window painted, {notes:,} notes",
            (bare, Outer("NQPF Study", ours, "PAINTED", TRACE)),
            "at most 1.3",
        ),
        Contest(
            f"Start to first question painted, {notes:,} notes",
            (bare, Outer("NQPF Study", (*ours, "--study"), "QUESTION", TRACE)),
            "at most 2.0",
        ),
    ]
