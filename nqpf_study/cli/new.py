"""`new`: a teacher's first deck file."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import new_deck
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import table


def add(commands: Subcommands) -> None:
    """Add the command."""
    new = commands.add("new", _new)
    new.add_argument("folder", metavar="FOLDER", type=Path, help="where the files are to stand")
    new.add_argument("--title", default="My deck", help="the deck's title (My deck)")


def _new(args: argparse.Namespace) -> int:
    made = new_deck(args.folder, args.title)
    rows = [
        (made.deck, "the deck; open it in a text editor"),
        (made.source, "the text that its cards quote"),
        (made.schema, "for editors that complete and check"),
    ]
    print(table(rows))
    print(f"Check it as often as you like: nqpf-study check {made.deck}")
    return 0
