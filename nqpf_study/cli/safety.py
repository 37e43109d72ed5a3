"""`doctor`, `backup`, `restore` and `merge`: that nothing is lost."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study.app import Study, restore
from nqpf_study.cli.opening import to_look
from nqpf_study.cli.output import print_json, progress_shown
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted

if TYPE_CHECKING:
    from nqpf_study.store.doctor import Report


def add(commands: Subcommands) -> None:
    """Add the commands."""
    doctor = commands.add("doctor", _doctor, json=True)
    doctor.add_argument(
        "--repair",
        action="store_true",
        help="rebuild the cards from the log, and the search index, after a backup",
    )
    commands.add("backup", _backup)
    back = commands.add("restore", _restore)
    back.add_argument("file", metavar="FILE", type=Path, help="a backup")
    with_ = commands.add("merge", _merge)
    with_.add_argument("other", metavar="OTHER", type=Path, help="a collection, or its folder")


def _doctor(args: argparse.Namespace) -> int:
    if args.repair:
        with Study.open(args.home) as study:
            report = study.repair()
    else:
        with to_look(args.home) as study:
            report = study.examine()
    if args.json:
        print_json({"fine": report.fine, "problems": report.problems, **asdict(report)})
    else:
        print(_said(report))
    return 0 if report.fine else 1


def _said(report: Report) -> str:
    held = (
        counted(report.decks, "deck"),
        counted(report.notes, "note"),
        counted(report.cards, "card"),
        counted(report.reviews, "review"),
    )
    found = report.problems or (
        "The collection is whole, and every card is where its log puts it.",
    )
    return "\n".join((", ".join(held), *found))


def _backup(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        print(study.back_up())
    return 0


def _merge(args: argparse.Namespace) -> int:
    with Study.open(args.home) as study:
        merged = study.merge(args.other, progress_shown())
    if merged.nothing:
        print("Nothing new: all of it was here already.")
        return 0
    came = (
        (merged.decks, "deck"),
        (merged.notes_added, "new note"),
        (merged.notes_changed, "newer note"),
        (merged.reviews, "review"),
        (merged.marks, "newer mark"),
    )
    said = [counted(number, noun) for number, noun in came if number]
    if merged.searches:
        said.append(counted(merged.searches, "saved search", "saved searches"))
    what = ", ".join(said) or "acts without a review"
    print(f"Merged: {what}. {counted(merged.cards, 'card')} rebuilt.")
    return 0


def _restore(args: argparse.Namespace) -> int:
    replaced = restore(args.home, args.file)
    print("Restored." + (f" What was there before is kept as {replaced}." if replaced else ""))
    return 0
