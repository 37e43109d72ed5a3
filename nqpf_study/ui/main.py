"""The window's start: no Qt is imported before it is sure that there is a screen for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from nqpf_study.ui.quick_imports import spare_source_reading
from nqpf_study.ui.screen import why_no_window
from nqpf_study.ui.second_start import Request, hand_over

NO_WINDOW = 1


def run(
    home: Path,
    *,
    study: bool = False,
    decks: list[str] | None = None,
    files: Sequence[Path] = (),
) -> int:
    """Open the window on the data folder `home`; return its exit code when it is closed.

    `study` starts a session at once, over `decks` (ids) where some are named; `files` are deck
    files, packages or folders of them whose import is to be previewed. Where a window is open on
    that folder, it does that in our stead. Where no window can be opened, say why on stderr and
    return 1.
    """
    named = None if decks is None else tuple(decks)
    if hand_over(home, Request(study, named, tuple(map(str, files)))):
        return 0
    trouble = why_no_window()
    if trouble:
        sys.stderr.write(trouble + "\n")
        return NO_WINDOW
    spare_source_reading()
    from nqpf_study.ui.start import start  # noqa: PLC0415 - Qt would abort without a screen

    return start(home, study=study, decks=decks, files=files)
