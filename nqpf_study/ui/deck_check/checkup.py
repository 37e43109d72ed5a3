"""One reading of a deck file, with all that its check shows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study.domain.deck import Note
from nqpf_study.domain.errors import Problem, Progress, unheard

if TYPE_CHECKING:
    from nqpf_study.app import Checked, Preview, Study

Stamps = Mapping[Path, tuple[int, int, int]]
"""For each file that was read: when it was written, how long it is, and which file of the disk."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """A checked file; `before` holds the notes of the collection that it would change, by id."""

    path: Path
    preview: Preview
    at: str
    before: Mapping[str, Note] = field(default_factory=dict)
    stamps: Stamps = field(default_factory=dict)
    troubles: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with each note, by its id."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return the notes without an error."""
        return self.preview.checked.notes

    def note_at(self, line: int) -> str:
        """Return the id of the note that a line belongs to, nothing before the first one."""
        return next(_notes_at(self.preview.checked.lines, (line,)))


def check_up(study: Study, path: Path, progress: Progress = unheard) -> Checkup:
    """Read and check a deck file, against what `study` holds of it. For a worker."""
    before = stamps(_files(path, ()))
    preview = study.preview(path, progress, lint=True)
    changes = preview.changes
    known: Mapping[str, Note] = {}
    if changes is not None and (changes.changed or changes.retired):
        held = study.collection.notes_with_times(changes.deck.id)
        known = {note.id: note for note, _at in held}
    files = _files(path, [document.source.file for document in preview.checked.documents])
    at = study.now().astimezone(study.clock().zone).strftime("%H:%M:%S")
    troubles = _by_note(preview.checked)
    return Checkup(path, preview, at, known, {**stamps(files), **before}, troubles)


def _by_note(checked: Checked) -> dict[str, tuple[Problem, ...]]:
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    lines = (problem.line for problem in checked.problems)
    for problem, id_ in zip(checked.problems, _notes_at(checked.lines, lines), strict=True):
        if id_:
            found[id_].append(problem)
    return {id_: tuple(problems) for id_, problems in found.items()}


def _notes_at(starts: Mapping[str, int], lines: Iterable[int]) -> Iterator[str]:
    """Yield for each line the id of the note that it belongs to, nothing before the first one."""
    ids, firsts = list(starts), list(starts.values())  # in the order of the file
    for line in lines:
        at = bisect_right(firsts, line) - 1
        yield ids[at] if at >= 0 else ""


def check_again(study: Study, last: Checkup, progress: Progress = unheard) -> Checkup | None:
    """Check a file again where it, or a text that it brings, is not as it was; else None."""
    if stamps(last.stamps) == last.stamps:
        return None
    return check_up(study, last.path, progress)


def stamps(files: Stamps | list[Path]) -> Stamps:
    """Return how files stand on the disk, zeros for those that are not there."""
    return {file: _stamp(file) for file in files}


def _stamp(file: Path) -> tuple[int, int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


def _files(path: Path, beside: list[str] | tuple[str, ...]) -> list[Path]:
    return [path, *(path.parent / name for name in beside if name)]
