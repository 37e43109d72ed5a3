from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from nqpf_study.ui.preferences import FILE, Appearance, Preferences


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    first.appearance = Appearance.DARK
    first.text_scale = 1.5
    first.pinyin = False
    first.keep_place("window", QByteArray(b"here"))
    del first
    again = Preferences(tmp_path)
    assert again.appearance is Appearance.DARK
    assert again.text_scale == 1.5
    assert not again.pinyin
    assert again.place("window") == QByteArray(b"here")


def test_a_new_learner_gets_what_suits_most(tmp_path: Path) -> None:
    fresh = Preferences(tmp_path / "not there yet")
    assert fresh.appearance is Appearance.SYSTEM
    assert fresh.text_scale == 1
    assert fresh.pinyin
    assert fresh.place("window").isEmpty()


@pytest.mark.parametrize("scale", ["", "huge", "nan", "-3"])
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path: Path, scale: str) -> None:
    (tmp_path / FILE).write_text(f"[General]\nappearance=pink\ntext_scale={scale}\n", "utf-8")
    odd = Preferences(tmp_path)
    assert odd.appearance is Appearance.SYSTEM
    assert odd.text_scale in (0.8, 1.0)
