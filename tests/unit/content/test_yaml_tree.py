from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.content import yaml_tree
from nqpf_study.content.problems import Code, Problems
from nqpf_study.content.yaml_tree import (
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    Unusable,
    read_tree,
)


def tree(text: str) -> Node:
    problems = Problems("a-file")
    root = read_tree(text.encode(), problems)
    assert problems.sorted() == ()
    assert root is not None
    return root


def refused(text: str) -> list[tuple[int, int, str]]:
    problems = Problems("a-file")
    read_tree(text.encode(), problems)
    return [(problem.line, problem.column, problem.code) for problem in problems.sorted()]


def plain(node: Node) -> object:
    """Return a tree as lists, dicts and text."""
    if isinstance(node, MappingNode):
        return {name: plain(value) for name, value in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def test_every_node_knows_its_place() -> None:
    root = tree("新: x\nlist:\n  - a\n  - {b: 'c'}\n")
    assert isinstance(root, MappingNode)
    assert (root.line, root.column) == (1, 1)
    assert [(key.text, key.line, key.column) for key in root.keys] == [("新", 1, 1), ("list", 2, 1)]
    assert root.entries["新"] == Scalar(1, 4, "x", quoted=False)
    listed = root.entries["list"]
    assert isinstance(listed, SequenceNode)
    assert (listed.line, listed.column) == (3, 3)
    inner = listed.items[1]
    assert isinstance(inner, MappingNode)
    assert (inner.line, inner.column) == (4, 5)
    assert inner.entries["b"] == Scalar(4, 9, "c", quoted=True)


@pytest.mark.parametrize("written", ["NO", "010", "12:30", "3.10", "2024-03-05", "null", "true"])
def test_no_text_is_ever_more_than_text(written: str) -> None:
    assert plain(tree(f"a: {written}\n")) == {"a": written}


@pytest.mark.parametrize(
    ("written", "quoted"),
    [("", False), ("''", True), ("x", False), ('"x"', True), ("|\n  x", True)],
)
def test_a_value_that_was_left_out_differs_from_an_empty_text(written: str, quoted: bool) -> None:
    root = tree(f"a: {written}\n")
    assert isinstance(root, MappingNode)
    value = root.entries["a"]
    assert isinstance(value, Scalar)
    assert value.quoted is quoted


def test_the_items_of_a_list_can_be_taken_one_by_one() -> None:
    taken: list[Node] = []
    text = "before: 1\nnotes: [a, {notes: [b]}]\ninner: {notes: [c]}\n"
    root = read_tree(text.encode(), Problems("a-file"), {"notes": taken.append})
    assert root is not None
    assert [plain(node) for node in taken] == ["a", {"notes": ["b"]}]
    assert plain(root) == {"before": "1", "notes": [], "inner": {"notes": ["c"]}}


def test_what_is_refused_leaves_its_neighbours_readable() -> None:
    problems = Problems("a-file")
    root = read_tree(b"a: &x 1\nb: *x\nc: !t 2\nd: 3\na: 4\n<<: {e: 5}\n", problems)
    assert isinstance(root, MappingNode)
    assert [problem.code for problem in problems.sorted()] == [
        Code.ALIAS,
        Code.ALIAS,
        Code.TAG,
        Code.DUPLICATE_KEY,
        Code.MERGE_KEY,
    ]
    assert isinstance(root.entries["a"], Unusable)
    assert plain(root) == {"a": None, "b": None, "c": None, "d": "3"}


def test_a_quoted_merge_sign_is_a_name_like_any_other() -> None:
    assert plain(tree("'<<': a\n")) == {"<<": "a"}


def test_keys_that_are_no_text_are_refused_with_their_values() -> None:
    assert refused("? [a]\n: b\n? {c: d}\n: [e]\n'': f\n") == [
        (1, 3, Code.BAD_KEY),
        (3, 3, Code.BAD_KEY),
        (5, 1, Code.BAD_KEY),
    ]


def test_a_second_document_ends_the_reading() -> None:
    assert refused("a: 1\n---\nb: *x\n---\n") == [(2, 1, Code.SEVERAL_DOCUMENTS)]


@pytest.mark.parametrize(("depth", "codes"), [(32, []), (33, [Code.TOO_DEEP])])
def test_the_depth_is_limited(depth: int, codes: list[Code]) -> None:
    assert [code for _, _, code in refused("[" * depth + "]" * depth)] == codes


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: The first # the second", 13),
        ("a: Goal #1", 8),
        ("a: C#\ta #b c", 8),
        ("a: C# and F#", None),
        ("a: word # a remark", None),
        ("a: word #remark", 8),
        ("a: 'The first' # a remark", None),
        ("a: The first", None),
        ("# a: The first # a remark", None),
        ("b: [The first # a remark\n  ]", 14),
        ("b: >\n  The first # no remark", None),
    ],
)
def test_a_text_that_a_comment_may_have_cut_is_warned_of(line: str, column: int | None) -> None:
    warned = refused(f"before: 1\n{line}\nafter: 1\n")
    assert warned == ([] if column is None else [(2, column, Code.TEXT_CUT)])


values = st.recursive(
    st.text(st.characters(exclude_categories=("C", "Z"))),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values)
def test_what_was_written_is_what_is_read(value: object) -> None:
    assert plain(tree(yaml.safe_dump(value, allow_unicode=True, default_style="'"))) == value


@given(values, st.booleans())
def test_the_parser_in_python_reads_the_same(value: object, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"', default_flow_style=flow)
    fast = tree(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_tree, "_Loader", yaml.SafeLoader)
        assert tree(text) == fast
