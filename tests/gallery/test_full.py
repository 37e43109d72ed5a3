"""The full collection is what it says, and a learner could have made it."""

from __future__ import annotations

from pathlib import Path

from demonstration import EMPTY, FULL, learner_of, make
from full import CARDS, DAYS, NEW_A_DAY

from nqpf_study.domain.review import Act


def test_ten_thousand_cards_studied_for_months(tmp_path: Path) -> None:
    make(FULL, tmp_path)
    with learner_of(FULL, tmp_path).open() as study:
        report = study.examine()
        assert report.cards == CARDS
        assert not report.wrong_cards
        assert report.counts_fine
        assert report.search_fine
        overview = study.overview()
        assert len(overview.decks) > 20
        assert max(len(deck.title) for deck in overview.decks) > 60
        log = study.collection.whole_log()
        assert {entry.act for entry in log} == {Act.GRADE}
        assert len({entry.day for entry in log}) == DAYS
        assert len({entry.card for entry in log}) == DAYS * NEW_A_DAY
        assert sum(deck.due for deck in overview.decks) > 50


def test_an_empty_collection_has_no_deck_and_no_review(tmp_path: Path) -> None:
    make(EMPTY, tmp_path)
    with learner_of(EMPTY, tmp_path).open() as study:
        assert study.overview().decks == ()
        assert study.collection.whole_log() == []
        assert study.search("") == []
