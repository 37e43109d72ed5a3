"""Characters that no font has: they would show as boxes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import category

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QListView, QPlainTextEdit, QTextEdit, QWidget

from checks.fault import Fault, fault, shown, views, words

UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Kinds of characters that leave no mark: controls, joiners, spaces, ends of lines."""

ROWS = 200
"""Rows of a list that are looked at."""


def boxes(window: QWidget) -> Iterator[Fault]:
    """Yield the widgets that say what their font, and those after it, cannot draw."""
    for widget in shown(window):
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield from _lacking(widget, widget.toPlainText())
        else:
            yield from _lacking(widget, words(widget))
    for view in views(window):
        model = view.model()
        if model is not None:
            rows = range(min(ROWS, model.rowCount()))
            columns = 1 if isinstance(view, QListView) else model.columnCount()
            cells = (model.index(row, at) for row in rows for at in range(columns))
            data = (model.data(cell, Qt.ItemDataRole.DisplayRole) for cell in cells)
            yield from _lacking(view, "".join(said for said in data if isinstance(said, str)))


def _lacking(widget: QWidget, said: str) -> Iterator[Fault]:
    if lacking := undrawn(said, widget.font()):
        named = ", ".join(f"{character} (U+{ord(character):04X})" for character in lacking)
        yield fault(f"no font has {named}", widget)


def undrawn(said: str, font: QFont) -> list[str]:
    """Return the characters that neither a font nor those after it can draw."""
    wanted = {character for character in said if category(character) not in UNSEEN}
    return sorted(character for character in wanted if not _has(font.key(), character))


@cache
def _has(key: str, character: str) -> bool:
    font = QFont()
    font.fromString(key)
    return QFontMetrics(font).inFontUcs4(ord(character))
