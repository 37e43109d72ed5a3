"""What is likely to be asked for next, imported by a worker once the window is usable.

Importing a page's modules took longer than making the page, and held the window meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from nqpf_study.ui.places import PAGES
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

MODULES = (
    "nqpf_study.ui.session.parts.choice",
    "nqpf_study.ui.session.parts.typed",
    "nqpf_study.ui.session.parts.listing",
    "nqpf_study.ui.session.parts.order",
    "nqpf_study.ui.session.parts.match",
    "nqpf_study.ui.reader.pane",
    *(module for module, _ in PAGES.values()),
    "nqpf_study.ui.errands",
    "nqpf_study.ui.importing.dialog",
    "nqpf_study.ui.settings.fitting",
    "nqpf_study.ui.planning.exam_dialog",
    "nqpf_study.ui.editing.dialog",
    "nqpf_study.ui.cram.cramming",
    "nqpf_study.ui.deck_check.window",
    "nqpf_study.ui.guide.dialog",
)
"""The modules of what is made when it is first shown, by how soon that may be."""


PAUSE = 20
"""Milliseconds between two imports: two threads at Python's work at once hold each other up."""


def import_ahead(owner: QObject) -> None:
    """Import, in a worker, what the window has not shown yet, with pauses for the window."""
    _import(owner, MODULES)


def _import(owner: QObject, modules: Sequence[str]) -> None:
    if not modules:
        return
    first, others = modules[0], modules[1:]
    run_job(
        lambda _progress: import_module(first),
        lambda _: QTimer.singleShot(PAUSE, owner, lambda: _import(owner, others)),
        lambda _: None,
        owner=owner,
    )
