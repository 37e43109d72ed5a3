"""`decks` and `due`: what there is, and what waits today."""

from __future__ import annotations

import argparse
from datetime import date

from nqpf_study.cli.opening import to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted, table
from nqpf_study.study.statistics import DeckOverview, Overview


def add(commands: Subcommands) -> None:
    """Add both commands."""
    commands.add("decks", _decks, json=True)
    commands.add("due", _due, json=True)


def _decks(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        decks = study.overview().decks
    if args.json:
        print_json([_deck_as_json(deck) for deck in decks])
    elif decks:
        rows = [(deck.id, deck.title, deck.total, deck.learned, _studied(deck)) for deck in decks]
        print(table([("id", "title", "cards", "learned", "last studied"), *rows], right=(2, 3)))
    else:
        print("There are no decks.")
    return 0


def _due(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        overview = study.overview()
    if args.json:
        print_json(_overview_as_json(overview))
        return 0
    print(_said_today(overview))
    rows = [
        (deck.id, deck.new, deck.learning, deck.due)
        for deck in overview.decks
        if deck.new + deck.learning + deck.due
    ]
    if rows:
        print(table([("id", "new", "learning", "due"), *rows], right=(1, 2, 3)))
    return 0


def _said_today(overview: Overview) -> str:
    if overview.cards:
        return f"{counted(overview.cards, 'card')}, about {counted(overview.minutes, 'minute')}"
    if overview.next_due_day is None:
        return "Nothing is due."
    return f"Nothing is due. The next card is due on {date.fromordinal(overview.next_due_day)}."


def _studied(deck: DeckOverview) -> str:
    return f"{deck.last_studied.astimezone():%Y-%m-%d}" if deck.last_studied else "never"


def _overview_as_json(overview: Overview) -> dict[str, object]:
    next_day = overview.next_due_day
    return {
        "cards": overview.cards,
        "minutes": overview.minutes if overview.cards else 0,
        "today": date.fromordinal(overview.today).isoformat(),
        "next_due": None if next_day is None else date.fromordinal(next_day).isoformat(),
        "decks": [_deck_as_json(deck) for deck in overview.decks],
    }


def _deck_as_json(deck: DeckOverview) -> dict[str, object]:
    return {
        "id": deck.id,
        "title": deck.title,
        "new": deck.new,
        "learning": deck.learning,
        "due": deck.due,
        "cards": deck.total,
        "learned": deck.learned,
        "last_studied": deck.last_studied.isoformat() if deck.last_studied else None,
    }
