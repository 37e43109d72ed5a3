"""`backlog`: what has piled up after a break, and over how many days to work it off."""

from __future__ import annotations

import argparse
from datetime import date

from nqpf_study.cli.opening import to_change, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, between
from nqpf_study.cli.text import counted, table
from nqpf_study.domain.backlog import Spread
from nqpf_study.study.backlog import MOST_DAYS, Backlog


def add(commands: Subcommands) -> None:
    """Add the command."""
    backlog = commands.add("backlog", _backlog, json=True)
    choice = backlog.add_mutually_exclusive_group()
    choice.add_argument(
        "--over",
        metavar="DAYS",
        type=between(int, 1, MOST_DAYS),
        help="spread it over so many days, the cards most at risk first",
    )
    choice.add_argument("--now", action="store_true", help="offer all of it today")
    choice.add_argument("--undo", action="store_true", help="take the choice back")


def _backlog(args: argparse.Namespace) -> int:
    if args.undo:
        with to_change(args.home) as study:
            had = study.undo_backlog()
        print("Sessions offer what is due, as before." if had else "There is nothing to undo.")
        return 0
    if args.over or args.now:
        with to_change(args.home) as study:
            study.spread_backlog(1 if args.now else args.over)
    with to_look(args.home) as study:
        found = study.backlog()
    if args.json:
        print_json(_as_json(found))
    else:
        print(_said(found))
    return 0


def _said(found: Backlog) -> str:
    if not found.count or found.oldest is None:
        return "Nothing is late."
    since = date.fromordinal(found.oldest)
    known = f"You still know about {found.now.retention:.0%} of them."
    lines = [f"{counted(found.count, 'card')} late, the first since {since}. {known}"]
    if found.plan is not None:
        last = date.fromordinal(found.plan.since + found.plan.days - 1)
        left = counted(found.today, "card")
        lines.append(f"They are spread until {last}: {left} of them left today.")
        lines.append("Take that back: nqpf-study backlog --undo")
        return "\n".join(lines)
    rows = [
        (
            "all now" if choice.days == 1 else f"over {choice.days} days",
            max(choice.per_day),
            f"{choice.retention:.0%}",
        )
        for choice in found.choices
    ]
    said = table([("choice", "cards a day", "known when asked"), *rows], right=(1, 2))
    lines += [said, "Choose: nqpf-study backlog --over DAYS, or --now"]
    return "\n".join(lines)


def _as_json(found: Backlog) -> dict[str, object]:
    plan = found.plan
    return {
        "late": found.count,
        "decks": dict(found.decks),
        "oldest": None if found.oldest is None else date.fromordinal(found.oldest).isoformat(),
        "known_now": found.now.retention,
        "choices": [_choice_as_json(choice) for choice in found.choices],
        "plan": plan
        and {
            "since": date.fromordinal(plan.since).isoformat(),
            "days": plan.days,
            "today": found.today,
        },
    }


def _choice_as_json(choice: Spread) -> dict[str, object]:
    return {
        "days": choice.days,
        "per_day": list(choice.per_day),
        "retention": round(choice.retention, 4),
    }
