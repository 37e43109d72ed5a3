"""Runs contenders in turn, each time in a fresh process, and prints medians and ratios.

A contender is a function `module:name` of this package that does its work on a prepared folder and
returns the seconds that count; or a command whose time runs from its start until it prints a line.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Inner:
    """A contender that measures itself: `module:function` of this package, and its arguments."""

    label: str
    function: str
    arguments: tuple[str, ...] = ()

    def seconds(self, folder: Path) -> Mapping[str, float]:
        command = [sys.executable, "-m", "benchmarks.contest", self.function, str(folder)]
        done = subprocess.run(
            [*command, *self.arguments], check=True, capture_output=True, text=True, env=_bare()
        )
        figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return figures


@dataclass(frozen=True)
class Outer:
    """A contender that is measured from outside: from its start until it prints `line`."""

    label: str
    command: tuple[str, ...]
    line: str
    environment: Mapping[str, str] = field(default_factory=dict)

    def seconds(self, folder: Path) -> Mapping[str, float]:
        command = [part.replace("{folder}", str(folder)) for part in self.command]
        started = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            text=True,
            env={**_bare(), **self.environment},
        ) as child:
            assert child.stdout is not None
            for said in child.stdout:
                if said.startswith(self.line):
                    seconds = time.perf_counter() - started
                    peak = _resident(child.pid)
                    child.kill()
                    return {"seconds": seconds, "mib": peak}
        raise RuntimeError(f"{self.label} ended without saying {self.line}")


Contender = Inner | Outer


@dataclass(frozen=True)
class Contest:
    """What is compared: the first contender is the floor, the others are held against it."""

    title: str
    contenders: tuple[Contender, ...]
    aim: str = ""


def hold(contest: Contest, folder: Path, rounds: int) -> None:
    """Run the contenders in turn and print each one's median, spread, and ratio to the first."""
    results: dict[str, list[Mapping[str, float]]] = {one.label: [] for one in contest.contenders}
    for _ in range(rounds + 1):
        for one in contest.contenders:
            results[one.label].append(one.seconds(folder))
    print(f"\n## {contest.title}\n")
    print("| contender | median | min to max | ratio | peak MiB | more |")
    print("|---|---|---|---|---|---|")
    floor = 0.0
    for label, figures in results.items():
        times = [figure["seconds"] for figure in figures[1:]]  # the first round warms up
        middle = median(times)
        floor = floor or middle
        more = {
            name: median(figure[name] for figure in figures[1:])
            for name in figures[1]
            if name not in {"seconds", "mib"}
        }
        said = ", ".join(f"{name} {value:.4g}" for name, value in more.items())
        peak = median(figure.get("mib", 0.0) for figure in figures[1:])
        print(
            f"| {label} | {_said(middle)} | {_said(min(times))} to {_said(max(times))} "
            f"| {middle / floor:.2f} | {peak:.0f} | {said} |"
        )
    if contest.aim:
        print(f"\nAim: {contest.aim}.")
    sys.stdout.flush()


def _said(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"


def _bare() -> dict[str, str]:
    """Return the environment without what would slow a start down, and with no screen."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main(arguments: Sequence[str]) -> None:
    """Run one contender in this process and print its figures as JSON."""
    module, function = arguments[0].split(":")
    contender = getattr(importlib.import_module(f"benchmarks.{module}"), function)
    figures = contender(Path(arguments[1]), *arguments[2:])
    figures = figures if isinstance(figures, dict) else {"seconds": figures}
    print(json.dumps({"mib": _resident(os.getpid()), **figures}))


if __name__ == "__main__":
    main(sys.argv[1:])
