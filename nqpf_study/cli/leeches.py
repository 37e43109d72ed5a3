"""`leeches`: cards that are forgotten again and again, and what they are confused with."""

from __future__ import annotations

import argparse

from nqpf_study.cli.opening import known_decks, to_change, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, add_decks
from nqpf_study.cli.text import counted, wrapped
from nqpf_study.domain.kinds import cards_of
from nqpf_study.domain.review import Act
from nqpf_study.study.leeches import Leech


def add(commands: Subcommands) -> None:
    """Add the command."""
    leeches = commands.add("leeches", _leeches, json=True)
    add_decks(leeches, "only these decks")
    leeches.add_argument("--suspend", action="store_true", help="suspend them all")


def _leeches(args: argparse.Namespace) -> int:
    if args.suspend:
        with to_change(args.home) as study:
            keys = [leech.card.key for leech in study.leeches(known_decks(study, args.deck))]
            suspended = study.set_aside(keys, Act.SUSPEND)
        print(f"{counted(suspended, 'card')} suspended; `nqpf-study resume` brings them back.")
        return 0
    with to_look(args.home) as study:
        found = study.leeches(known_decks(study, args.deck))
    if args.json:
        print_json([_as_json(leech) for leech in found])
    elif found:
        print("\n\n".join(_said(leech) for leech in found))
    else:
        print("There are no leeches.")
    return 0


def _said(leech: Leech) -> str:
    suspended = ", suspended" if leech.card.status.suspended else ""
    face = next(face for face in cards_of(leech.card.note) if face.name == leech.card.id.card)
    lines = [
        f"{leech.card.id} (forgotten {counted(leech.lapses, 'time')}{suspended})",
        wrapped(face.question, "  "),
        wrapped(face.answer, "    "),
    ]
    for one in leech.confused:
        whose = f" ({one.mistaken_for})" if one.mistaken_for else ""
        lines.append(wrapped(f"said instead, {one.times} ×: {one.answer}{whose}", "  "))
    lines += [f"  its answer was given for: {card}" for card in leech.given_for]
    return "\n".join(lines)


def _as_json(leech: Leech) -> dict[str, object]:
    return {
        "card": str(leech.card.id),
        "lapses": leech.lapses,
        "suspended": leech.card.status.suspended,
        "confused": [
            {
                "answer": one.answer,
                "card": str(one.mistaken_for) if one.mistaken_for else None,
                "times": one.times,
            }
            for one in leech.confused
        ],
        "given_for": [str(card) for card in leech.given_for],
    }
