"""When to come back, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.statistics import Overview
from nqpf_study.ui import words


def next_visit(overview: Overview) -> str:
    """Say what is left for today, or when the next card comes."""
    if overview.cards:
        return words.counted(
            overview.cards,
            _tr("1 more card waits today."),
            _tr("{n} more cards wait today."),
        )
    if overview.next_due_day is None:
        return ""
    day = words.coming(overview.next_due_day, overview.today)
    return _tr("The next card comes {day}.").replace("{day}", day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("coming", text)
