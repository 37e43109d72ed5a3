"""The window; the command line when a subcommand is given."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from nqpf_study import __version__, paths
from nqpf_study.cli import COMMANDS


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 the input or the world is at fault.

    Raises SystemExit, with 2 for wrong usage and 0 after `--help` and `--version`.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _first_word(arguments) in COMMANDS:
        from nqpf_study.cli.command_line import run  # noqa: PLC0415 - the window needs none of it

        return run(arguments)
    return _open_window(arguments)


def window() -> int:
    """Open the window, as desktop launchers do."""
    return _open_window(sys.argv[1:])


def _first_word(arguments: Sequence[str]) -> str:
    words = iter(arguments)
    for word in words:
        if word == "--home":
            next(words, None)
        elif not word.startswith("--home="):
            return word
    return ""


def _open_window(arguments: Sequence[str]) -> int:
    parser = _parser()
    args = parser.parse_args(arguments)
    for file in args.files:
        if not file.exists():
            near = get_close_matches(str(file), COMMANDS, n=1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            parser.error(f"there is no file and no command “{file}”{hint}")
    from nqpf_study.ui.main import run  # noqa: PLC0415 - after wrong usage was told

    return run(
        paths.home(args.home),
        study=args.study is not None,
        decks=args.study or None,
        files=[file.absolute() for file in args.files],
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nqpf-study",
        description="Learn a subject from its sources. Without a command the window opens.",
        usage="%(prog)s [--home DIR] [FILE ...] [--study [DECK ...]]\n"
        "       %(prog)s [--home DIR] COMMAND ...",
        epilog="commands:\n"
        + "".join(f"  {name:<10}{purpose}\n" for name, purpose in COMMANDS.items())
        + "\n`%(prog)s COMMAND --help` tells more of one.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="deck files, packages or folders to open",
    )
    parser.add_argument(
        "--study", metavar="DECK", nargs="*", help="start studying at once, all decks or these"
    )
    parser.add_argument(
        "--home", metavar="DIR", help=f"the data folder; {paths.HOME_VARIABLE} names it too"
    )
    parser.add_argument("--version", action="version", version=f"NQPF Study {__version__}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
