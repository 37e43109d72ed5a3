"""A session's view, and sessions on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.options import FormChoice
from nqpf_study.ui.preferences import Appearance, Preferences
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.session.view import SessionView
from nqpf_study.ui.style import Look
from tests.fakes.study import MemoryStudy, memory_study
from tests.ui.forms.learner import Begin


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> SessionView:
    Look(qapp, Appearance.LIGHT, 1.0)
    made = SessionView(Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def studies() -> list[MemoryStudy]:
    return []


@pytest.fixture
def begin(view: SessionView, studies: list[MemoryStudy], tmp_path: Path) -> Begin:
    def begun(deck: Deck, form: FormChoice) -> Sitting:
        study = memory_study(tmp_path, deck)
        studies.append(study)
        view.begin(study, study.session(None, form))
        assert view.sitting is not None
        return view.sitting

    return begun
