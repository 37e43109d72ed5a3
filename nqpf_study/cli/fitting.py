"""`fit` and `forecast`: the scheduler fitted to the learner, and what a retention costs."""

from __future__ import annotations

import argparse

from nqpf_study.app import Study
from nqpf_study.cli.opening import known_decks, to_change, to_look
from nqpf_study.cli.output import print_json, progress_shown
from nqpf_study.cli.subcommand import Subcommands, between
from nqpf_study.cli.text import counted, table
from nqpf_study.study.fitting import Fit


def add(commands: Subcommands) -> None:
    """Add both commands."""
    fit = commands.add("fit", _fit, json=True)
    fit.add_argument("--dry-run", action="store_true", help="only tell what it would come to")
    fit.add_argument("--reset", action="store_true", help="go back to the usual parameters")
    forecast = commands.add("forecast", _forecast, json=True)
    forecast.add_argument("deck", metavar="DECK", nargs="?", help="a deck; the first without one")
    forecast.add_argument(
        "--days",
        metavar="N",
        type=between(int, 7, 3650),
        default=365,
        help="over how many days (365)",
    )


def _fit(args: argparse.Namespace) -> int:
    if args.reset:
        with to_change(args.home) as study:
            study.keep_parameters(())
            study.set_fits_by_itself(wanted=False)
        print("All decks are scheduled by the usual parameters, until you fit again.")
        return 0
    if args.dry_run:
        with to_look(args.home) as study:
            found = study.fit(progress_shown())
    else:
        with to_change(args.home) as study:
            found = study.fit(progress_shown())
            if found.better:
                study.keep_parameters(found.parameters)
    kept = found.better and not args.dry_run
    if args.json:
        print_json(_as_json(found, kept=kept))
    else:
        print(_said(found, kept=kept))
    return 0


def _said(found: Fit, *, kept: bool) -> str:
    percent = round(abs(found.longer) * 100)
    length = f"{percent} % {'longer' if found.longer > 0 else 'shorter'} than"
    lines = [
        f"{counted(found.reviews, 'review')} to learn from.",
        f"Your memory keeps cards {length if percent else 'as long as the'} average.",
        _compared("log loss", found.before.log_loss, found.after.log_loss),
        _compared("RMSE", found.before.rmse, found.after.rmse),
    ]
    if kept:
        lines.append("It predicts your newest reviews better, so it is kept for all decks.")
    elif found.better:
        lines.append("It predicts your newest reviews better. Nothing was changed.")
    else:
        lines.append("It predicts your newest reviews no better, so nothing was changed.")
    return "\n".join(lines)


def _compared(measure: str, before: float, after: float) -> str:
    return f"  {measure}: {before:.4f} before, {after:.4f} fitted"


def _as_json(found: Fit, *, kept: bool) -> dict[str, object]:
    return {
        "reviews": found.reviews,
        "before": {"log_loss": found.before.log_loss, "rmse": found.before.rmse},
        "after": {"log_loss": found.after.log_loss, "rmse": found.after.rmse},
        "longer": round(found.longer, 4),
        "better": found.better,
        "kept": kept,
        "parameters": list(found.parameters),
    }


def _forecast(args: argparse.Namespace) -> int:
    with to_look(args.home) as study:
        deck = _deck(study, args.deck)
        told = study.forecast(deck, args.days, progress_shown())
        minutes = study.seconds_per_card() / 60
    if args.json:
        print_json(
            [
                {
                    "retention": one.retention,
                    "reviews_a_day": round(one.reviews, 2),
                    "minutes_a_day": round(one.reviews * minutes, 2),
                    "remembered": round(one.remembered, 1),
                    "cards": one.cards,
                }
                for one in told
            ]
        )
        return 0
    print(f"{deck}, the next {counted(args.days, 'day')}:")
    rows = [
        (
            f"{one.retention:.0%}",
            f"{one.reviews:.1f}",
            f"{one.reviews * minutes:.1f}",
            f"{one.remembered:.0f} of {one.cards}",
        )
        for one in told
    ]
    heads = ("retention", "grades a day", "minutes a day", "remembered then")
    print(table([heads, *rows], right=(1, 2, 3)))
    return 0


def _deck(study: Study, asked: str | None) -> str:
    if asked is not None:
        known_decks(study, [asked])
        return asked
    return next(iter(study.deck_options()), "")
