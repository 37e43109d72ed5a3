"""`check` and `import`: deck files, their problems, and what an import changes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nqpf_study import paths
from nqpf_study.app import Checked, check_without_collection
from nqpf_study.cli.opening import to_change
from nqpf_study.cli.output import complain, print_json, progress_shown
from nqpf_study.cli.problems import as_json
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted
from nqpf_study.domain.errors import Level, Problem
from nqpf_study.study.ports import DeckChanges


def add(commands: Subcommands) -> None:
    """Add both commands."""
    check = commands.add("check", _check, json=True)
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    check.add_argument("--strict", action="store_true", help="fail on warnings too, unless waived")
    check.add_argument("--waived", action="store_true", help="list what was waived, and why")
    into = commands.add("import", _import)
    into.add_argument("file", metavar="FILE", type=Path)
    into.add_argument("--yes", action="store_true", help="import without asking")
    into.add_argument("--dry-run", action="store_true", help="only show what would change")


def _check(args: argparse.Namespace) -> int:
    files = [file for file in args.files if file.name != paths.COVERAGE]
    if len(files) < len(args.files):
        complain(f"{paths.COVERAGE} is no deck: `nqpf-study coverage` checks it.")
    checked = check_without_collection(files)
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
    with to_change(args.home) as study:
        preview = study.preview(args.file)
        for problem in preview.checked.problems:
            complain(str(problem))
        if preview.changes is None:
            complain(f"{args.file} has errors. Nothing was imported.")
            return 1
        print(f"{preview.changes.deck.title} ({preview.changes.deck.id}): ", end="")
        print(_said(preview.changes))
        if args.dry_run:
            return 0
        if not (args.yes or preview.changes.nothing or _agreed()):
            complain("Nothing was imported.")
            return 1
        study.import_deck(preview, progress_shown())
        if not preview.changes.nothing:
            print("Imported. All progress is kept.")
    return 0


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
