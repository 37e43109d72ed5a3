"""The log of faults: small, and without a word of the learner's."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from nqpf_study import faults
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LARGEST", 100)


def test_it_says_which_kind_and_where() -> None:
    answer = "Par" + "is"
    with pytest.raises(ValueError, match=answer) as raised:
        int(answer)
    said = faults.described(raised.value)
    assert "builtins.ValueError" in said
    assert __file__ in said
    assert "Paris" not in said


def test_causes_come_first_each_once() -> None:
    first, second = KeyError("Paris"), ValueError("London")
    second.__cause__, first.__context__ = first, second  # a ring ends
    said = faults.described(second)
    assert said.index("KeyError") < said.index("caused") < said.index("ValueError")
    assert said.count("Error") == 2


def test_what_is_no_text_of_the_learners_is_told() -> None:
    full = OSError(errno.ENOSPC, "No space", "/home/ada/my essay.yaml")
    assert "OSError ENOSPC" in faults.described(full)
    assert "essay" not in faults.described(full)
    ours = StudyError(phrase("There is no deck “{deck}”.", deck="secret"))
    assert "There is no deck “{deck}”." in faults.described(ours)
    assert "secret" not in faults.described(ours)


@pytest.mark.usefixtures("small")
def test_a_large_log_makes_room_and_only_some_are_kept(tmp_path: Path) -> None:
    for number in range(faults.KEPT + 3):
        faults.write(tmp_path, f"{number}" * 60)
    kept = sorted(tmp_path.iterdir())
    assert [path.name for path in kept] == [
        "nqpf-study.log",
        *(f"nqpf-study.log.{number}" for number in range(1, faults.KEPT + 1)),
    ]
    newest = faults.KEPT + 2
    assert [path.read_text("utf-8")[0] for path in kept] == [
        str(newest - age) for age in range(faults.KEPT + 1)
    ]


@pytest.mark.usefixtures("small")
def test_no_log_grows_beyond_its_size(tmp_path: Path) -> None:
    for _ in range(50):
        faults.write(tmp_path, "thirty characters are in here\n")
    assert all(path.stat().st_size <= faults.LARGEST for path in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == faults.KEPT + 1


@pytest.mark.usefixtures("small")
def test_a_log_that_cannot_be_moved_is_written_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "replace", held)
    logs = {faults.write(tmp_path, "x" * 60) for _ in range(3)}
    assert [log.stat().st_size for log in logs] == [180]


def test_odd_characters_are_no_trouble(tmp_path: Path) -> None:
    assert "\\udc80" in faults.write(tmp_path, "\udc80").read_text("utf-8")
