"""`schema`: the JSON Schema of deck files."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import deck_schema
from nqpf_study.cli.subcommand import Subcommands


def add(commands: Subcommands) -> None:
    """Add the command."""
    schema = commands.add("schema", _schema)
    schema.add_argument("--out", metavar="FILE", type=Path, help="write it there")


def _schema(args: argparse.Namespace) -> int:
    if args.out is None:
        print(deck_schema(), end="")
    else:
        args.out.write_text(deck_schema(), encoding="utf-8", newline="\n")
        print(f"Written to {args.out}")
    return 0
