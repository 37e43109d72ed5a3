"""Telling of trouble: what happened, what is safe, what to do. Never a traceback."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import GAP, ROOM, scaled
from nqpf_study.ui.widgets.plain_buttons import plain

_PICTURE = 28
"""The side of a message's picture in px, at a text scale of 1."""


def show_trouble(error: StudyError, parent: QWidget | None) -> QMessageBox:
    """Open a message about `error`; return at once."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.what)
    box.setInformativeText("\n\n".join(part for part in (error.safe, error.mend) if part))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    dress(box, "triangle-alert", "hard")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def confirm(parent: QWidget | None, question: str, more: str, yes: str) -> QMessageBox:
    """Open a question whose button `yes` is not the default; its `accepted` tells of a yes."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    dress(box, "circle-question-mark", "accent")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def dress(box: QMessageBox, picture: str, colour: str) -> None:
    """Give a message one of our pictures, in a named colour, and its buttons none."""
    side = scaled(_PICTURE, text_scale())
    box.setIconPixmap(icon(picture, colour).pixmap(QSize(side, side), box.devicePixelRatioF()))
    plain(box)
    if (layout := box.layout()) is not None:
        layout.setContentsMargins(ROOM, ROOM, ROOM, GAP)
