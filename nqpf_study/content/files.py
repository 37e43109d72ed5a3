"""Reading a file as a whole, within bounds, with plain words where that fails."""

from __future__ import annotations

from pathlib import Path

from nqpf_study.content.problems import Code, Place, Problems
from nqpf_study.domain.phrase import phrase

LARGEST_DECK = 128 * 1024 * 1024
LARGEST_SOURCE = 16 * 1024 * 1024


def read_bytes(
    path: Path, largest: int, problems: Problems, at: Place | None = None
) -> bytes | None:
    """Return a regular file's bytes, or None with a problem noted at `at`."""
    try:
        if not path.is_file():
            state = phrase("is not a file") if path.exists() else phrase("is not there")
            problems.error(
                at,
                Code.UNREADABLE,
                phrase("the file {name} {state}", name=path.name, state=state),
                "check its name",
            )
            return None
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except PermissionError:
        problems.error(
            at,
            Code.UNREADABLE,
            phrase("the file {name} may not be read", name=path.name),
            "ask for the right to read it",
        )
        return None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problems.error(
            at,
            Code.UNREADABLE,
            phrase("the file {name} cannot be read: {why}", name=path.name, why=why),
        )
        return None
    if len(data) > largest:
        size = phrase("{largest} MB", largest=largest // (1024 * 1024))
        problems.error(
            at,
            Code.TOO_LARGE,
            phrase("the file {name} is larger than {size}", name=path.name, size=size),
        )
        return None
    return data
