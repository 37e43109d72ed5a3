from __future__ import annotations

import pytest

from nqpf_study.content import fields
from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.yaml_tree import MappingNode, Scalar, SequenceNode, Unusable


def scalar(text: str) -> Scalar:
    return Scalar(3, 7, text, quoted=True)


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems.sorted()]


@pytest.mark.parametrize(
    ("written", "value"),
    [("3", 3), ("-12", -12), ("007", 7), ("999999999", 999_999_999)],
)
def test_whole_numbers(written: str, value: int) -> None:
    problems = Problems("a-file")
    assert fields.number(scalar(written), "number", problems) == value
    assert not problems.errors


@pytest.mark.parametrize("written", ["three", "3.5", "1e3", "0x10", "1_000", "9999999999", "٣"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    problems = Problems("a-file")
    assert fields.number(scalar(written), "number", problems) is None
    assert codes(problems) == [Code.BAD_NUMBER]


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_flags(written: str, value: bool) -> None:
    problems = Problems("a-file")
    assert fields.flag(scalar(written), "ordered", problems) is value


@pytest.mark.parametrize("written", ["yes", "no", "on", "True", "1"])
def test_a_flag_is_written_in_one_way(written: str) -> None:
    problems = Problems("a-file")
    assert fields.flag(scalar(written), "ordered", problems) is None
    assert codes(problems) == [Code.BAD_FLAG]


@pytest.mark.parametrize("written", ["2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_dates_and_parts_of_dates(written: str) -> None:
    problems = Problems("a-file")
    assert fields.partial_date(scalar(written), "date", problems) == written
    assert not problems.errors


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-29",
        "2024-13",
        "2024-00",
        "0000",
        "2024-1-5",
        "24",
        "5 March 2024",
        "2024-03-05T10:00",
    ],
)
def test_what_is_in_no_calendar_is_refused(written: str) -> None:
    problems = Problems("a-file")
    assert fields.partial_date(scalar(written), "date", problems) == ""
    assert codes(problems) == [Code.BAD_DATE]


@pytest.mark.parametrize("written", ["a", "0", "new-quality", "a--b-", "3-drivers", " a\n"])
def test_ids(written: str) -> None:
    problems = Problems("a-file")
    assert fields.identifier(scalar(written), "id", problems) == written.strip()
    assert not problems.errors


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("New Quality", "new-quality"),
        ("-a", "a"),
        ("a_b", "a-b"),
        ("a/b", "a-b"),
        ("Émile", "mile"),
    ],
)
def test_a_bad_id_is_refused_with_a_better_one(written: str, better: str) -> None:
    problems = Problems("a-file")
    assert fields.identifier(scalar(written), "id", problems) == ""
    assert [problem.hint.split(": ")[1] for problem in problems.sorted()] == [better]


@pytest.mark.parametrize("written", ["新质", "…"])
def test_an_id_without_any_latin_letter_gets_no_suggestion(written: str) -> None:
    problems = Problems("a-file")
    assert fields.identifier(scalar(written), "id", problems) == ""
    assert problems.sorted()[0].hint == "an id has lower-case letters, digits and hyphens"


@pytest.mark.parametrize("written", ["en", "zh", "zh-Hans", "zh-Hans-CN", "pt-BR", "gsw"])
def test_language_tags(written: str) -> None:
    problems = Problems("a-file")
    assert fields.language(scalar(written), "language", problems) == written
    assert not problems.errors


@pytest.mark.parametrize("blank", ["", "  \n", "\u200b", "\ufeff \u00ad"])
def test_text_that_shows_nothing_is_empty(blank: str) -> None:
    problems = Problems("a-file")
    assert fields.text(scalar(blank), "remark", problems) == ""
    assert fields.required_text(scalar(blank), "answer", problems) == ""
    assert codes(problems) == [Code.MISSING_FIELD]


def test_what_was_refused_before_is_not_reported_again_but_counts_as_a_setback() -> None:
    problems = Problems("a-file")
    gone = Unusable(1, 1)
    assert fields.text(gone, "remark", problems) == ""
    assert fields.items(gone, "tags", problems) == []
    assert fields.number(gone, "number", problems) is None
    assert fields.open_mapping(gone, "a note", frozenset(), frozenset(), problems) is None
    assert (problems.errors, problems.setbacks) == (0, 4)


def mapping(*names: str) -> MappingNode:
    keys = [Scalar(number, 1, name, quoted=False) for number, name in enumerate(names, 1)]
    return MappingNode(1, 1, {name: scalar("x") for name in names}, keys)


NAMES = frozenset({"id", "question", "answer", "remark"})
REQUIRED = frozenset({"question", "answer"})


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("question", "answer"), []),
        (("question",), [(1, "missing-field", "")]),
        ((), [(1, "missing-field", ""), (1, "missing-field", "")]),
        (("question", "anwser"), [(2, "unknown-field", "did you mean `answer`?")]),
        (("question", "Answer"), [(2, "unknown-field", "did you mean `answer`?")]),
        (("question", "answer", "anwser"), [(3, "unknown-field", "did you mean `answer`?")]),
        (("question", "reply"), [(2, "unknown-field", "a note needs the field `answer`")]),
        (
            ("question", "answer", "colour"),
            [(3, "unknown-field", "the fields are answer, id, question, remark")],
        ),
    ],
)
def test_each_slip_is_told_once(names: tuple[str, ...], told: list[tuple[int, str, str]]) -> None:
    problems = Problems("a-file")
    entries = fields.open_mapping(mapping(*names), "a note", NAMES, REQUIRED, problems)
    assert [(p.line, p.code, p.hint) for p in problems.sorted()] == told
    assert entries is not None
    assert set(entries) == set(names) & NAMES


def test_a_list_where_text_is_due() -> None:
    problems = Problems("a-file")
    assert fields.text(SequenceNode(2, 5, [], lambda _: None), "answer", problems) == ""
    (problem,) = problems.sorted()
    assert (problem.line, problem.column) == (2, 5)
    assert problem.message == "`answer` must be text; here is a list"


def test_a_mapping_where_text_is_due_is_most_likely_a_colon() -> None:
    problems = Problems("a-file")
    fields.text(mapping("First"), "answer", problems)
    assert problems.sorted()[0].hint == "put text that holds a colon in quotes"
