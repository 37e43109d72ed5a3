"""`options`: how decks are studied."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from nqpf_study.cli.opening import known_decks, to_change, to_look
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, add_decks, between
from nqpf_study.cli.text import table, wrapped
from nqpf_study.domain.options import DeckOptions, FormChoice, NewOrder, StudyOptions
from nqpf_study.domain.steps import steps_read, steps_said

_OF_PLAN = frozenset({"desired_retention", "learning_steps", "relearning_steps"})


def add(commands: Subcommands) -> None:
    """Add the command."""
    options = commands.add("options", _options, json=True)
    add_decks(options, "only these decks; all where none is named")
    of_decks = options.add_argument_group("for decks")
    cards = between(int, 0, 9999)
    of_decks.add_argument("--new-per-day", metavar="N", type=cards, help="new cards a day")
    of_decks.add_argument("--reviews-per-day", metavar="N", type=cards, help="reviews a day")
    share = between(float, 0.7, 0.99)
    of_decks.add_argument(
        "--retention", metavar="SHARE", type=share, help="the share to remember, 0.7 to 0.99"
    )
    of_decks.add_argument(
        "--new-order",
        choices=[order.value for order in NewOrder],
        help="new cards as their author put them, or scattered",
    )
    of_decks.add_argument(
        "--learning-steps",
        metavar="STEPS",
        help="when a new card comes back before it is in review, as '1m 10m'; '' for none",
    )
    of_decks.add_argument(
        "--relearning-steps", metavar="STEPS", help="the same for a card that was forgotten"
    )
    of_decks.add_argument(
        "--leech-threshold",
        metavar="N",
        type=between(int, 0, 99),
        help="after how many lapses a card is listed as a leech; 0 for never",
    )
    of_study = options.add_argument_group("for all of them together")
    of_study.add_argument(
        "--rollover", metavar="HOUR", type=between(int, 0, 23), help="when a day starts, 0 to 23"
    )
    of_study.add_argument(
        "--zone", metavar="NAME", help="a time zone such as Asia/Shanghai; '' for the system's"
    )
    of_study.add_argument(
        "--form", choices=[form.value for form in FormChoice], help="how cards are asked"
    )


def _options(args: argparse.Namespace) -> int:
    for_decks, for_study = _deck_changes(args), _study_changes(args)
    if for_decks or for_study:
        with to_change(args.home) as study:
            decks = known_decks(study, args.deck)
            if for_study:
                study.set_study_options(replace(study.study_options(), **for_study))
            for deck, options in study.deck_options().items():
                if for_decks and (decks is None or deck in decks):
                    study.set_deck_options(deck, _changed(options, for_decks))
    _show(args)
    return 0


def _show(args: argparse.Namespace) -> None:
    with to_look(args.home) as study:
        decks = known_decks(study, args.deck)
        of_study = study.study_options()
        of_decks = {
            deck: options
            for deck, options in study.deck_options().items()
            if decks is None or deck in decks
        }
    if args.json:
        print_json(_as_json(of_study, of_decks))
        return
    zone = of_study.zone or "the system's time zone"
    about = f"A day starts at {of_study.rollover_hour}:00 in {zone}."
    print(wrapped(f"{about} Cards are asked in this form: {of_study.form.value}."))
    rows = [
        (
            id_,
            deck.new_per_day,
            deck.new_order.value,
            deck.reviews_per_day,
            f"{deck.plan.desired_retention:.0%}",
            steps_said(deck.plan.learning_steps) or "none",
            steps_said(deck.plan.relearning_steps) or "none",
            deck.leech_threshold or "never",
        )
        for id_, deck in of_decks.items()
    ]
    heads = ("deck", "new a day", "order", "reviews a day", "retention", "steps", "again", "leech")
    print(table([heads, *rows], right=(1, 3, 4, 7)))


def _study_changes(args: argparse.Namespace) -> dict[str, Any]:
    form = FormChoice(args.form) if args.form else None
    return _given(rollover_hour=args.rollover, zone=args.zone, form=form)


def _deck_changes(args: argparse.Namespace) -> dict[str, Any]:
    return _given(
        new_per_day=args.new_per_day,
        reviews_per_day=args.reviews_per_day,
        desired_retention=args.retention,
        new_order=NewOrder(args.new_order) if args.new_order else None,
        learning_steps=_steps(args.learning_steps),
        relearning_steps=_steps(args.relearning_steps),
        leech_threshold=args.leech_threshold,
    )


def _steps(given: str | None) -> tuple[timedelta, ...] | None:
    return None if given is None else steps_read(given)


def _given(**asked: object) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if value is not None}


def _changed(options: DeckOptions, changes: Mapping[str, Any]) -> DeckOptions:
    of_plan = {name: value for name, value in changes.items() if name in _OF_PLAN}
    limits = {name: value for name, value in changes.items() if name not in _OF_PLAN}
    return replace(options, plan=replace(options.plan, **of_plan), **limits)


def _as_json(study: StudyOptions, decks: Mapping[str, DeckOptions]) -> dict[str, object]:
    return {
        "rollover": study.rollover_hour,
        "zone": study.zone,
        "form": study.form.value,
        "decks": {
            id_: {
                "new_per_day": deck.new_per_day,
                "reviews_per_day": deck.reviews_per_day,
                "retention": deck.plan.desired_retention,
                "new_order": deck.new_order.value,
                "learning_steps": steps_said(deck.plan.learning_steps),
                "relearning_steps": steps_said(deck.plan.relearning_steps),
                "leech_threshold": deck.leech_threshold,
            }
            for id_, deck in decks.items()
        },
    }
