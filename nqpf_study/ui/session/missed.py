"""A missed card at the end of a session, with the passages that hold its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from nqpf_study.ui.reader.citation import facts
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import CardText, Text

if TYPE_CHECKING:
    from nqpf_study.study.lookup import LookedUp

LONGEST = 220
"""Characters of a quotation that are shown here; the reader has all of it."""


class MissedCard(QFrame):
    """A question with its answer, what was said instead, and one quotation for each passage."""

    source_requested = Signal(str, object)

    def __init__(
        self, question: str, answer: str, given: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(GAP, GAP, GAP, GAP)
        self._down.setSpacing(STEP)
        self._down.addWidget(CardText(question, "muted"))
        self._down.addWidget(CardText(answer, "lead"))
        if given:
            said = self.tr("You answered: {given}").replace("{given}", given)
            self._down.addWidget(CardText(said, "muted"))

    def show_passages(self, passages: tuple[LookedUp, ...]) -> None:
        """Add the passages, each with a way to its source."""
        for looked_up in passages:
            exact = looked_up.passage.exact
            short = exact if len(exact) <= LONGEST else exact[:LONGEST].rstrip() + "…"
            self._down.addWidget(CardText(f"“{short}”", "quotation"))
            document = looked_up.document
            if document is None:
                said = self.tr("The source “{id}” is not in the collection.")
                self._down.addWidget(Text(said.replace("{id}", looked_up.passage.source), "small"))
                continue
            named = facts(document.source, with_language=False)
            button = QPushButton(self.tr("Open {source}").replace("{source}", named))
            set_role(button, "link")
            button.clicked.connect(
                lambda _checked=False, found=looked_up: self.source_requested.emit(
                    found.passage.source, found.passage
                )
            )
            self._down.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
