"""The list of a session's keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nqpf_study.ui.accessible_items import expose
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.session.acts import acts
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, HALF, ROOM, STEP
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text


class KeysDialog(TallDialog):
    """Says what every key of a session does; any of Esc, Enter, Space and ? closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("KeysDialog", "Keys")
        heading = QCoreApplication.translate("KeysDialog", "Keys of a session")
        super().__init__(title, heading, Standard.Close, parent)
        self.body.setContentsMargins(ROOM, HALF, ROOM, HALF)  # the focus is drawn around the keys
        self.body.addLayout(keys_table())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing in it takes the focus
        set_role(self._scroll, "text")
        expose(self._scroll, QAccessible.Role.Document)
        self._scroll.setAccessibleName(heading)
        self.buttons.button(Standard.Close).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on the key that opened it, too."""
        if event.text() == "?" or event.key() == Qt.Key.Key_F1:
            self.reject()
        else:
            super().keyPressEvent(event)


def keys_table() -> QGridLayout:
    """Return a table of a session's keys and what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(STEP)
    top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    for row, act in enumerate(acts()):
        grid.addWidget(Text(native(act.keys_said), "key"), row, 0, top_left)
        grid.addWidget(Text(act.what, wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
