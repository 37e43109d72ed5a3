"""Below an answer: the publishers of the texts that say so, and the way to their passages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from nqpf_study.domain.deck import Note
from nqpf_study.domain.source import Source
from nqpf_study.ui.reader.citation import facts
from nqpf_study.ui.style import colours, set_role


class Origin(QLabel):
    """One line: where a card's answer stands. Shows nothing until it is told the sources."""

    asked = Signal()
    """Show the passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources: Mapping[str, Source] | None = None
        self._said = self._where = ""
        self._shade = colours().accent
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setToolTip(self.tr("Show the passage (S)"))
        self.linkActivated.connect(lambda _: self.asked.emit())
        set_role(self, "muted")
        self.hide()

    @property
    def said(self) -> str:
        """Return the words, without markup."""
        return self._said

    def show_note(self, note: Note) -> None:
        """Name the sources of a note."""
        named = dict.fromkeys(passage.source for passage in note.passages)
        known = [self.sources[id_] for id_ in named if id_ in self.sources] if self.sources else []
        where = (
            facts(known[0], with_language=False)
            if len(known) == 1
            else ", ".join(dict.fromkeys(source.publisher or source.title for source in known))
        )
        self._said = self.tr("Source: {names}").replace("{names}", where) if where else ""
        self._where = where
        self._dress()
        self.setAccessibleName(self._said)
        self.setVisible(bool(where))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write the link anew when the colours were changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shade != colours().accent:
            self._dress()

    def _dress(self) -> None:
        self._shade = colours().accent
        style = f"color: {self._shade}; text-decoration: none"
        link = f'<a href="#" style="{style}">{escape(self._where)}</a>'
        self.setText(self.tr("Source: {names}").replace("{names}", link))
