"""What is likely to be asked for next, imported by a worker once the window is usable.

Importing a page's modules took longer than making the page, and held the window meanwhile.
"""

from __future__ import annotations

from importlib import import_module
from time import sleep
from typing import TYPE_CHECKING

from nqpf_study.ui.places import PAGES
from nqpf_study.ui.work import run_job

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from nqpf_study.domain.errors import Progress

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


PAUSE = 0.01
"""Seconds between two imports: two threads at Python's work at once hold each other up."""


def import_ahead(owner: QObject) -> None:
    """Import, in a worker, what the window has not shown yet; stops where jobs are to end."""
    run_job(_import, lambda _: None, lambda _: None, owner=owner)


def _import(progress: Progress) -> None:
    for done, module in enumerate(MODULES):
        progress(done, len(MODULES), module)
        import_module(module)
        sleep(PAUSE)
