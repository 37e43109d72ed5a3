from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.desktop.freedesktop import exec_line


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("nqpf-study-window",), "nqpf-study-window"),
        (("/opt/NQPF Study/run",), '"/opt/NQPF Study/run"'),
        (("/a/50%", "-m", "x"), '"/a/50%%" -m x'),
        (('/a/"$b`\\',), r'"/a/\\"\\$b\\`\\\\"'),
    ],
)
def test_words_are_quoted_as_desktops_read_them(command: tuple[str, ...], line: str) -> None:
    assert exec_line(command) == line


@given(st.lists(st.text(st.characters(min_codepoint=32, codec="utf-8"), min_size=1), min_size=1))
def test_any_command_comes_back(command: list[str]) -> None:
    assert read(exec_line(command)) == command


def read(line: str) -> list[str]:
    """Read a command as the Desktop Entry Specification says."""
    of_key = line.replace("\\\\", "\\")
    found = re.findall(r'"((?:[^"\\]|\\["`$\\])*)"(?: |$)|([A-Za-z0-9_./:=@+,%-]+)(?: |$)', of_key)
    words = [plain or re.sub(r"\\(.)", r"\1", quoted) for quoted, plain in found]
    return [word.replace("%%", "%") for word in words]
