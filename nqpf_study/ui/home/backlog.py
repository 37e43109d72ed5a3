"""After a break, on the study home: what has waited, the ways through it, and the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui import words
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.option_button import OptionButton, Options
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.domain.backlog import Spread
    from nqpf_study.study.backlog import Backlog

MANY = 30
"""From how many late cards on the ways through them are offered."""

A_BREAK = 3
"""From how many days of waiting on that is called a break; less is an ordinary evening's work."""


class BacklogPanel(QWidget):
    """Says what has waited; each way through it is a button that says what it comes to."""

    chosen = Signal(int)
    """Offer the cards over so many study days; 1 is all of them now."""

    undone = Signal()
    """Take the choice back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Backlog, int] | None = None
        self.said = Text("", "lead", wrap=True)
        self.explained = Text("", "small", wrap=True)
        self._ways = Options()
        self.undo = QPushButton(self.tr("Undo this choice"))
        self.undo.clicked.connect(self.undone)
        panel = QFrame()
        set_role(panel, "panel")
        apart = QVBoxLayout(self)
        apart.setContentsMargins(0, GAP, 0, 0)
        apart.addWidget(panel)
        down = QVBoxLayout(panel)
        down.setContentsMargins(GAP, GAP, GAP, GAP)
        down.setSpacing(STEP)
        down.addWidget(self.said)
        down.addSpacing(HALF)
        down.addWidget(self._ways)
        down.addWidget(self.explained)
        down.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_backlog(self, backlog: Backlog, today: int) -> None:
        """Show a backlog, or nothing where there is none to speak of."""
        if self._shown == (backlog, today) and not self.isHidden():
            return  # the focus may be in it
        self._shown = backlog, today
        running = backlog.plan is not None and backlog.count > 0
        self.setVisible(running or is_break(backlog, today))
        self.said.setText(chosen_said(backlog, today) if running else waited_said(backlog, today))
        self.explained.setText(
            self.tr("Due dates stay as they were. These cards come on top of what is due anyway.")
            if running
            else self.tr(
                "Those most at risk come first. Nothing is rescheduled, and you can undo the "
                "choice."
            )
        )
        self._ways.setVisible(not running)
        self.undo.setVisible(running)
        options = [] if running else [self._option(way) for way in backlog.choices]
        self._ways.show_options(options)
        for before, after in pairwise([self.undo, *options]):
            self.setTabOrder(before, after)

    @property
    def options(self) -> Sequence[OptionButton]:
        """Return the ways through it that are offered, each a button."""
        return self._ways.options

    def _option(self, way: Spread) -> OptionButton:
        button = OptionButton(way_said(way), cost_said(way))
        button.clicked.connect(lambda _checked=False, days=way.days: self.chosen.emit(days))
        return button


def is_break(backlog: Backlog, today: int) -> bool:
    """Tell whether so much has waited so long that a learner may want to spread it."""
    oldest = today if backlog.oldest is None else backlog.oldest
    return backlog.count >= MANY and today - oldest >= A_BREAK


def waited_said(backlog: Backlog, today: int) -> str:
    """Say how many cards have waited since when, and how much of them would be remembered."""
    said = words.counted(
        backlog.count,
        _tr("1 card has waited, since {date}. It would still be remembered with {share}."),
        _tr(
            "{n} cards have waited, the first since {date}. About {share} of them would still be "
            "remembered today."
        ),
    )
    since = today if backlog.oldest is None else backlog.oldest
    return said.replace("{date}", words.date_said(since, today)).replace(
        "{share}", words.percent(backlog.now.retention)
    )


def chosen_said(backlog: Backlog, today: int) -> str:
    """Say which way was chosen, and what is left of it."""
    plan = backlog.plan
    left = words.counted(backlog.count, _tr("1 card still waits"), _tr("{n} cards still wait"))
    if plan is None or plan.days == 1:
        said = _tr("{left}; you chose to go through all of them today.")
        return said.replace("{left}", left)
    said = _tr("{left}; you spread them over {days} days, until {date}. {now} of them today.")
    last = plan.since + plan.days - 1
    return (
        said.replace("{left}", left)
        .replace("{days}", str(plan.days))
        .replace("{date}", words.date_said(last, today))
        .replace("{now}", f"{backlog.today:,}")
    )


def way_said(way: Spread) -> str:
    """Name a way through a backlog."""
    return words.counted(way.days, _tr("All now"), _tr("Over {n} days"))


def cost_said(way: Spread) -> str:
    """Say how many cards a way takes a day, and how many of them would be remembered then."""
    most = max(way.per_day, default=0)
    said = (
        words.counted(most, _tr("1 card today"), _tr("{n} cards today"))
        if way.days == 1
        else words.counted(most, _tr("1 card a day"), _tr("{n} cards a day"))
    )
    share = _tr("{share} remembered").replace("{share}", words.percent(way.retention))
    return words.listed((said, share))


def _tr(text: str) -> str:
    return QCoreApplication.translate("backlog", text)
