"""Choosing how cards are asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from nqpf_study.domain.options import FormChoice


def form_box() -> QComboBox:
    """Return a box with the forms to choose from that the window shows; its data are FormChoices.

    A form that was chosen elsewhere, and is not among them, leaves the box without a choice.
    """
    box = QComboBox()
    box.setAccessibleName(QCoreApplication.translate("forms", "How cards are asked"))
    for form, text in (
        (FormChoice.RECALL, QCoreApplication.translate("forms", "From memory")),
        (FormChoice.CHOICE, QCoreApplication.translate("forms", "By choice")),
        (FormChoice.MIXED, QCoreApplication.translate("forms", "By choice until known")),
    ):
        box.addItem(text, form)
    return box
