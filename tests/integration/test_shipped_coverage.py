"""What the shipped decks cover of their sources, and what coverage.yaml says they need not."""

from __future__ import annotations

from functools import cache

from nqpf_study import paths
from nqpf_study.app import cover
from nqpf_study.content.covering import Covering
from nqpf_study.content.manifest import read_manifest
from nqpf_study.domain.coverage import Standing


@cache
def covering() -> Covering:
    return cover([])


def test_the_coverage_file_has_no_problem() -> None:
    assert covering().problems == ()


def test_every_source_is_counted() -> None:
    counted = [source.coverage.document.source.id for source in covering().sources]
    assert counted == [document.source.id for document in read_manifest(paths.manifest())]
    assert all(source.file.is_file() for source in covering().sources)
    assert all(source.coverage.sentences for source in covering().sources)


def test_no_sentence_is_open() -> None:
    texts = [
        (source.coverage.document.text or "", source.coverage) for source in covering().sources
    ]
    still_open = [
        f"{coverage.document.source.id}: {text[each.span.start : each.span.end]}"
        for text, coverage in texts
        for each in coverage.standing(Standing.OPEN)
    ]
    assert still_open == []
