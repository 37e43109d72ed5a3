"""Telling of trouble: what happened, what is safe, what to do. Never a traceback."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui.icons import icon
from nqpf_study.ui.style import colours, text_scale
from nqpf_study.ui.tokens import GAP, ROOM, scaled
from nqpf_study.ui.widgets.plain_buttons import plain

_PICTURE = 28
"""The side of a message's picture in px, at a text scale of 1."""


class Message(QMessageBox):
    """A message with one of our pictures, in a named colour of the present appearance."""

    def __init__(self, picture: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = icon(picture, colour)
        self._drawn: object = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Leave room around the words: Qt lays them out anew whenever some are added."""
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture anew in another appearance, or at another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        wanted = (colours(), text_scale())
        if self._drawn != wanted:
            self._drawn = wanted
            side = scaled(_PICTURE, text_scale())
            picture = self._picture.pixmap(QSize(side, side), self.devicePixelRatioF())
            label = self.findChild(QLabel, "qt_msgboxex_icon_label")
            if label is None or label.pixmap().isNull():
                self.setIconPixmap(picture)
            else:  # which Qt would lay all out anew for
                label.setPixmap(picture)


def show_trouble(error: StudyError, parent: QWidget | None) -> QMessageBox:
    """Open a message about `error`; return at once."""
    box = Message("triangle-alert", "hard", parent)
    box.setText(error.what)
    box.setInformativeText("\n\n".join(part for part in (error.safe, error.mend) if part))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    plain(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def confirm(parent: QWidget | None, question: str, more: str, yes: str) -> QMessageBox:
    """Open a question whose button `yes` is not the default; its `accepted` tells of a yes."""
    box = Message("circle-question-mark", "accent", parent)
    box.setText(question)
    box.setInformativeText(more)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    plain(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
