"""The deck files and packages that a folder holds."""

from __future__ import annotations

from pathlib import Path

from nqpf_study.content.package_names import ENDING, is_deck_file
from nqpf_study.content.packing import package_name
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase


def decks_at(place: Path, coverage_name: str) -> tuple[Path, ...]:
    """Return `place` itself, or the deck files and packages of a folder, by name.

    A package whose deck file stands beside it is left out: it holds the same deck. Raises
    StudyError for a folder without decks, and for one that may not be read.
    """
    try:
        if not place.is_dir():
            return (place,)
        inside = sorted(path for path in place.iterdir() if path.is_file())
    except OSError as error:
        raise StudyError(
            phrase(
                "The folder {folder} can't be read: {strerror}.",
                folder=place,
                strerror=error.strerror or error,
            )
        ) from error
    files = [path for path in inside if is_deck_file(path.name) and path.name != coverage_name]
    beside = {package_name(path) for path in files}
    packages = [
        path for path in inside if path.name.lower().endswith(ENDING) and path.name not in beside
    ]
    if not files and not packages:
        raise StudyError(
            phrase("There is no deck file in {folder}.", folder=place),
            mend="The names of deck files end in .yaml.",
        )
    return tuple(sorted([*files, *packages]))
