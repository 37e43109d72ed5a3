from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.study.ports import Merged
from nqpf_study.ui.merging import MergeDialog, Merging, figures
from nqpf_study.ui.work import end_all_jobs
from tests.fakes.study import MemoryStudy, memory_study

MERGED = Merged(
    decks=1, notes_added=40, notes_changed=0, entries=5, reviews=4, cards=3, marks=2, searches=6
)


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    made = memory_study(tmp_path)
    made.preview_merge = lambda _other, _progress: MERGED  # type: ignore[method-assign, assignment, misc]
    made.merge = lambda _other, _progress: MERGED  # type: ignore[method-assign, assignment, misc]
    return made


@pytest.fixture
def merging(qtbot: QtBot) -> Iterator[Merging]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 560)
    window.show()
    yield Merging(window)
    end_all_jobs()


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def shown() -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, kind) and top.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_what_has_none_is_left_out() -> None:
    assert figures(MERGED) == [
        ("Reviews", 4),
        ("Other acts, such as suspending a card", 1),
        ("Decks that you don't have", 1),
        ("Notes that you don't have", 40),
        ("Cards that are worked out anew from both histories", 3),
        ("Flags and tags that were last changed there", 2),
        ("Saved searches that you don't have", 6),
    ]


def test_what_comes_in_is_shown_and_merged_when_confirmed(
    qtbot: QtBot, merging: Merging, study: MemoryStudy, tmp_path: Path
) -> None:
    merging.look(study, tmp_path / "other.db")
    asked = dialog(qtbot, MergeDialog)
    assert isinstance(asked, MergeDialog)
    with qtbot.waitSignals([merging.message, merging.changed]):
        asked.merge.click()


def test_a_merge_that_is_not_confirmed_does_nothing(
    qtbot: QtBot, merging: Merging, study: MemoryStudy, tmp_path: Path
) -> None:
    def merged(*_: object) -> Merged:
        raise AssertionError("nobody asked")

    study.merge = merged  # type: ignore[method-assign, assignment]
    merging.look(study, tmp_path / "other.db")
    dialog(qtbot, MergeDialog).reject()


def test_nothing_new_is_said(
    qtbot: QtBot, merging: Merging, study: MemoryStudy, tmp_path: Path
) -> None:
    study.preview_merge = lambda _other, _progress: Merged()  # type: ignore[method-assign, assignment, misc]
    with qtbot.waitSignal(merging.message) as said:
        merging.look(study, tmp_path / "other.db")
    assert said.args == ["All that other.db holds is in your collection already."]


def test_trouble_says_what_is_safe_and_what_to_do(
    qtbot: QtBot, merging: Merging, study: MemoryStudy, tmp_path: Path
) -> None:
    def damaged(*_: object) -> Merged:
        raise StudyError("It is damaged.", safe="Nothing was changed.", mend="Restore it first.")

    study.preview_merge = damaged  # type: ignore[method-assign, assignment]
    merging.look(study, tmp_path / "other.db")
    box = dialog(qtbot, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == "It is damaged."
    assert "Nothing was changed." in box.informativeText()
    box.close()
