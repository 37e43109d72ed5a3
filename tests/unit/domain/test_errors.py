from __future__ import annotations

import pytest

from nqpf_study.domain.errors import BadInput, Cancelled, Level, Problem, StudyError, unheard


def problem(**said: str | Level | int) -> Problem:
    about: dict[str, object] = {"file": "decks/terms.yaml", "line": 12, "column": 5}
    about |= {"code": "unknown-field", "message": "unknown field `anwser`", **said}
    return Problem(**about)  # type: ignore[arg-type]


def test_a_problem_is_one_line_that_editors_link_to_its_place() -> None:
    assert str(problem()) == "decks/terms.yaml:12:5: unknown-field: unknown field `anwser`"


def test_a_hint_follows_in_brackets() -> None:
    said = str(problem(hint="did you mean `answer`?"))
    assert said.endswith(": unknown field `anwser` (did you mean `answer`?)")


def test_a_warning_says_so() -> None:
    assert ":12:5: warning: unknown-field: " in str(problem(level=Level.WARNING))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x1b", "\x85"])
def test_a_problem_stays_one_line_whatever_the_author_wrote(end: str) -> None:
    said = str(problem(message=f"no answer in “one{end}two”", hint=f"three{end}four"))
    assert said.splitlines() == [said]
    assert "one two" in said
    assert "three four" in said


def test_problems_sort_by_file_and_place() -> None:
    late, early = problem(line=20), problem(line=3)
    elsewhere = problem(file="decks/events.yaml", line=99)
    assert sorted([late, early, elsewhere]) == [elsewhere, early, late]


def test_a_failure_says_what_happened_what_is_safe_and_what_to_do() -> None:
    error = StudyError("The disk is full.", mend="Make room.", safe="Your progress is saved.")
    assert str(error) == "The disk is full. Your progress is saved. Make room."
    assert str(StudyError("The disk is full.")) == "The disk is full."


def test_bad_input_carries_every_problem() -> None:
    error = BadInput("terms.yaml has errors.", (problem(),), mend="Mend them.")
    assert isinstance(error, StudyError)
    assert error.problems == (problem(),)
    assert str(error) == "terms.yaml has errors. Mend them."


def test_to_cancel_is_no_failure() -> None:
    assert not issubclass(Cancelled, StudyError)


def test_nobody_need_watch() -> None:
    unheard(1, 2, "notes")
