"""`python -m benchmarks [NAME ...] [--notes N ...] [--rounds N]` prints tables of ratios."""

from __future__ import annotations

import argparse
import importlib
from compileall import compile_dir
from pathlib import Path
from tempfile import TemporaryDirectory

import nqpf_study
from benchmarks.contest import hold

NAMES = (
    *("starting", "importing", "grading", "searching", "exporting", "replaying"),
    "responsiveness",
)


def main() -> None:
    """Hold the contests that were asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--notes", nargs="+", type=int, default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    unknown = set(asked.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    # As it is from an app's second start on, also where Python was told to keep no bytecode.
    compile_dir(Path(nqpf_study.__file__).parent, quiet=1)
    for name in asked.names or NAMES:
        module = importlib.import_module(f"benchmarks.{name}")
        sizes = asked.notes if name != "replaying" else asked.notes[:1]
        for notes in sizes:
            with TemporaryDirectory(prefix="nqpf-benchmark-") as folder:
                if hasattr(module, "run"):
                    module.run(Path(folder), notes, asked.rounds)
                    continue
                for contest in module.contests(Path(folder), notes):
                    hold(contest, Path(folder), asked.rounds)


if __name__ == "__main__":
    main()
