"""Order: lines to be moved to their places, by keys or by dragging."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nqpf_study.domain.forms import Judgement, Order, Part
from nqpf_study.ui import words
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import JudgedRow, RowButton
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import STEP
from nqpf_study.ui.widgets.text import CardText, Text

_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderRow(RowButton):
    """A member that can be moved; Space takes it up and puts it down."""

    stepped = Signal(int, bool)
    """Go, or take the member along where the second is True, so many places down."""

    sent = Signal(int)
    """Move the member to this place, from 1 on."""

    entered = Signal()
    dragged = Signal(QPoint)
    """The pointer holds the member, and is here in the rows' own ground."""

    focused = Signal()

    def __init__(self, place: int, text: str) -> None:
        super().__init__("", text)
        self.place = place
        self.held = False
        self._pressed = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def hold(self, *, held: bool) -> None:
        """Take the member up, or put it down."""
        self.held = held
        set_role(self, "option-held" if held else "option")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move through the rows, or move the row."""
        key, number = event.key(), event.text()
        event.accept()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)], self.held or bool(event.modifiers() & _MOVING))
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.hold(held=not self.held)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif number.isdecimal() and number != "0":
            self.sent.emit(int(number))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which row is worked on."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the member down."""
        super().focusOutEvent(event)
        self.hold(held=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the member up."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed = True
            self.hold(held=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the member along."""
        if self._pressed:
            self.dragged.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put the member down."""
        self._pressed = False
        self.hold(held=False)
        event.accept()


class OrderPart(FormPart):
    """The members as they are laid out; afterwards as they belong, and how far each was off."""

    def __init__(self, task: Order) -> None:
        super().__init__()
        self._judged = False
        self._ground = QWidget()
        self._down = QVBoxLayout(self._ground)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(STEP)
        self._how = Text(
            self.tr(
                "Drag the lines, or choose one with the arrows and move it with Alt and an arrow, "
                "or with the number of its place."
            ),
            "small",
            wrap=True,
        )
        self.rows = [OrderRow(place, text) for place, text in enumerate(task.laid_out)]
        for row in self.rows:
            self._down.addWidget(row)
            row.stepped.connect(lambda by, along, row=row: self._step(row, by, along=along))
            row.sent.connect(lambda number, row=row: self.move_to(row, number - 1))
            row.entered.connect(self.enter)
            row.dragged.connect(lambda at, row=row: self._drag(row, at))
            row.focused.connect(lambda row=row: self._be_at(row))
        self.column.addWidget(self._ground)
        self.column.addWidget(self._how)
        self._current = self.rows[0]
        self._number()
        self._be_at(self._current)

    @property
    def tells_answer(self) -> bool:
        """Tell that the members stand in their order."""
        return self._judged

    @property
    def order(self) -> list[int]:
        """Return the places in what was laid out, as the rows stand now."""
        return [row.place for row in self.rows]

    def draft(self) -> object:
        """Return the order as it stands."""
        return self.order

    def take_up(self, draft: object) -> None:
        """Lay the rows out so."""
        rows = {row.place: row for row in self.rows}
        for to, place in enumerate(cast("list[int]", draft)):
            self.move_to(rows[place], to)

    def take_focus(self) -> bool:
        """Take the focus in the row that was worked on last."""
        self._current.setFocus()
        return True

    def press(self, number: int) -> None:
        """Move the row that is worked on to this place."""
        self.move_to(self._current, number - 1)

    def submit(self) -> None:
        """Give the order."""
        self.answered.emit(self.order)

    def move_to(self, row: OrderRow, to: int) -> None:
        """Move a row to a place, from 0 on; beyond the last there is none."""
        if not 0 <= to < len(self.rows) or self.rows.index(row) == to:
            return
        self.rows.remove(row)
        self.rows.insert(to, row)
        self._down.removeWidget(row)
        self._down.insertWidget(to, row)
        self._down.activate()
        self._number()
        self.edited.emit()
        self.reached.emit(row)

    def judge(self, judgement: Judgement | None) -> None:
        """Show the members as they belong, each with how far off it was."""
        self._ground.hide()
        self._how.hide()
        if judgement is None or self._judged:
            return
        self._judged = True
        for number, part in enumerate(as_belongs(judgement), 1):
            off = part.displacement
            row = JudgedRow(str(number), _said(off), "again" if off else "good")
            row.add(CardText(part.given, "option"))
            self.column.addWidget(row)

    def summary(self, judgement: Judgement) -> str:
        """Say where each member was put."""
        return " ".join(
            f"{number}. {part.given}: {_said(part.displacement)}."
            for number, part in enumerate(as_belongs(judgement), 1)
        )

    def _step(self, row: OrderRow, by: int, *, along: bool) -> None:
        to = self.rows.index(row) + by
        if along:
            self.move_to(row, to)
        elif 0 <= to < len(self.rows):
            self.rows[to].setFocus()

    def _drag(self, row: OrderRow, at: QPoint) -> None:
        """Let a row change places with a neighbour when the pointer is where it then is."""
        place = self.rows.index(row)
        height = row.height()
        if place + 1 < len(self.rows):
            below = self.rows[place + 1].geometry()
            if at.y() > row.geometry().bottom() and at.y() > below.bottom() - height:
                self.move_to(row, place + 1)
                return
        if place > 0:
            above = self.rows[place - 1].geometry()
            if at.y() < row.geometry().top() and at.y() < above.top() + height:
                self.move_to(row, place - 1)

    def _be_at(self, current: OrderRow) -> None:
        """Let Tab lead to the row that is worked on, and past the others."""
        self._current = current
        for row in self.rows:
            policy = Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
        if current.hasFocus():
            self.reached.emit(current)

    def _number(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.mark.setText(str(number))
            name = self.tr("{n} of {all}: {text}").replace("{n}", str(number))
            name = name.replace("{all}", str(len(self.rows)))
            row.setAccessibleName(name.replace("{text}", row.words.said))
            row.setAccessibleDescription(self._how.text())


def as_belongs(judgement: Judgement) -> list[Part]:
    """Return the parts of an order in the order in which they belong."""
    placed = enumerate(judgement.parts)
    return [part for _, part in sorted(placed, key=lambda each: each[0] - each[1].displacement)]


def _said(displacement: int) -> str:
    off = abs(displacement)
    if displacement > 0:
        return words.counted(off, _tr("1 place too late"), _tr("{n} places too late"))
    if displacement < 0:
        return words.counted(off, _tr("1 place too early"), _tr("{n} places too early"))
    return _tr("right")


def _tr(text: str) -> str:
    return QCoreApplication.translate("order", text)
