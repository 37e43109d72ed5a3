"""What commands write, and where: results to the output, the rest to the error stream."""

from __future__ import annotations

import io
import json
import sys

from nqpf_study.domain.errors import Progress


def speak_utf8() -> None:
    """Let both streams carry Chinese, whatever encoding a pipe was given by the system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def print_json(value: object) -> None:
    """Write `value` for a script to read."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(message: str) -> None:
    """Write a message for the user to the error stream."""
    print(message, file=sys.stderr)


def progress_shown() -> Progress:
    """Return a progress that is counted in place, where somebody watches the error stream."""

    def shown(done: int, total: int, doing: str) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r\033[K{doing}: {done:,} of {total:,}", end=end, file=sys.stderr, flush=True)

    return shown
