"""`flag` and `tag`: the learner's own marks, on the cards that a search finds."""

from __future__ import annotations

import argparse

from nqpf_study.cli.opening import to_change
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.tags import tags_in


def add(commands: Subcommands) -> None:
    """Add both commands."""
    flag = commands.add("flag", _flag)
    flag.add_argument("words", metavar="QUERY", nargs="+", help="as for search")
    flag.add_argument("--off", action="store_true", help="take the flags off")
    tag = commands.add("tag", _tag)
    tag.add_argument("words", metavar="QUERY", nargs="+", help="as for search")
    for option, purpose in (("--add", "put these tags on"), ("--remove", "take these tags off")):
        tag.add_argument(
            option, metavar="TAG", nargs="+", action="extend", default=[], help=purpose
        )


def _flag(args: argparse.Namespace) -> int:
    with to_change(args.home) as study:
        found = study.search(" ".join(args.words))
        changed = study.flag(found, on=not args.off)
    done = "lost the flag" if args.off else "flagged"
    print(f"{counted(len(found), 'card')} found, {changed.cards:,} {done}.")
    return 0


def _tag(args: argparse.Namespace) -> int:
    add, remove = (tags_in(" ".join(words)) for words in (args.add, args.remove))
    if not (add or remove):
        raise StudyError("No tag is named.", mend="Use --add TAG or --remove TAG.")
    with to_change(args.home) as study:
        found = study.search(" ".join(args.words))
        changed = study.tag(found, add=add, remove=remove)
    print(f"{counted(len(found), 'card')} found, {counted(changed.notes, 'note')} changed.")
    return 0
