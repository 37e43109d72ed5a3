"""The look is in one sheet: a widget says its role, and the sheet says how that looks."""

from __future__ import annotations

import re
from pathlib import Path

import nqpf_study.ui
from nqpf_study.ui.sheet import SHEET

TEXTS = {
    path.name: path.read_text("utf-8") for path in Path(nqpf_study.ui.__file__).parent.rglob("*.py")
}
SET = re.compile(r'set_role\([^,()]+, "([a-z-]+)"\)')
MADE = re.compile(r'Text\((?:[^()]|\([^()]*\))*, "([a-z-]+)"')


def test_no_widget_has_a_sheet_of_its_own() -> None:
    assert {name for name, text in TEXTS.items() if "setStyleSheet" in text} == {"style.py"}


def test_each_role_that_is_given_looks_like_something() -> None:
    known = set(re.findall(r'role="([a-z-]+)"', SHEET))
    for given, one in ((SET, "own-selection"), (MADE, "heading")):
        roles = {role for text in TEXTS.values() for role in given.findall(text)}
        assert one in roles
        assert roles <= known
