"""The parts joined: shipped decks beside a learner's own, and the system's time zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
import tzlocal

from nqpf_study import paths
from nqpf_study.app import BACKUPS, Study, utc_now, zone_named
from nqpf_study.domain.errors import BadInput, StudyError


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Stand a copy of the curated decks in for them, so that an update can be played."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    files = tuple(Path(copy(path, folder)) for path in paths.decks())
    monkeypatch.setattr(paths, "decks", lambda: files)
    return files


@pytest.fixture
def study(tmp_path: Path, shipped: tuple[Path, ...]) -> Iterator[Study]:
    del shipped
    with Study.open(tmp_path / "home") as opened:
        yield opened


def backups(study: Study) -> list[Path]:
    return sorted((study.home / BACKUPS).glob("*.db"))


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8", newline="\n")


def test_a_first_start_has_nothing_to_back_up(study: Study) -> None:
    assert len(study.load_curated()) == len(paths.decks())
    assert backups(study) == []
    assert study.load_curated() == []


def test_an_update_of_several_decks_makes_one_backup(
    study: Study, shipped: tuple[Path, ...]
) -> None:
    study.load_curated()
    edit(shipped[0], "title: Terms", "title: Words")
    edit(shipped[2], "title: Timeline", "title: Dates")
    assert [changes.deck.title for changes in study.load_curated()] == ["Words", "Dates"]
    assert len(backups(study)) == 1


def test_a_learners_own_copy_of_a_shipped_deck_stays_as_it_is(
    study: Study, shipped: tuple[Path, ...], tmp_path: Path
) -> None:
    study.load_curated()
    own = Path(copy(shipped[0], tmp_path / shipped[0].name))
    edit(own, "title: Terms", "title: My terms")
    study.import_deck(study.preview(own))
    assert study.load_curated() == []
    assert study.overview().decks[0].title == "My terms"


def test_a_removed_deck_does_not_come_back_by_itself(study: Study) -> None:
    study.load_curated()
    study.remove_deck("nqpf-terms")
    assert study.load_curated() == []
    assert "nqpf-terms" not in study.deck_options()


def test_a_shipped_deck_with_errors_is_not_passed_over_in_silence(
    study: Study, shipped: tuple[Path, ...]
) -> None:
    edit(shipped[1], "kind: ", "kjnd: ")
    with pytest.raises(BadInput) as refused:
        study.load_curated()
    assert refused.value.problems
    assert list(study.deck_options()) == ["nqpf-terms"]


def test_a_zone_that_has_no_known_name_counts_by_its_distance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "CET-1CEST")
    monkeypatch.setattr(tzlocal, "get_localzone", _unknown)
    offset = utc_now().astimezone(zone_named("")).utcoffset()
    assert offset is not None
    assert abs(offset) <= timedelta(hours=14)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(StudyError, match="Mars/Olympus"):
        zone_named("Mars/Olympus")


def _unknown() -> None:
    raise ValueError("no such zone")
