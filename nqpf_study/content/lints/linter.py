"""Linting a deck: every rule over every note, each finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nqpf_study.content.lints.lengths import long_passages, long_sides
from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.lints.questions import SharedQuestions, given_away
from nqpf_study.content.lints.unsupported import Unsupported
from nqpf_study.domain.deck import Deck
from nqpf_study.domain.source import Document

Rule = Callable[[Linted], Iterable[Finding]]
"""Finds what is amiss in a note; called with a deck's notes in their order."""


def lint_notes(
    deck: Deck, notes: Sequence[Linted], documents: Iterable[Document], *, whole: bool
) -> None:
    """Hold the notes of a deck against every rule; what is found goes to the notes' warnings.

    `deck` may be without its notes; `documents` are those that the notes quote. Where errors keep
    notes out, the deck is not `whole`: nothing is said then that the missing ones may mend.
    """
    by_id = {document.source.id: document for document in documents}
    rules: tuple[Rule, ...] = (
        long_sides,
        long_passages,
        given_away,
        SharedQuestions(),
        Unsupported(deck, by_id),
    )
    for linted in notes:
        for rule in rules:
            for found in rule(linted):
                linted.warnings.warn(found.place, found.code, found.message, found.hint)
    if whole:
        for linted in notes:
            linted.warnings.report_unused()
