"""Nothing moves by itself: who is made ill by motion needs no setting, and nobody waits for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "nqpf_study" / "ui"
MOVING = re.compile(
    r"Q(Property|Variant|Sequential|Parallel|Pause|Abstract)Animation|QAnimationGroup|QTimeLine"
    r"|QMovie|QEasingCurve|QGraphics(Opacity|Blur)Effect|setAnimated\(True\)|kineticScroll|QScroller"
)


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.stem)
def test_no_module_of_the_window_animates(file: Path) -> None:
    assert not MOVING.findall(file.read_text("utf-8"))


def test_the_rule_finds_what_moves() -> None:
    assert MOVING.search('QPropertyAnimation(widget, b"pos")')
    assert MOVING.search("tree.setAnimated(True)")
