"""`export`: decks for another program, or for paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.output import progress_shown
from nqpf_study.cli.subcommand import Subcommands, add_decks
from nqpf_study.cli.text import counted
from nqpf_study.exchange.print_deck import Handout


def add(commands: Subcommands) -> None:
    """Add the command, with the forms that can be exported."""
    export = commands.group("export")
    anki = export.add("anki", _anki, "Write an Anki package.")
    anki.add_argument("out", metavar="OUT.apkg", type=Path)
    add_decks(anki, "only these decks")
    anki.add_argument("--search", metavar="WORDS", help="only the notes that a search finds")
    handout = export.add("handout", _handout, "Write a deck as a page to print.")
    handout.add_argument("deck", metavar="DECK")
    handout.add_argument("out", metavar="FILE", type=Path, help=".html or .txt")
    handout.add_argument(
        "--only",
        choices=[how.value for how in Handout if how is not Handout.PASSAGES],
        help="no passages; or no answers either, but room for them",
    )


def _anki(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        decks = known_decks(study, args.deck)
        if args.search is None:
            notes = study.export_anki(args.out, decks, progress_shown())
        else:
            cards = study.cards(study.search(args.search))
            keys = [card.key for card in cards if decks is None or card.id.deck in decks]
            notes = study.export_cards(args.out, keys, progress_shown())
    print(f"{counted(notes, 'note')} written to {args.out}")
    return 0


def _handout(args: argparse.Namespace) -> int:
    how = Handout(args.only) if args.only else Handout.PASSAGES
    with to_look(args.home) as study:
        study.print_deck(args.out, args.deck, how, progress=progress_shown())
    print(f"Written to {args.out}")
    return 0
