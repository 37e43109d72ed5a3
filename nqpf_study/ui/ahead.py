"""What is likely to be asked for next, imported once the window is usable, a module a turn.

Importing a page's modules took longer than making the page, and held the window meanwhile. A worker
must not do it: Python crashed now and then where Qt's classes were made in two threads at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from nqpf_study.ui.slices import Slices

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PARTS = (
    "nqpf_study.ui.session.parts",
    "nqpf_study.ui.reader",
    "nqpf_study.ui.browse",
    "nqpf_study.study.explore",
    "nqpf_study.ui.explore",
    "nqpf_study.ui.progress",
    "nqpf_study.ui.settings",
    "nqpf_study.ui.help",
    "nqpf_study.ui.importing",
    "nqpf_study.ui.practice",
    "nqpf_study.ui.planning",
    "nqpf_study.ui.deck_check",
    "nqpf_study.ui.errands",
    "nqpf_study.ui.editing",
    "nqpf_study.ui.cram",
    "nqpf_study.ui.guide",
)
"""The packages and modules of what is made when it is first shown, by how soon that may be."""

PAUSE = 10
"""Milliseconds between two imports, in which the window does what else is to be done."""


def import_ahead(owner: QObject) -> None:
    """Import what the window has not shown yet, by and by; ends with `owner`."""
    Slices(owner, _import(), PAUSE)


def modules() -> Iterator[str]:
    """Return the names of what is imported: of a package, each of its modules."""
    for part in PARTS:
        spec = find_spec(part)
        inside = spec and spec.submodule_search_locations
        if inside:
            yield from (found.name for found in iter_modules(inside, f"{part}."))
        else:
            yield part


def _import() -> Iterator[None]:
    for module in modules():
        import_module(module)
        yield
