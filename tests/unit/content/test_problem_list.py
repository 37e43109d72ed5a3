from __future__ import annotations

from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.yaml_tree import Unusable
from nqpf_study.domain.errors import Level, Problem


def test_problems_come_in_the_order_of_the_file() -> None:
    problems = Problems("a.yaml")
    problems.error(Unusable(10, 1), Code.BAD_ID, "third")
    problems.warn(Unusable(2, 9), Code.NO_PASSAGE, "second", "a hint")
    problems.error(None, Code.EMPTY_FILE, "first")
    assert problems.sorted() == (
        Problem("a.yaml", 0, 0, "empty-file", "first"),
        Problem("a.yaml", 2, 9, "no-passage", "second", "a hint", Level.WARNING),
        Problem("a.yaml", 10, 1, "bad-id", "third"),
    )


def test_errors_and_warnings_are_cut_off_apart() -> None:
    problems = Problems("a.yaml", most=2)
    for line in range(1, 5):
        problems.warn(Unusable(line, 1), Code.NO_PASSAGE, "warned")
    problems.error(Unusable(9, 1), Code.BAD_ID, "an error")
    assert not problems.full
    assert [(p.line, p.message) for p in problems.sorted()] == [
        (1, "warned"),
        (2, "warned"),
        (9, "an error"),
        (0, "2 more warnings are not listed"),
    ]
    assert (problems.errors, problems.warnings) == (1, 4)
    problems.error(Unusable(9, 1), Code.BAD_ID, "an error")
    assert problems.full


def test_long_text_is_shortened_to_one_line() -> None:
    assert shortened("one\ntwo") == "one two"
    assert shortened("word " * 1000) == "word word word word word word word word…"
    assert shortened("生" * 41) == "生" * 40 + "…"
