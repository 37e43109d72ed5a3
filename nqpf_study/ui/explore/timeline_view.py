"""The timeline as a picture: time runs down, to scale; a label beside each event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from nqpf_study.study.explore import Event, When
from nqpf_study.ui.accessible_items import expose, tell_present
from nqpf_study.ui.explore import timeline_paint as paint
from nqpf_study.ui.explore.lines import Lines, pitch, set_lines
from nqpf_study.ui.explore.marks import paint_mark as paint_knowing
from nqpf_study.ui.explore.marks import side
from nqpf_study.ui.explore.timeline_columns import Columns
from nqpf_study.ui.explore.timeline_layout import Arrangement
from nqpf_study.ui.explore.timeline_scale import ticks
from nqpf_study.ui.explore.words import known
from nqpf_study.ui.style import colours, set_role, text_scale
from nqpf_study.ui.tokens import GAP, HIT, RADIUS, ROOM, STEP, scaled

_STEP = 1.25
"""How much a step of zooming changes the scale."""

_CUT = 36
"""The length of a cut gap in px, at a text scale of 1."""


class TimelineView(QAbstractScrollArea):
    """Paints dated events, and shows more or less of them at once."""

    event_changed = Signal(object)
    """Another Event is the present one."""

    event_opened = Signal(object)
    """The details of this Event are asked for."""

    zoomed = Signal()
    """The scale is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        expose(self, QAccessible.Role.List)
        self._events: Sequence[Event] = ()
        self._times: list[When] = []
        self._per_day: float | None = None  # None for the whole, or so many days
        self._days = 0  # that fill the height of the view, 0 for any other scale
        self._present: int | None = None
        self._pointed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Timeline"))
        self._arrange()
        set_role(self, "canvas")

    # --- what is shown ------------------------------------------------------------------------

    def show_events(self, events: Sequence[Event], key: int | None) -> None:
        """Show these events, each with a date, in order; the one of the note `key` is present."""
        self._events = events
        self._times = [event.when for event in events if event.when is not None]
        keys = [event.item.key for event in events]
        self._present = keys.index(key) if key in keys else None
        self._pointed = None
        self._arrange()

    @property
    def present(self) -> Event | None:
        """Return the present event."""
        return None if self._present is None else self._events[self._present]

    @property
    def items(self) -> int:
        """Return how many events there are."""
        return len(self._events)

    @property
    def present_item(self) -> int | None:
        """Return the number of the present event."""
        return self._present

    def said(self, number: int) -> str:
        """Return what a screen reader says of an event."""
        event = self._events[number]
        return f"{event.said}: {event.text}. {known(event.item.knowing)}"

    def item_rect(self, number: int) -> QRectF:
        """Return where an event's label is in the view."""
        return self._label_rect(number).translated(0, -self._on_axis(0))

    def go_by(self, steps: int) -> None:
        """Make the event so many steps on the present one; at first the first, or the last."""
        if self._events:
            last = len(self._events) - 1
            at = self._present if self._present is not None else (-1 if steps > 0 else last + 1)
            self.go_to(min(max(at + steps, 0), last))

    def go_to(self, number: int) -> None:
        """Make an event the present one, and bring it into view."""
        self._present = number
        self.reveal()
        self.viewport().update()
        event = self._events[number]
        tell_present(self, self.said(number))
        self.event_changed.emit(event)

    def reveal(self) -> None:
        """Bring the present event into view."""
        if self._present is not None:
            mark = self.arrangement.marks[self._present]
            label = self.arrangement.labels[self._present]
            first, last = min(mark.top, label.top), label.bottom + 2 * _margin()
            bar = self.verticalScrollBar()
            bar.setValue(round(max(min(bar.value(), first), last - self.viewport().height())))

    def go_to_event(self, event: Event) -> None:
        """Make an event the present one where it has a date."""
        keys = [each.item.key for each in self._events]
        if event.item.key in keys:
            self.go_to(keys.index(event.item.key))

    def point_at(self, number: int | None) -> None:
        """Show an event as the one under the pointer."""
        if number != self._pointed:
            self._pointed = number
            self.viewport().update()

    def event_at(self, point: QPointF) -> int | None:
        """Return the number of the event whose label or mark is at a point of the view."""
        at = QPointF(point.x(), self._on_axis(point.y()))
        reach = scaled(paint.DOT, text_scale()) / 2 + 2
        for number in self.arrangement.between(at.y() - 2, at.y() + 2):
            mark = self.arrangement.marks[number]
            near = abs(at.x() - self._columns.lane(mark.lane)) <= reach
            on_mark = near and mark.top - 2 <= at.y() <= mark.bottom + 2
            if on_mark or self._label_rect(number).contains(at):
                return number
        return None

    def event_of(self, number: int) -> Event:
        """Return an event."""
        return self._events[number]

    # --- zooming ------------------------------------------------------------------------------

    @property
    def per_day(self) -> float:
        """Return how many px a day is long."""
        return self.arrangement.scale.per_day

    def shows(self, days: int) -> bool:
        """Tell whether so many days fill the height of the view; 0 stands for the whole."""
        return self.arrangement.whole if not days else self._days == days

    def can_show(self, days: int) -> bool:
        """Tell whether so few days would be less than the whole."""
        return self._room() / days > self.arrangement.least * 1.01

    def show_whole(self) -> None:
        """Show all in as little room as can be."""
        self._zoom_to(None, self._steady())

    def show_days(self, days: int) -> None:
        """Let so many days fill the height of the view."""
        self._zoom_to(None, self._steady(), days)

    def zoom(self, steps: float, around: float | None = None) -> None:
        """Zoom in by steps, or out; what is at the height `around` in the view stays there."""
        self._zoom_to(self.per_day * _STEP**steps, self._steady() if around is None else around)

    def _zoom_to(self, per_day: float | None, around: float, days: int = 0) -> None:
        if self._times:
            day = self.arrangement.scale.day(self._on_axis(around))
            self._per_day, self._days = per_day, days
            self._arrange()
            if self.arrangement.whole:
                self._per_day, self._days = None, 0
            self._put(day, around)
            self.zoomed.emit()

    def _put(self, day: float, height: float) -> None:
        """Scroll until a point in time stands at a height of the view."""
        at = self.arrangement.scale.at(day) + _margin() - height
        self.verticalScrollBar().setValue(round(at))

    def _steady(self) -> float:
        """Return the height in the view that stays where it is: the present event's, else half."""
        high = self.viewport().height()
        if self._present is not None:
            mark = self.arrangement.marks[self._present]
            height = mark.middle + _margin() - self.verticalScrollBar().value()
            if 0 <= height <= high:
                return height
        return high / 2

    def _on_axis(self, height: float) -> float:
        """Return where a height of the view is on the axis."""
        return height - _margin() + self.verticalScrollBar().value()

    def _room(self) -> float:
        return max(1.0, self.viewport().height() - 2 * _margin())

    # --- layout -------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Place everything anew: other events, another size, another scale."""
        self._columns = Columns(self.viewport().width(), self.font())
        self.arrangement = self._arranged()
        if self.arrangement.lanes > self._columns.lanes:
            self._columns = replace(self._columns, lanes=self.arrangement.lanes)
            self.arrangement = self._arranged()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setSingleStep(scaled(HIT, text_scale()))
        bar.setRange(0, max(0, round(self.arrangement.height + 2 * _margin()) - high))
        self.viewport().update()

    def _arranged(self) -> Arrangement:
        return Arrangement(
            self._times,
            self._heights,
            per_day=self._room() / self._days if self._days else self._per_day,
            room=self._room(),
            narrow=self._columns.lines,
            cut=scaled(_CUT, text_scale()),
            dot=scaled(paint.DOT, text_scale()),
        )

    def _heights(self, most: int) -> list[float]:
        """Return the height of each label where it may have so many lines."""
        if most == 1:
            return [pitch(self._columns.font) + STEP] * len(self._times)
        return [self._set(event, most).height + STEP for event in self._events]

    def _set(self, event: Event, most: int) -> Lines:
        text, muted = f"{event.said}  {event.text}", (len(event.said), colours().muted)
        return set_lines(text, self._columns.font, self._columns.label_width, most, muted=muted)

    def _label_rect(self, number: int) -> QRectF:
        label, left = self.arrangement.labels[number], self._columns.labels
        wide = self.viewport().width() - left - STEP
        return QRectF(left, label.top + 1, wide, label.height - 2)

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place everything anew; the same time stays in view."""
        super().resizeEvent(event)
        around = self._steady()
        day = self.arrangement.scale.day(self._on_axis(around))
        self._arrange()
        if not self.arrangement.whole:
            self._put(day, around)
        self.zoomed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Place everything anew in text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what shows."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above, below = self._on_axis(0), self._on_axis(self.viewport().height())
        self._paint_axis(painter, above, below)
        shown = self.arrangement.between(above, below)
        strong = [number for number in shown if number in (self._present, self._pointed)]
        for number in (*shown, *strong):
            colour = QColor(colours().accent if number in strong else colours().border)
            colour.setAlphaF(1.0 if number in strong else 0.5)
            painter.setPen(QPen(colour, 1.5 if number in strong else 1))
            mark, label = self.arrangement.marks[number], self.arrangement.labels[number]
            ends = (self._columns.lane(mark.lane), self._columns.bend, self._columns.labels)
            paint.paint_lead(painter, *ends, -above, label)
        for number in shown:
            self._paint_event(painter, number, -above)
        painter.end()

    def _paint_axis(self, painter: QPainter, above: float, below: float) -> None:
        painter.setFont(paint.small(self.font()))
        x, scale = self._columns.axis, self.arrangement.scale
        for stretch in scale.stretches:
            if stretch.bottom >= above and stretch.top <= below:
                paint.paint_stretch(painter, x, -above, stretch)
        apart = scaled(GAP + STEP, text_scale())
        for tick in ticks(scale, apart, above - apart, below + apart):
            paint.paint_tick(painter, x, round(tick.y - above) + 0.5, tick)

    def _paint_event(self, painter: QPainter, number: int, top: float) -> None:
        event, mark = self._events[number], self.arrangement.marks[number]
        present = number == self._present
        lasted = event.when is not None and event.when.lasted
        x = self._columns.lane(mark.lane)
        paint.paint_mark(painter, x, top, mark, lasted=lasted, strong=present)
        ground = self._label_rect(number).translated(0, top)
        painter.setPen(Qt.PenStyle.NoPen)
        if present or number == self._pointed:
            painter.setBrush(QColor(colours().accent_soft if present else colours().hover))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        lines = self._set(event, self.arrangement.lines)
        above = ground.top() + (ground.height() - lines.height) / 2
        middle = QPointF(ground.left() + STEP + side() / 2, above + pitch(self._columns.font) / 2)
        paint_knowing(painter, middle, event.item.knowing)
        painter.setPen(QColor(colours().text))
        lines.draw(painter, ground.left() + 2 * STEP + side(), above)


def _margin() -> float:
    """Return the room above the beginning of the axis, and below its end."""
    return float(scaled(ROOM, text_scale()))
