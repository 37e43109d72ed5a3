"""`explore`: measures, timeline, provinces and glossary, each entry with how well it is known."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date

from nqpf_study.cli.opening import known_decks, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, add_decks
from nqpf_study.cli.text import counted, wrapped
from nqpf_study.study.explore import Explored, Item, Part, in_columns
from nqpf_study.study.knowing import Knowing, Stage


def add(commands: Subcommands) -> None:
    """Add the command."""
    explore = commands.add("explore", _explore, json=True)
    explore.add_argument("view", choices=list(_VIEWS), help="what to show")
    add_decks(explore, "only these decks; all where none is named")


def _explore(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        decks = known_decks(study, args.deck)
        explored = study.explore()
    if decks is not None:
        explored = explored.of_decks(decks)
    shown, as_json = _VIEWS[args.view]
    if args.json:
        print_json(as_json(explored))
    else:
        print(shown(explored) or f"No deck has anything for the {args.view}.")
    return 0


# --- for a terminal -----------------------------------------------------------------------------


def _measures(explored: Explored) -> str:
    blocks = []
    for programme in explored.programmes:
        lines = [wrapped(f"{programme.name} ({programme.deck_title})")]
        for measure in programme.measures:
            said = f"{measure.title} {_known(measure.item.knowing)}"
            lines.append(wrapped(said, "     ", first=f"  {measure.number:>2} "))
            lines += [wrapped(_part(part), "       ", first="     · ") for part in measure.parts]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _part(part: Part) -> str:
    return part.text if part.knowing is None else f"{part.text} {_known(part.knowing)}"


def _timeline(explored: Explored) -> str:
    return "\n".join(
        f"{event.said or 'no date'}\n"
        + wrapped(f"{event.text} {_known(event.item.knowing)}", "    ")
        for event in explored.events
    )


def _provinces(explored: Explored) -> str:
    blocks = []
    for province, horizons in in_columns(explored.pledges).items():
        lines = [province]
        for horizon, pledges in horizons.items():
            for pledge in pledges:
                said = f"{'; '.join(pledge.targets)} {_known(pledge.item.knowing)}"
                lines.append(wrapped(f"{horizon} {pledge.year}: {said}", "  "))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _glossary(explored: Explored) -> str:
    blocks = []
    for term in explored.terms:
        chinese = " ".join(filter(None, (term.chinese, term.pinyin)))
        head = " · ".join(filter(None, (term.term, chinese)))
        lines = [wrapped(f"{head} {_known(term.item.knowing)}")]
        lines.append(wrapped(" ".join(filter(None, (term.question, term.definition))), "    "))
        for variant in term.variants:
            users = f" ({variant.users})" if variant.users else ""
            lines.append(wrapped(f"also: {variant.wording}{users}", "    "))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _known(knowing: Knowing) -> str:
    """Say how well something is known, in brackets that stay on one line."""
    if knowing.stage is Stage.SUSPENDED:
        said = "suspended"
    elif knowing.stage is Stage.UNSEEN:
        said = "not seen"
    elif knowing.stage is Stage.KNOWN and knowing.recall is not None:
        said = f"known, recall {knowing.recall:.0%}"
    else:
        said = f"learning, {knowing.known} of {counted(knowing.cards, 'card')} known"
    return f"[{said}]".replace(" ", "\u00a0")


# --- for a script -------------------------------------------------------------------------------


def _measures_as_json(explored: Explored) -> object:
    return [
        {
            "programme": programme.name,
            "deck": programme.measures[0].item.deck,
            "measures": [
                {
                    **_item(measure.item),
                    "number": measure.number,
                    "title": measure.title,
                    "parts": [
                        {
                            "text": part.text,
                            "card": part.card or None,
                            "known": None if part.knowing is None else _knowing(part.knowing),
                        }
                        for part in measure.parts
                    ],
                }
                for measure in programme.measures
            ],
        }
        for programme in explored.programmes
    ]


def _timeline_as_json(explored: Explored) -> object:
    return [
        {
            **_item(event.item),
            "event": event.text,
            "date": event.said,
            "first": None if event.when is None else _date(event.when.first),
            "last": None if event.when is None else _date(event.when.last),
            "precision": None if event.when is None else event.when.precision.name.lower(),
            "lasted": event.when is not None and event.when.lasted,
        }
        for event in explored.events
    ]


def _provinces_as_json(explored: Explored) -> object:
    return [
        {
            **_item(pledge.item),
            "province": province,
            "horizon": horizon,
            "year": pledge.year,
            "targets": list(pledge.targets),
        }
        for province, horizons in in_columns(explored.pledges).items()
        for horizon, pledges in horizons.items()
        for pledge in pledges
    ]


def _glossary_as_json(explored: Explored) -> object:
    return [
        {
            **_item(term.item),
            "term": term.term,
            "chinese": term.chinese,
            "pinyin": term.pinyin,
            "question": term.question,
            "definition": term.definition,
            "variants": [
                {"wording": variant.wording, "users": variant.users} for variant in term.variants
            ],
        }
        for term in explored.terms
    ]


def _item(item: Item) -> dict[str, object]:
    return {
        "deck": item.deck,
        "note": item.note.id,
        "cards": [str(card.id) for card in item.cards],
        "sources": list(dict.fromkeys(passage.source for passage in item.note.passages)),
        "known": _knowing(item.knowing),
    }


def _knowing(knowing: Knowing) -> dict[str, object]:
    return {
        "stage": knowing.stage.value,
        "known": knowing.known,
        "cards": knowing.cards,
        "recall": None if knowing.recall is None else round(knowing.recall, 4),
    }


def _date(day: int) -> str:
    return date.fromordinal(day).isoformat()


_VIEWS: Mapping[str, tuple[Callable[[Explored], str], Callable[[Explored], object]]] = {
    "measures": (_measures, _measures_as_json),
    "timeline": (_timeline, _timeline_as_json),
    "provinces": (_provinces, _provinces_as_json),
    "glossary": (_glossary, _glossary_as_json),
}
"""What each view writes for a terminal, and what for a script."""
