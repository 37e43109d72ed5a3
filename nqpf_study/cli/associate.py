"""`associate`: deck files and packages open with this program."""

from __future__ import annotations

import argparse

from nqpf_study import paths
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.desktop.association import associate, dissociate


def add(commands: Subcommands) -> None:
    """Add the command."""
    parser = commands.add("associate", _associate)
    parser.add_argument("--remove", action="store_true", help="take it back")


def _associate(args: argparse.Namespace) -> int:
    done = (dissociate if args.remove else associate)(paths.resources())
    for place in done.places:
        print(place)
    if args.remove:
        print("Removed." if done.places else "There was nothing to remove.")
    else:
        print("Files that end in .nqpf.yaml or .nqpf.zip can be opened with NQPF Study now.")
    if done.remark:
        print(done.remark)
    return 0
