"""How long the window keeps a learner waiting: the longest hold of its event loop, by screen.

Not a contest: in each round a window of a fresh process is driven over a collection, offscreen, so
that every step is a first visit, and a table is printed. Beside each hold stands what the window's
thread worked meanwhile: on a busy machine the rest of the hold is other programs' or the workers'.
Last come the calibrated units of the machine that this work is, a unit being a fixed piece of
Python's work, so that figures of another machine can be read.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.importing import filled
from benchmarks.sample import write_deck

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

AIM = 0.050
"""Seconds that no step should hold the event loop for."""

GRADES = 30
PATIENCE = 300.0
"""Seconds after which a step that does not end is an error."""


@dataclass
class Measured:
    """What a step took, in seconds, in each round."""

    holds: list[float] = field(default_factory=list)
    works: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)


@dataclass
class Longest:
    """The longest turn of the loop: how long it held the loop, and how long it worked."""

    hold: float = 0.0
    work: float = 0.0

    def turn(self, act: Callable[[], object]) -> None:
        """Do what a turn of the loop is."""
        began, worked = time.perf_counter(), time.thread_time()
        act()
        self.work = max(self.work, time.thread_time() - worked)
        self.hold = max(self.hold, time.perf_counter() - began)


Step = tuple[str, Longest, float]
"""A step's name, its longest turn, and the seconds until all that it set going was done."""


def run(folder: Path, notes: int, rounds: int) -> None:
    """Drive the window over `notes` notes, `rounds` times, and print the longest holds."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    home = filled(folder, notes)
    write_deck(folder, notes, changed=notes // 2)
    seen: dict[str, Measured] = {}
    units = []
    for number in range(rounds):
        copied = folder / f"responsive-{number}"
        shutil.copytree(home, copied)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            one, steps = fresh.submit(drive, copied, folder, notes).result()
        units.append(one)
        for name, longest, end in steps:
            measured = seen.setdefault(name, Measured())
            measured.holds.append(longest.hold)
            measured.works.append(longest.work)
            measured.ends.append(end)
        shutil.rmtree(copied)
    one = median(units)
    print(f"\n## The event loop's longest holds, {notes:,} notes\n")
    print(f"A unit is {one * 1000:.1f} ms on this machine, in this run.\n")
    print("| step | longest hold, median | worst | its work | units | until it was done |")
    print("|---|---|---|---|---|---|")
    for name, measured in seen.items():
        middle, work = median(measured.holds), median(measured.works)
        over = " (over the aim)" if middle > AIM else ""
        print(
            f"| {name} | {middle * 1000:.0f} ms{over} | {max(measured.holds) * 1000:.0f} ms "
            f"| {work * 1000:.0f} ms | {work / one:.1f} | {median(measured.ends) * 1000:.0f} ms |"
        )
    print(f"\nAim: under {AIM * 1000:.0f} ms.")
    sys.stdout.flush()


def unit() -> float:
    """Return the CPU seconds of a fixed piece of work, the median of some: about 0.01."""

    def work() -> float:
        started = time.thread_time()
        total = 0
        for number in range(200_000):
            total += number % 7
        assert total
        return time.thread_time() - started

    return median(work() for _ in range(7))


def drive(home: Path, folder: Path, notes: int) -> tuple[float, list[Step]]:
    """Go through a window, in a process of its own; return the machine's unit and the steps.

    The unit is taken at both ends: a machine's pace changes with what else it does.
    """
    before = unit()
    steps = list(Drive(home, folder, notes).steps())
    return (before + unit()) / 2, steps


class Drive:
    """Goes through the window on a data folder. Each step is what a learner does at once."""

    def __init__(self, home: Path, folder: Path, notes: int) -> None:
        from PySide6.QtWidgets import QApplication

        from nqpf_study.ui.crash import CrashHandler
        from nqpf_study.ui.pauses import spare_pauses
        from nqpf_study.ui.preferences import Preferences
        from nqpf_study.ui.quick_imports import spare_source_reading
        from nqpf_study.ui.shell import Shell
        from nqpf_study.ui.style import Look
        from nqpf_study.ui.window import Window

        application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
        assert isinstance(application, QApplication)
        spare_pauses()
        spare_source_reading()
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

    def steps(self) -> Iterator[Step]:
        """Do every step, and yield what it took."""
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
        reader: Any = self.window.places.current
        keys = ("N", "Return")
        listing = [partial(self._press, key, reader.reader.text) for key in keys]
        yield self._measure("cards on a passage", listing)
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

    def _exchanging(self) -> Iterator[Step]:
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

    def _press(self, key: str, widget: QWidget | None = None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(widget or self.window.session, Qt.Key[f"Key_{key}"])

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

    def _measure(self, name: str, acts: Sequence[Callable[[], object]]) -> Step:
        """Do acts one after another, each as the loop would; wait for what they set going."""
        started = time.perf_counter()
        longest = Longest()
        for act in acts:
            longest.turn(act)
            self._settle(longest)
        return name, longest, time.perf_counter() - started

    def _settle(self, longest: Longest) -> None:
        """Let the loop turn until no job is under way."""
        from PySide6.QtCore import QEventLoop

        from nqpf_study.ui.work import Job

        turn = partial(self._application.processEvents, QEventLoop.ProcessEventsFlag.AllEvents)
        quiet = 0
        deadline = time.perf_counter() + PATIENCE
        while quiet < 20:
            if time.perf_counter() > deadline:
                raise TimeoutError("a step does not come to its end")
            longest.turn(turn)
            busy = self._application.findChildren(Job)
            quiet = 0 if busy else quiet + 1
            time.sleep(0.002)  # as a loop that waits would, so that the workers have their turn
