"""`stats`: what was done and remembered, and what is due."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date

from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, between
from nqpf_study.cli.text import counted, table
from nqpf_study.study.statistics import Statistics


def add(commands: Subcommands) -> None:
    """Add the command."""
    stats = commands.add("stats", _stats, json=True)
    stats.add_argument(
        "--days",
        metavar="N",
        type=between(int, 1, 3650),
        default=30,
        help="how far to look back and ahead (30)",
    )
    stats.add_argument("--deck", metavar="ID", help="only this deck")


def _stats(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        if args.deck is not None:
            known_decks(study, [args.deck])
        statistics = study.statistics(args.days, deck=args.deck)
    if args.json:
        print_json(_as_json(statistics))
        return 0
    print(_said_cards(statistics))
    print(_said_retention(statistics))
    days = sorted({*statistics.done, *statistics.due})
    rows = [
        (
            f"{date.fromordinal(day)}" + (" (today)" if day == statistics.today else ""),
            statistics.done.get(day) or "",
            f"{statistics.seconds.get(day, 0) / 60:.1f}" if statistics.done.get(day) else "",
            statistics.due.get(day) or "",
        )
        for day in days
        if statistics.done.get(day) or statistics.due.get(day)
    ]
    if rows:
        print(table([("day", "graded", "minutes", "due"), *rows], right=(1, 2, 3)))
    return 0


def _said_cards(statistics: Statistics) -> str:
    states = [f"{count:,} {name}" for name, count in statistics.states.items() if count]
    total = counted(sum(statistics.states.values()), "card")
    return f"{total}: {', '.join(states)}" if states else total


def _said_retention(statistics: Statistics) -> str:
    share = statistics.retention.share
    if share is None:
        return "Retention shows after the first reviews."
    reviewed = counted(statistics.retention.reviewed, "review")
    return f"Remembered {share:.0%} of {reviewed}; aimed at {statistics.desired_retention:.0%}"


def _as_json(statistics: Statistics) -> dict[str, object]:
    retention = statistics.retention
    return {
        "today": date.fromordinal(statistics.today).isoformat(),
        "cards": dict(statistics.states),
        "done": _by_date(statistics.done),
        "seconds": _by_date(statistics.seconds),
        "due": _by_date(statistics.due),
        "retention": {
            "passed": retention.passed,
            "reviewed": retention.reviewed,
            "share": retention.share,
            "desired": statistics.desired_retention,
        },
    }


def _by_date(days: Mapping[int, float]) -> dict[str, float]:
    return {date.fromordinal(day).isoformat(): value for day, value in sorted(days.items())}
