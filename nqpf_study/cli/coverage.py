"""`coverage`: which sentences of the sources cards rest on, and which are open."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf_study.app import cover
from nqpf_study.cli import problems
from nqpf_study.cli.output import print_json
from nqpf_study.cli.subcommand import Subcommands, between
from nqpf_study.cli.text import counted, table
from nqpf_study.domain.coverage import Sentence, SourceCoverage, Standing
from nqpf_study.domain.errors import Level

if TYPE_CHECKING:
    from nqpf_study.content.covering import CoveredSource, Covering

_THIN = 50
"""A touched sentence of which less lies in passages, in percent of its words, is listed."""


def add(commands: Subcommands) -> None:
    """Add the command."""
    coverage = commands.add("coverage", _coverage, json=True)
    coverage.add_argument(
        "places",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="deck files or folders of them; without any, the shipped decks",
    )
    coverage.add_argument(
        "--share",
        metavar="PERCENT",
        nargs="?",
        type=between(int, 1, 100),
        const=_THIN,
        help=f"list touched sentences of which less lies in passages (less than {_THIN} percent)",
    )


def _coverage(args: argparse.Namespace) -> int:
    covering = cover(args.places)
    errors = sum(problem.level is Level.ERROR for problem in covering.problems)
    still_open = _count(covering.sources, Standing.OPEN)
    if args.json:
        print_json(_as_json(covering, errors))
    else:
        _say(covering, args.share)
        print(_summary(covering, errors))
    return 1 if errors or still_open or _without_text(covering) else 0


def _say(covering: Covering, thin: int | None) -> None:
    for problem in covering.problems:
        print(problem)
    rows = [_row(source.coverage) for source in covering.sources]
    if rows:
        head = ("source", "sentences", "touched", "open", "left out")
        print(table([head, *rows], right=(1, 2, 3)))
    sentences = [
        (source, each) for source in covering.sources for each in source.coverage.sentences
    ]
    _list("Open", [(s, each, "") for s, each in sentences if each.standing is Standing.OPEN])
    if thin:
        touched = [(s, each) for s, each in sentences if each.standing is Standing.TOUCHED]
        _list(
            "Thinly covered",
            [(s, each, f"{each.share:.0%}: ") for s, each in touched if each.share < thin / 100],
        )
    print()


def _row(coverage: SourceCoverage) -> tuple[object, ...]:
    standing = (len(coverage.standing(each)) for each in (Standing.TOUCHED, Standing.OPEN))
    said = ", ".join(f"{count} {reason}" for reason, count in coverage.left_out.items())
    if coverage.document.text is None:
        said = "its text is missing"
    return (coverage.document.source.id, len(coverage.sentences), *standing, said)


def _list(title: str, lines: Sequence[tuple[CoveredSource, Sentence, str]]) -> None:
    if lines:
        print(f"\n{title}:")
    for source, sentence, said in lines:
        place = f"{_near(source.file)}:{_line(source, sentence)}"
        print(f"{place}: {said}{_words(source, sentence)}")


def _near(file: Path) -> Path:
    """Return a path as seen from where the user is, where it is below."""
    try:
        return file.resolve().relative_to(Path.cwd())
    except ValueError:
        return file


def _line(source: CoveredSource, sentence: Sentence) -> int:
    return (source.coverage.document.text or "").count("\n", 0, sentence.span.start) + 1


def _words(source: CoveredSource, sentence: Sentence) -> str:
    text = source.coverage.document.text or ""
    return " ".join(text[sentence.span.start : sentence.span.end].split())


def _count(sources: Iterable[CoveredSource], standing: Standing) -> int:
    return sum(len(source.coverage.standing(standing)) for source in sources)


def _without_text(covering: Covering) -> bool:
    return any(source.coverage.document.text is None for source in covering.sources)


def _summary(covering: Covering, errors: int) -> str:
    sources = covering.sources
    total = sum(len(source.coverage.sentences) for source in sources)
    standing = ", ".join(
        f"{_count(sources, each):,} {each.value.replace('-', ' ')}" for each in Standing
    )
    said = f"{counted(len(sources), 'source')}, {counted(total, 'sentence')}: {standing}"
    return f"{said}; {counted(errors, 'error')}" if errors else said


def _as_json(covering: Covering, errors: int) -> dict[str, object]:
    return {
        "open": _count(covering.sources, Standing.OPEN),
        "errors": errors,
        "problems": [
            {"file": problem.file, **problems.as_json(problem)} for problem in covering.problems
        ],
        "sources": [_source_as_json(source) for source in covering.sources],
    }


def _source_as_json(source: CoveredSource) -> dict[str, object]:
    coverage = source.coverage
    return {
        "source": coverage.document.source.id,
        "file": str(source.file),
        "text": coverage.document.text is not None,
        **{each.value: len(coverage.standing(each)) for each in Standing},
        "sentences": [
            {
                "line": _line(source, sentence),
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": _words(source, sentence),
                "standing": sentence.standing.value,
                "reason": sentence.reason.value if sentence.reason else None,
                "words": sentence.words,
                "quoted": sentence.quoted,
            }
            for sentence in coverage.sentences
        ],
    }
