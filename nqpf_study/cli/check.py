"""`check` and `import`: deck files, their problems, and what an import changes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nqpf_study import paths
from nqpf_study.app import Checked, Preview, Study, check_without_collection, decks_at
from nqpf_study.cli.opening import to_change
from nqpf_study.cli.output import complain, print_json, progress_shown
from nqpf_study.cli.problems import as_json
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted
from nqpf_study.domain.errors import Level, Problem, StudyError
from nqpf_study.study.ports import DeckChanges

_PLACES = "a deck file, a package, or a folder with some of them"


def add(commands: Subcommands) -> None:
    """Add both commands."""
    check = commands.add("check", _check, json=True)
    check.add_argument("files", metavar="FILE", nargs="+", type=Path, help=_PLACES)
    check.add_argument("--strict", action="store_true", help="fail on warnings too, unless waived")
    check.add_argument("--waived", action="store_true", help="list what was waived, and why")
    into = commands.add("import", _import)
    into.add_argument("files", metavar="FILE", nargs="+", type=Path, help=_PLACES)
    into.add_argument("--yes", action="store_true", help="import without asking")
    into.add_argument("--dry-run", action="store_true", help="only show what would change")


def _check(args: argparse.Namespace) -> int:
    files = [file for file in args.files if file.name != paths.COVERAGE]
    if len(files) < len(args.files):
        complain(f"{paths.COVERAGE} is no deck: `nqpf-study coverage` checks it.")
    checked = check_without_collection(decks_at(files))
    problems = [problem for one in checked for problem in one.problems]
    if args.json:
        print_json(_all_as_json(checked, problems))
    else:
        for one in checked:
            for problem in one.problems:
                print(problem)
            for waived in one.waived if args.waived else ():
                print(waived)
        print(_summary(checked, problems))
    sound = all(one.importable for one in checked)
    return 0 if sound and not (args.strict and problems) else 1


def _import(args: argparse.Namespace) -> int:
    files = decks_at(args.files)
    with to_change(args.home) as study:
        asked = [(file, _previewed(study, file)) for file in files]
        previews = [preview for _, preview in asked if preview is not None]
        sound = [preview.changes for preview in previews if preview.changes is not None]
        if len(sound) < len(files) or _is_deck_twice(asked):
            complain("Nothing was imported.")
            return 1
        for changes in sound:
            print(f"{changes.deck.title} ({changes.deck.id}): {_said(changes)}")
        if args.dry_run:
            return 0
        nothing = all(changes.nothing for changes in sound)
        if not (args.yes or nothing or _agreed()):
            complain("Nothing was imported.")
            return 1
        for preview in previews:
            study.import_deck(preview, progress_shown())
        if not nothing:
            print("Imported. All progress is kept.")
    return 0


def _previewed(study: Study, file: Path) -> Preview | None:
    """Preview an import, and tell at once what is wrong with the file; None where it is no deck."""
    try:
        preview = study.preview(file)
    except StudyError as error:
        complain(str(error))
        return None
    for problem in preview.checked.problems:
        complain(str(problem))
    if preview.changes is None:
        complain(f"{file} has errors.")
    return preview


def _is_deck_twice(asked: Sequence[tuple[Path, Preview | None]]) -> bool:
    """Tell whether two files hold the same deck, and say so, as only one of them can be meant."""
    seen: dict[str, Path] = {}
    twice = False
    for file, preview in asked:
        deck = preview.checked.deck if preview is not None else None
        if deck is not None and seen.setdefault(deck.id, file) != file:
            complain(f"{seen[deck.id]} and {file} are both the deck “{deck.id}”.")
            twice = True
    return twice


def _agreed() -> bool:
    try:
        answer = input("Import? [y/n] ")
    except EOFError:
        print()
        return False
    return answer.strip().lower() in {"y", "yes"}


def _said(changes: DeckChanges) -> str:
    if changes.nothing:
        return "nothing has changed."
    counts = {
        "added": len(changes.added),
        "changed": len(changes.changed),
        "brought back": len(changes.returned),
        "retired": len(changes.retired),
        "unchanged": changes.unchanged,
    }
    return ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) + " (notes)."


def _summary(checked: Sequence[Checked], problems: Sequence[Problem]) -> str:
    notes = sum(len(one.deck.notes) for one in checked if one.deck is not None)
    waived = sum(len(one.waived) for one in checked)
    counts = [
        counted(len(checked), "file"),
        counted(notes, "note"),
        counted(_count(problems, Level.ERROR), "error"),
        counted(_count(problems, Level.WARNING), "warning"),
    ]
    return ", ".join([*counts, f"{waived:,} waived"] if waived else counts)


def _count(problems: Sequence[Problem], level: Level) -> int:
    return sum(problem.level is level for problem in problems)


def _all_as_json(checked: Sequence[Checked], problems: Sequence[Problem]) -> dict[str, object]:
    return {
        "errors": _count(problems, Level.ERROR),
        "warnings": _count(problems, Level.WARNING),
        "waived": sum(len(one.waived) for one in checked),
        "files": [_as_json(one) for one in checked],
    }


def _as_json(checked: Checked) -> dict[str, object]:
    return {
        "file": str(checked.path),
        "importable": checked.importable,
        "deck": checked.deck.id if checked.deck else None,
        "notes": len(checked.deck.notes) if checked.deck else 0,
        "problems": [as_json(problem) for problem in checked.problems],
        "waived": [
            as_json(waived.problem) | {"reason": waived.reason} for waived in checked.waived
        ],
    }
