from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from nqpf_study.ui.chinese import FAMILIES
from nqpf_study.ui.explore.lines import lines_needed, pitch, set_lines

LONG = "Vigorously promote scientific and technological innovation, and a good deal besides."


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    made = QFont(qapp.font())
    made.setPixelSize(14)
    return made


def test_words_wrap_and_the_rest_is_cut_with_an_ellipsis(font: QFont) -> None:
    whole = set_lines(LONG, font, 160)
    assert whole.whole
    assert whole.count > 2
    assert whole.height == pytest.approx(whole.count * pitch(font))
    cut = set_lines(LONG, font, 160, 2)
    assert (cut.count, cut.whole) == (2, False)
    assert cut.layout.text().endswith("…")
    assert set_lines("short", font, 160, 2).count == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text("ab 新质生产力😀\n，", max_size=60), st.integers(20, 300), st.integers(1, 4))
def test_lines_stay_in_their_column(font: QFont, text: str, width: int, most: int) -> None:
    lines = set_lines(text, font, width, most)
    assert lines.count <= most
    for number in range(lines.layout.lineCount()):
        line = lines.layout.lineAt(number)
        assert line.naturalTextWidth() <= width + 14, "one character may be wider than the column"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text("ab cd新\n", max_size=60), st.integers(20, 300))
def test_the_lines_that_are_needed_are_those_that_are_set(
    font: QFont, text: str, width: int
) -> None:
    assert lines_needed(text, font, width) == set_lines(text, font, width).count


def test_chinese_runs_have_a_chinese_font_and_their_own_place(font: QFont) -> None:
    lines = set_lines("😀 ab 新质 c", font, 400, muted=(2, "#ff0000"))
    chinese, muted = lines.layout.formats()
    assert (chinese.start, chinese.length) == (6, 2), "counted as Qt counts: the smile is two units"
    assert chinese.format.fontFamilies() == list(FAMILIES)
    assert (muted.start, muted.length) == (0, 3)


def test_lines_keep_one_baseline_distance_whatever_they_mix(font: QFont) -> None:
    layout = set_lines("ab\n新质\nab", font, 400).layout
    baselines = [layout.lineAt(number).y() + layout.lineAt(number).ascent() for number in range(3)]
    assert baselines[1] - baselines[0] == pytest.approx(pitch(font), abs=0.02)
    assert baselines[2] - baselines[1] == pytest.approx(pitch(font), abs=0.02)
