"""What is likely to be asked for next, imported once the window is usable, a module a turn.

Importing a page's modules took longer than making the page, and held the window meanwhile. A worker
must not do it: Python crashed now and then where Qt's classes were made in two threads at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from nqpf_study.ui.places import PAGES
from nqpf_study.ui.slices import Slices

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


PAUSE = 10
"""Milliseconds between two imports, in which the window does what else is to be done."""


def import_ahead(owner: QObject) -> None:
    """Import what the window has not shown yet, by and by; ends with `owner`."""
    Slices(owner, _import(), PAUSE)


def _import() -> Iterator[None]:
    for module in MODULES:
        import_module(module)
        yield
