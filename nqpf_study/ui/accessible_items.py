"""What is painted rather than made of widgets, as screen readers see it: items in a view.

Qt tells of the rows of its own views. A chart's bars or a timeline's events are paint; here each
becomes a child of the view, with its words and its place, and the one that is pointed at has the
focus. A view calls `expose` once, and `tell_present` whenever another of its items is the present
one.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from nqpf_study.ui.accessible import announce

_ROLE = "nqpf_accessible_role"
_CAN = hasattr(QAccessible, "installFactory")
_NONE = cast("QAccessibleInterface", None)  # what Qt takes for nothing, unlike its stubs
_MOST = 2_000
"""How many items are told of, in the widest view."""


class ItemsView(Protocol):
    """A widget that paints items."""

    @property
    def items(self) -> int:
        """Return how many items there are."""
        ...

    @property
    def present_item(self) -> int | None:
        """Return the item that is pointed at, None where none is."""
        ...

    def said(self, number: int) -> str:
        """Return what an item says."""
        ...

    def item_rect(self, number: int) -> QRectF:
        """Return where an item is painted, in the widget's coordinates."""
        ...


def expose(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for what it is, and its items for its children.

    A widget without items has its child widgets as children, as any other. To be called before the
    widget gets its name: with that a reader that is running asks what it is, once for all.
    """
    widget.setProperty(_ROLE, role.value)
    if _CAN:
        QAccessible.installFactory(_made)  # once: Qt knows those that it has


def tell_present(widget: QWidget, said: str) -> None:
    """Tell that another item is the present one: it has the focus now."""
    if not QAccessible.isActive():
        return
    known = QAccessible.queryAccessibleInterface(widget)
    present = cast("ItemsView", widget).present_item
    if isinstance(known, _View) and present is not None:
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(present)
        QAccessible.updateAccessibility(event)
    else:
        announce(widget, said)


def _made(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = thing.property(_ROLE) if isinstance(thing, QWidget) else None
    if role is None:
        return None
    known = QAccessible.Role(role)
    if not hasattr(thing, "present_item"):
        return _kept(cast("QWidget", thing), QAccessibleWidget(cast("QWidget", thing), known))
    return _kept(cast("QWidget", thing), _View(cast("QWidget", thing), known))


def _kept(widget: QWidget, made: QAccessibleWidget) -> QAccessibleWidget:
    """Let an interface live as long as its widget: Qt knows it by its address only."""
    widget._accessible = made  # type: ignore[attr-defined]  # noqa: SLF001 - nobody else's
    return made


class _View(QAccessibleWidget):
    """A widget whose children are its items."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._shown = widget
        self._known: dict[int, _Item] = {}

    @property
    def items(self) -> ItemsView:
        return cast("ItemsView", self._shown)

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return min(self.items.items, _MOST)

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NONE
        if index not in self._known:
            item = _Item(self, self._shown, index)
            self._known[index] = item
            id_ = QAccessible.registerAccessibleInterface(item)
            self._shown.destroyed.connect(lambda: QAccessible.deleteAccessibleInterface(id_))
        return self._known[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        inside = (n for n in range(self.childCount()) if self.place(n).contains(x, y))
        found = next(inside, None)
        return _NONE if found is None else self.child(found)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return child.number if isinstance(child, _Item) else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        if not self._shown.hasFocus():
            return _NONE
        present = self.items.present_item
        return self if present is None else self.child(present)

    def place(self, number: int) -> QRect:
        """Return where an item is on the screen."""
        inside = self.items.item_rect(number).toAlignedRect()
        return QRect(self._shown.mapToGlobal(inside.topLeft()), inside.size())


class _Item(QAccessibleInterface):
    """An item of a view."""

    def __init__(self, view: _View, widget: QWidget, number: int) -> None:
        super().__init__()
        self.number = number
        self._view, self._widget = view, widget

    @property
    def _there(self) -> bool:
        return self.number < self._view.childCount()

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._there

    def object(self) -> QObject:
        return cast("QObject", None)

    def window(self) -> QWindow:
        return self._view.window()

    def parent(self) -> QAccessibleInterface:
        return self._view

    def child(self, _index: int) -> QAccessibleInterface:
        return _NONE

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:  # noqa: N802 - Qt's name
        return _NONE

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind is not QAccessible.Text.Name or not self._there:
            return ""
        return self._view.items.said(self.number)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        return

    def rect(self) -> QRect:
        return self._view.place(self.number) if self._there else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        present = self._view.items.present_item == self.number
        state.focusable = state.selectable = True
        state.selected = present
        state.focused = present and self._widget.hasFocus()
        seen = self._there and self._widget.rect().intersects(
            self._view.items.item_rect(self.number).toAlignedRect()
        )
        state.offscreen = not seen
        state.invalid = not self._there
        return state

    def interface_cast(self, _kind: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a C++ address
        return None
