"""Carrying a command out, and saying in one clear message why it could not be."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from nqpf_study import __version__, faults, paths
from nqpf_study.cli import (
    COMMANDS,
    associate,
    backlog,
    check,
    coverage,
    cram,
    exam,
    explore,
    export,
    fitting,
    leeches,
    looking,
    marks,
    new,
    options,
    pack,
    practice,
    progress,
    quiz,
    safety,
    schema,
    today,
)
from nqpf_study.cli.output import complain, speak_utf8
from nqpf_study.cli.subcommand import Subcommands, add_home
from nqpf_study.domain.errors import BadInput, StudyError

FINE, AT_FAULT, INTERRUPTED = 0, 1, 130
_GROUPS = (
    check,
    coverage,
    new,
    pack,
    schema,
    today,
    quiz,
    cram,
    exam,
    backlog,
    practice,
    looking,
    marks,
    leeches,
    explore,
    export,
    progress,
    options,
    fitting,
    safety,
    associate,
)


def run(arguments: Sequence[str]) -> int:
    """Carry out the command that `arguments` name and return the exit code.

    Raises SystemExit(2) for wrong usage.
    """
    speak_utf8()
    args = parser().parse_args(arguments)
    args.home = paths.home(args.home)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except StudyError as error:
        for problem in error.problems if isinstance(error, BadInput) else ():
            complain(str(problem))
        complain(str(error))
        return AT_FAULT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return AT_FAULT
    except KeyboardInterrupt:
        complain("")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place that can keep a traceback off
        complain(f"The program has a fault ({type(error).__name__}: {error}).")
        log = _logged(error, args.home, arguments)
        complain(f"What you had done before is safe. The details are in {log}.")
        return AT_FAULT
    return code


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(prog="nqpf-study")
    add_home(whole)
    commands = Subcommands(whole.add_subparsers(metavar="COMMAND", required=True))
    for group in _GROUPS:
        group.add(commands)
    return whole


def _logged(error: Exception, home: Path, arguments: Sequence[str]) -> Path:
    """Append an error to the log, in the data folder if it may; return the log's path."""
    command = next((word for word in arguments if word in COMMANDS), "")
    said = f"NQPF Study {__version__}, Python {sys.version}\n{command}\n{faults.described(error)}\n"
    for folder in (home / "logs", Path(tempfile.gettempdir())):
        with suppress(OSError):
            return faults.write(folder, said)
    return Path(os.devnull)
