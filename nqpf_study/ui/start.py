"""From nothing to a painted window; what fills it is imported after that."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nqpf_study.ui.application import Application
from nqpf_study.ui.crash import CrashHandler, open_log
from nqpf_study.ui.icons import app_icon
from nqpf_study.ui.language import Language, speak, spoken
from nqpf_study.ui.pauses import spare_pauses
from nqpf_study.ui.preferences import Preferences
from nqpf_study.ui.shell import Shell
from nqpf_study.ui.style import Look

NAME = "NQPF Study"
TRACE = "NQPF_STUDY_TRACE_START"


def start(home: Path, *, study: bool, decks: list[str] | None, files: Sequence[Path]) -> int:
    """Paint the window, fill it, and run until it is closed; see `nqpf_study.ui.main.run`."""
    spare_pauses()
    application = Application([NAME, "-style", "Fusion"])
    application.setApplicationName("nqpf-study")
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName("nqpf-study")
    application.setWindowIcon(app_icon())
    preferences = Preferences(home)
    speak(preferences.language)
    if spoken() is Language.CHINESE:  # else only the cards need it: after the first paint
        _add_chinese_font()
    look = Look(application, preferences.appearance, preferences.text_scale, by_window=True)
    crashes = CrashHandler()
    crashes.install()
    shell = Shell()
    look.dress(shell)
    place = preferences.place("window")
    if not place.isEmpty():
        shell.restoreGeometry(place)

    def fill() -> None:
        trace("PAINTED")
        log_file = open_log(home / "logs")
        _add_chinese_font()
        from nqpf_study.ui.window import Window  # noqa: PLC0415 - after the first paint

        window = Window(shell, home, preferences, look, crashes, log_file)
        window.question_painted.connect(lambda: trace("QUESTION"))
        early = map(Path, application.listened_to())
        window.open(study=study, decks=decks, files=[*files, *early])
        window.arrivals.listen()
        application.asked.connect(window.arrivals.answer)

    shell.painted.connect(fill)
    shell.show()
    code = application.exec()
    crashes.uninstall()
    return code


def _add_chinese_font() -> None:
    from nqpf_study.ui.fonts import add_chinese_font  # noqa: PLC0415 - see above

    add_chinese_font()


def trace(reached: str) -> None:
    """Tell a benchmark, on stdout, how far the start has come."""
    if TRACE in os.environ:
        sys.stdout.write(reached + "\n")
        sys.stdout.flush()
