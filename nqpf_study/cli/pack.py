"""`pack`: a deck and its texts in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import pack_deck
from nqpf_study.cli.output import progress_shown
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.domain.errors import StudyError

ENDING = ".nqpf.zip"


def add(commands: Subcommands) -> None:
    """Add the command."""
    pack = commands.add("pack", _pack)
    pack.add_argument("deck", metavar="DECK.yaml", type=Path, help="the deck file")
    pack.add_argument(
        "--out", metavar="FILE", type=Path, help=f"the package, DECK{ENDING} beside it if not given"
    )


def _pack(args: argparse.Namespace) -> int:
    if args.out is not None and not args.out.name.lower().endswith(ENDING):
        raise StudyError(
            f"{args.out} is no name for a package.", mend=f"Give it one that ends in {ENDING}."
        )
    out = pack_deck(args.deck, args.out, progress_shown())
    print(f"{out}: drop it on the window, or give it to others who do.")
    return 0
