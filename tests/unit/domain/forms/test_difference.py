from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.domain.forms import Run, RunKind, difference

EQUAL, MISSING, EXTRA, REPLACED = RunKind


def kinds(typed: str, right: str) -> list[tuple[RunKind, str, str]]:
    return [(run.kind, run.typed, run.right) for run in difference(typed, right)]


def test_letters_that_are_missing_extra_and_replaced_are_told_apart() -> None:
    assert kinds("inovation", "innovation") == [
        (EQUAL, "in", "in"),
        (MISSING, "", "n"),
        (EQUAL, "ovation", "ovation"),
    ]
    assert (EXTRA, "n", "") in kinds("innnovation", "innovation")
    assert (REPLACED, "e", "a") in kinds("innovetion", "innovation")


def test_case_width_accents_and_script_are_no_differences() -> None:
    assert kinds("Ａi Café", "ai cafe") == [(EQUAL, "Ａi Café", "ai cafe")]
    assert kinds("新質生產力", "新质生产力") == [(EQUAL, "新質生產力", "新质生产力")]


def test_texts_with_little_in_common_stand_one_against_the_other() -> None:
    assert difference("reform", "新质生产力") == (Run(REPLACED, "reform", "新质生产力"),)


def test_nothing_typed_is_all_missing() -> None:
    assert difference("", "answer") == (Run(MISSING, "", "answer"),)
    assert difference("", "") == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_runs_make_up_both_texts(typed: str, right: str) -> None:
    runs = difference(typed, right)
    assert "".join(run.typed for run in runs) == unicodedata.normalize("NFC", typed)
    assert "".join(run.right for run in runs) == unicodedata.normalize("NFC", right)
    for run in runs:
        assert (run.kind is MISSING) == (not run.typed)
        assert (run.kind is EXTRA) == (not run.right)


@given(st.text(max_size=30))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(run.kind is EQUAL for run in difference(text, text))
