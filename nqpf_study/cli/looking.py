"""`search` and `source`: finding cards, and the passages that they rest on."""

from __future__ import annotations

import argparse
from datetime import date

from nqpf_study.cli.opening import named_cards, to_look
from nqpf_study.cli.output import complain, print_json
from nqpf_study.cli.passages import as_json, shown
from nqpf_study.cli.subcommand import Subcommands
from nqpf_study.cli.text import counted, wrapped
from nqpf_study.domain.anchoring import Found
from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.study.ports import StoredCard


def add(commands: Subcommands) -> None:
    """Add both commands."""
    search = commands.add("search", _search, json=True)
    search.add_argument(
        "words",
        metavar="QUERY",
        nargs="+",
        help='words and filters, such as "(green or blue) -is:new"; behind -- where - comes first',
    )
    source = commands.add("source", _source, json=True)
    source.add_argument("card", metavar="CARD", help="deck/note/card, or deck/note")


def _search(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        cards = study.cards(study.search(" ".join(args.words)))
    if args.json:
        print_json([_card_as_json(card) for card in cards])
        return 0
    for card in cards:
        face = _face(card)
        print(card.id)
        print(wrapped(face.question, "  "))
        print(wrapped(face.answer, "    "))
    complain(f"{counted(len(cards), 'card')} found")
    return 0


def _source(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        card = named_cards(study, args.card)[0]
        passages = study.passages(card)
    if args.json:
        print_json({"card": str(card.id), "passages": [as_json(one) for one in passages]})
    elif passages:
        print("\n\n".join(shown(passage) for passage in passages))
    else:
        print("This card quotes no source.")
    return 0 if all(isinstance(one.anchored, Found) for one in passages) else 1


def _face(card: StoredCard) -> Card:
    return next(face for face in cards_of(card.note) if face.name == card.id.card)


def _card_as_json(card: StoredCard) -> dict[str, object]:
    face, memory = _face(card), card.status.memory
    return {
        "id": str(card.id),
        "kind": card.note.kind,
        "question": face.question,
        "answer": face.answer,
        "tags": list(card.note.tags),
        "own_tags": list(card.own_tags),
        "flagged": card.flagged,
        "state": memory.state.name.lower(),
        "suspended": card.status.suspended,
        "due": None if memory.due_day is None else date.fromordinal(memory.due_day).isoformat(),
    }
