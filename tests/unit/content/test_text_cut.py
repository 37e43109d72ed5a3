from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.content import text_cut
from nqpf_study.content.text_cut import line_ends, lines_with_comments


def line_by_line(data: bytes) -> dict[int, str]:
    return {
        number: line.decode()
        for number, line in enumerate(data.split(b"\n"))
        if (found := re.search(rb"[ \t]#", line)) and line[: found.start()].strip()
    }


@given(st.text(alphabet="# \ta新\n", max_size=40))
def test_the_lines_with_comments_are_those_with_a_number_sign_apart(text: str) -> None:
    assert lines_with_comments(text.encode()) == line_by_line(text.encode())


@given(st.lists(st.sampled_from([b"a", b"\n"])).map(b"".join), st.integers(0, 9), st.integers(0, 9))
def test_line_ends_are_counted_in_pieces(data: bytes, start: int, end: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(text_cut, "_PIECE", 3)
        assert line_ends(data, start, end) == data.count(b"\n", start, end)
