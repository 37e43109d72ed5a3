"""What goes wrong is said to screen readers too, wherever it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui import opening
from nqpf_study.ui.home import page as home
from nqpf_study.ui.opening import OpeningPage
from nqpf_study.ui.reader import notice
from nqpf_study.ui.session import bottom
from nqpf_study.ui.widgets import tall_dialog
from tests.fakes.study import memory_study, terms

ERROR = StudyError("The disk is full.", safe="Nothing is lost.", mend="Make room.")


def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    study = memory_study(tmp_path, terms())

    def fail() -> None:
        raise ERROR

    monkeypatch.setattr(study, "overview", fail)
    page = home.HomePage()
    page.refresh(study)
    return page


def while_opening(_path: Path, _monkeypatch: pytest.MonkeyPatch) -> QWidget:
    page = OpeningPage()
    page.fail(ERROR)
    return page


def of_a_source(_path: Path, _monkeypatch: pytest.MonkeyPatch) -> QWidget:
    line = notice.Notice()
    line.say("")
    line.say("The disk is full. Nothing is lost. Make room.")
    return line


def in_a_session(_path: Path, _monkeypatch: pytest.MonkeyPatch) -> QWidget:
    made = bottom.Bottom()
    made.show_error(ERROR)
    return made


def in_a_dialog(_path: Path, _monkeypatch: pytest.MonkeyPatch) -> QWidget:
    dialog = tall_dialog.TallDialog("Limits", "Limits")
    dialog.fail(ERROR)
    return dialog


@pytest.mark.parametrize(
    ("module", "fail"),
    [
        (home, at_home),
        (opening, while_opening),
        (notice, of_a_source),
        (bottom, in_a_session),
        (tall_dialog, in_a_dialog),
    ],
)
def test_trouble_is_announced(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    fail: Callable[[Path, pytest.MonkeyPatch], QWidget],
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text))
    qtbot.addWidget(fail(tmp_path, monkeypatch))
    qtbot.waitUntil(lambda: bool(told))
    (said,) = told
    assert " ".join(said.split()).startswith("The disk is full. Nothing is lost. Make room.")
