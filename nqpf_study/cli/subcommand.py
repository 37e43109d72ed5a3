"""How a command joins the command line: its name, what runs it, and what it is for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from nqpf_study.cli import COMMANDS

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - its only name

Number = TypeVar("Number", int, float)

Run = Callable[[argparse.Namespace], int]
"""Carries a command out and returns the exit code; raises StudyError where it cannot."""


@dataclass(frozen=True, slots=True)
class Subcommands:
    """The commands of one level."""

    parsers: Parsers

    def add(
        self, name: str, run: Run, purpose: str = "", *, json: bool = False
    ) -> argparse.ArgumentParser:
        """Add a command; with `json`, one whose result a script may want to read.

        The purpose of a command of the first level is the one in COMMANDS.
        """
        purpose = purpose or COMMANDS[name]
        parser = self.parsers.add_parser(name, help=purpose, description=purpose)
        parser.set_defaults(run=run)
        add_home(parser, default=argparse.SUPPRESS)
        if json:
            parser.add_argument("--json", action="store_true", help="write JSON, for a script")
        return parser

    def group(self, name: str) -> Subcommands:
        """Add a command that only has commands of its own."""
        purpose = COMMANDS[name]
        parser = self.parsers.add_parser(name, help=purpose, description=purpose)
        add_home(parser, default=argparse.SUPPRESS)
        return Subcommands(parser.add_subparsers(metavar="FORM", required=True))


def add_home(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add the option that chooses the data folder, before a command's name and after it."""
    parser.add_argument("--home", metavar="DIR", default=default, help="the data folder")


def add_decks(parser: argparse.ArgumentParser, purpose: str) -> None:
    """Add the option that narrows a command to some decks."""
    parser.add_argument("--deck", metavar="ID", nargs="+", action="extend", help=purpose)


def between(number: type[Number], low: Number, high: Number) -> Callable[[str], Number]:
    """Return a reader of numbers from `low` to `high`, for an option's `type`."""

    def read(text: str) -> Number:
        try:
            value = number(text)
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is no number from {low} to {high}")
        return value

    return read
