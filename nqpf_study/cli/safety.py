"""`doctor`, `backup` and `restore`: that nothing is lost."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.app import restore
from nqpf_study.cli.opening import to_look
from nqpf_study.cli.subcommand import Subcommands


def add(commands: Subcommands) -> None:
    """Add the commands."""
    commands.add("backup", _backup)
    back = commands.add("restore", _restore)
    back.add_argument("file", metavar="FILE", type=Path, help="a backup")


def _backup(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        print(study.back_up())
    return 0


def _restore(args: argparse.Namespace) -> int:
    replaced = restore(args.home, args.file)
    print(f"Restored. What was there before is kept as {replaced}.")
    return 0
