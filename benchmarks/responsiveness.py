"""How long the window keeps a learner waiting: the longest hold of its event loop, by screen.

Not a contest: one window is driven over a collection, offscreen, and a table is printed. Beside
each hold stands how many calibrated units of the machine it is, a unit being a fixed piece of
Python's work, so that figures of a busy machine, or of another one, can be read.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.importing import filled
from benchmarks.sample import write_deck

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

AIM = 0.050
"""Seconds that no step should hold the event loop for."""

GRADES = 30
PATIENCE = 300.0
"""Seconds after which a step that does not end is an error."""


@dataclass
class Measured:
    """What a step took: the longest hold of the loop in each round, and the time until it ended."""

    holds: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)


def run(folder: Path, notes: int, rounds: int) -> None:
    """Drive the window over `notes` notes, `rounds` times, and print the longest holds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    home = filled(folder, notes)
    write_deck(folder, notes, changed=notes // 2)
    seen: dict[str, Measured] = {}
    units = []
    for number in range(rounds):
        units.append(unit())
        copied = folder / f"responsive-{number}"
        shutil.copytree(home, copied)
        for name, hold, end in Drive(copied, folder, notes).steps():
            measured = seen.setdefault(name, Measured())
            measured.holds.append(hold)
            measured.ends.append(end)
        shutil.rmtree(copied)
    one = median(units)
    print(f"\n## The event loop's longest holds, {notes:,} notes\n")
    print(f"A unit is {one * 1000:.1f} ms on this machine, in this run.\n")
    print("| step | longest hold, median | worst | units | until it was done |")
    print("|---|---|---|---|---|")
    for name, measured in seen.items():
        middle = median(measured.holds)
        over = " (over the aim)" if middle > AIM else ""
        print(
            f"| {name} | {middle * 1000:.0f} ms{over} | {max(measured.holds) * 1000:.0f} ms "
            f"| {middle / one:.1f} | {median(measured.ends) * 1000:.0f} ms |"
        )
    print(f"\nAim: under {AIM * 1000:.0f} ms.")
    sys.stdout.flush()


def unit() -> float:
    """Return the seconds of a fixed piece of work, the least of some: about 10 ms at a desk."""

    def work() -> float:
        started = time.perf_counter()
        total = 0
        for number in range(200_000):
            total += number % 7
        assert total
        return time.perf_counter() - started

    return min(work() for _ in range(7))


class Drive:
    """Goes through the window on a data folder. Each step is what a learner does at once."""

    def __init__(self, home: Path, folder: Path, notes: int) -> None:
        from PySide6.QtWidgets import QApplication

        from nqpf_study.ui.crash import CrashHandler
        from nqpf_study.ui.pauses import spare_pauses
        from nqpf_study.ui.preferences import Preferences
        from nqpf_study.ui.shell import Shell
        from nqpf_study.ui.style import Look
        from nqpf_study.ui.window import Window

        application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
        assert isinstance(application, QApplication)
        spare_pauses()
        self._application = application
        self._folder, self._notes = folder, notes
        preferences = Preferences(home)
        appearance, scale = preferences.appearance, preferences.text_scale
        self._look = Look(application, appearance, scale, by_window=True)
        self.shell = Shell()
        self._look.dress(self.shell)
        self.shell.resize(1100, 720)
        self.window = Window(
            self.shell, home, preferences, self._look, CrashHandler(), home / "window.log"
        )

    def steps(self) -> Iterator[tuple[str, float, float]]:
        """Do every step; yield its name, the loop's longest hold and the time until it was done."""
        self.shell.show()
        for name, act in (
            ("open the collection", self.window.open),
            ("home", lambda: self.window.go("study")),
        ):
            yield self._measure(name, [act])
        self._prepare()
        yield self._measure("start a session", [lambda: self.window.start(None)])
        yield self._measure(f"grade {GRADES} cards", list(self._grading()))
        yield self._measure("open the source", [lambda: self._press("S")])
        yield self._measure("leave the session", [self.window.session.leave])
        yield self._measure("sources", [lambda: self.window.go("sources")])
        yield self._measure("reader", [lambda: self.window.read_source("sample", None)])
        yield self._measure("browse", [lambda: self.window.go("browse")])
        page: Any = self.window.places.current
        letters = [
            "i",
            "in",
            "inn",
            "inno",
            "innov",
            "innovation",
            "innovation h",
            "新",
            "新质",
            "",
        ]
        typing = [partial(page.field.setText, text) for text in letters]
        yield self._measure("search, letter by letter", typing)
        yield self._measure("choose all", [page.table.selectAll])
        yield self._measure("explore", [lambda: self.window.go("explore")])
        for view in ("measures", "timeline", "provinces", "glossary"):
            yield self._measure(f"explore: {view}", [partial(self._show_view, view)])
        for place in ("progress", "settings", "help"):
            yield self._measure(place, [partial(self.window.go, place)])
        yield from self._exchanging()
        yield self._measure("close the window", [self._close])

    def _exchanging(self) -> Iterator[tuple[str, float, float]]:
        errands, study = self.window.errands, self.window.study
        assert study is not None
        file = self._folder / f"sample-{self._notes}-edited.yaml"
        yield self._measure("import preview", [lambda: self.window.open_deck_file(file)])
        yield self._measure("import", [self._accept_dialog])
        package = self._folder / "responsive.apkg"
        yield self._measure("export", [lambda: errands.export.export(study, package, None)])
        yield self._measure("practice: set up", [self.window.actions["practice"].trigger])
        self._close_dialogs()

    def _prepare(self) -> None:
        study = self.window.study
        assert study is not None
        for deck, options in study.deck_options().items():
            study.set_deck_options(deck, replace(options, new_per_day=GRADES))

    def _grading(self) -> Iterator[Callable[[], object]]:
        from nqpf_study.domain.review import Rating

        session = self.window.session
        for _ in range(GRADES):
            assert session.sitting is not None
            yield session.sitting.reveal
            yield partial(session.sitting.grade, Rating.GOOD)

    def _press(self, key: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.window.session, Qt.Key[f"Key_{key}"])

    def _show_view(self, name: str) -> None:
        page: Any = self.window.places.current
        place = ("measures", "timeline", "provinces", "glossary").index(name)
        page.show_view(list(page.switch.buttons)[place])

    def _dialogs(self) -> list[QDialog]:
        from PySide6.QtWidgets import QDialog

        tops = self._application.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]

    def _accept_dialog(self) -> None:
        for dialog in self._dialogs():
            dialog.accept()

    def _close_dialogs(self) -> None:
        for dialog in self._dialogs():
            dialog.close()

    def _close(self) -> None:
        self.shell.close()
        self.shell.deleteLater()
        self._look.deleteLater()

    def _measure(self, name: str, acts: Sequence[Callable[[], object]]) -> tuple[str, float, float]:
        """Do acts one after another, each as the loop would; wait for what they set going."""
        started = time.perf_counter()
        longest = 0.0
        for act in acts:
            before = time.perf_counter()
            act()
            longest = max(longest, time.perf_counter() - before, self._settle())
        return name, longest, time.perf_counter() - started

    def _settle(self) -> float:
        """Let the loop turn until no job is under way; return its longest turn."""
        from PySide6.QtCore import QEventLoop

        from nqpf_study.ui.work import Job

        longest, quiet = 0.0, 0
        deadline = time.perf_counter() + PATIENCE
        while quiet < 20:
            before = time.perf_counter()
            if before > deadline:
                raise TimeoutError("a step does not come to its end")
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            longest = max(longest, time.perf_counter() - before)
            busy = self._application.findChildren(Job)
            quiet = 0 if busy else quiet + 1
            time.sleep(0.002)  # as a loop that waits would, so that the workers have their turn
        return longest
