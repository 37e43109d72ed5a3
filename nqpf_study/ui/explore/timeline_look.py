"""The timeline, as the page shows it: its zoom, the picture, and the list beside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from nqpf_study.study.explore import Event, Explored, Item
from nqpf_study.ui.explore.event_list import EventList
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.explore.looking import Looking
from nqpf_study.ui.explore.timeline_hand import Timeline
from nqpf_study.ui.explore.timeline_key import timeline_key
from nqpf_study.ui.icons import icon
from nqpf_study.ui.reader.controls import quiet, tool
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.growing import grow_beside_words
from nqpf_study.ui.widgets.text import Text
from nqpf_study.ui.words import counted

DAYS_OF_YEAR, DAYS_OF_MONTH = 366, 31


class TimelineLook(Looking):
    """The events on a time axis, or as a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self.tr("No deck has events yet. They come from notes of the kind “event”.")
        self.timeline = Timeline()
        self.list = EventList()
        self._undated = Text("", "small", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self.list)
        self.column.addLayout(self._tools())
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._undated)
        for source in (self.timeline, self.list):
            source.event_changed.connect(self._change)
            source.event_opened.connect(lambda event: self.item_opened.emit(event.item))
        self.timeline.zoomed.connect(self._tell_zoom)
        self._tell_zoom()

    def items(self, explored: Explored) -> Iterable[Item]:
        """Return the events."""
        return (event.item for event in explored.events)

    def key(self) -> list[QWidget]:
        """Return what the shapes of the marks mean."""
        return [] if self.as_list.isChecked() else timeline_key()

    def reveal(self) -> None:
        """Bring the present event into view."""
        if self.as_list.isChecked():
            super().reveal()
        else:
            self.timeline.reveal()

    def look_at(self, explored: Explored, key: int | None) -> None:
        """Show the events; those without a date stand in the list only."""
        dated = [event for event in explored.events if event.when is not None]
        self.timeline.show_events(dated, key)
        self.list.show_events(explored.events, key)
        one = self.tr("1 event has no date: it stands in the list only.")
        many = self.tr("{n} events have no date: they stand in the list only.")
        undated = len(explored.events) - len(dated)
        self._undated.setText(counted(undated, one, many))
        self._undated.setVisible(bool(undated))
        said = self.tr("{n} events; the list beside holds the same.").replace(
            "{n}", str(len(dated))
        )
        self.timeline.setAccessibleDescription(said)
        if not dated:
            self.as_list.setChecked(True)
        self._tell_zoom()

    def ground(self) -> QWidget:
        """Return the picture or the list."""
        return self.list if self.as_list.isChecked() else self.timeline

    def _tools(self) -> Flow:
        row = Flow(spacing=STEP)
        self._days: dict[QPushButton, int] = {}
        for words, days in (
            (self.tr("Whole"), 0),
            (self.tr("Year"), DAYS_OF_YEAR),
            (self.tr("Month"), DAYS_OF_MONTH),
        ):
            button = quiet(QPushButton(words))
            button.setCheckable(True)
            button.setToolTip(self._zoom_said(days))
            button.setAccessibleDescription(self._zoom_said(days))
            button.clicked.connect(lambda _=False, days=days: self._zoom(days))
            self._days[button] = days
            row.addWidget(button)
        self.out = tool("zoom-out", self.tr("Show more time (-)"))
        self.nearer = tool("zoom-in", self.tr("Show less time (+)"))
        self.out.clicked.connect(lambda: self.timeline.zoom(-2))
        self.nearer.clicked.connect(lambda: self.timeline.zoom(2))
        self.as_list = quiet(QPushButton(icon("list"), self.tr("List")))
        self.as_list.setCheckable(True)
        grow_beside_words(self.as_list, GAP)
        self.as_list.setAccessibleDescription(self.tr("Shows the events as a list"))
        self.as_list.toggled.connect(self._show_list)
        for widget in (self.out, self.nearer, self.as_list):
            row.addWidget(widget)
        return row

    def _zoom_said(self, days: int) -> str:
        return {
            0: self.tr("Show all events in as little room as can be (0)"),
            DAYS_OF_YEAR: self.tr("Let a year fill the height"),
            DAYS_OF_MONTH: self.tr("Let a month fill the height"),
        }[days]

    def _zoom(self, days: int) -> None:
        if days:
            self.timeline.show_days(days)
        else:
            self.timeline.show_whole()
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        """Mark the zoom that is shown, if it is one of those with a name."""
        drawn = self._stack.currentWidget() is self.timeline
        for button, days in self._days.items():
            button.setChecked(drawn and self.timeline.shows(days))
            button.setEnabled(drawn and (not days or self.timeline.can_show(days)))
        self.out.setEnabled(drawn and not self.timeline.shows(0))
        self.nearer.setEnabled(drawn)

    def _show_list(self, shown: bool) -> None:  # noqa: FBT001 - a signal calls it
        if shown and self.timeline.present is not None:
            self.list.go_to(self.timeline.present)
        elif not shown and self.list.present is not None:
            self.timeline.go_to_event(self.list.present)
        self._stack.setCurrentWidget(self.list if shown else self.timeline)
        self._tell_zoom()
        self.key_changed.emit()

    def _change(self, event: Event) -> None:
        self.item_changed.emit(event.item)
