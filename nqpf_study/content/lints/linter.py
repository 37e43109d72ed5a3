"""Linting a deck: every rule over every note, each finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nqpf_study.content.lints.attribution import Unattributed
from nqpf_study.content.lints.distractors import bad_distractors
from nqpf_study.content.lints.lengths import long_passages, long_sides
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.lints.pinyin import missing_pinyin
from nqpf_study.content.lints.pools import SmallPools
from nqpf_study.content.lints.questions import SharedQuestions, given_away
from nqpf_study.content.lints.tags import UnknownTags
from nqpf_study.content.lints.unsupported import Unsupported, primary
from nqpf_study.content.problems import Place, Problems
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.source import Document

_PROGRESS_EVERY = 200

Rule = Callable[[Linted], Iterable[Finding]]
"""Finds what is amiss in a note; called with a deck's notes in their order."""


@dataclass(frozen=True, slots=True)
class LintedDeck:
    """A deck as the lints see it.

    `about` is the deck, with or without its notes; `tags` are those that it lists, with their
    places; `documents` are those that its notes quote. Where errors keep notes out, it is not
    `whole`: nothing is said then that the missing ones may mend.
    """

    about: Deck
    tags: Mapping[str, Place]
    notes: Sequence[Linted]
    documents: Sequence[Document]
    whole: bool


def lint_deck(deck: LintedDeck, problems: Problems, progress: Progress = unheard) -> None:
    """Hold the notes of a deck against every rule; what is found goes to the notes' warnings."""
    tags = UnknownTags(deck.tags)
    rules: tuple[Rule, ...] = (*_rules(deck), tags)
    for done, linted in enumerate(deck.notes):
        if done % _PROGRESS_EVERY == 0:
            progress(done, len(deck.notes), "Checking cards")
        for rule in rules:
            for found in rule(linted):
                linted.warnings.warn(found.place, found.code, found.message, found.hint)
    if deck.whole:
        for found in tags.unused():
            problems.warn(found.place, found.code, found.message, found.hint)
        for linted in deck.notes:
            linted.warnings.report_unused()


def _rules(deck: LintedDeck) -> Iterator[Rule]:
    """Return the rules; those that compare notes, or need the deck, are made anew for it."""
    yield long_sides
    yield long_passages
    yield given_away
    yield missing_pinyin
    yield bad_distractors
    yield SharedQuestions()
    yield Unsupported(deck.about, deck.documents)
    if primary(deck.about.language) == "en":
        yield Unattributed(deck.documents)
    if deck.whole:
        yield SmallPools(deck.about.id, deck.notes)
