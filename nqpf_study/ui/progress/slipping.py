"""Cards that keep slipping: what they are confused with, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from nqpf_study.domain.review import Act, CardId
from nqpf_study.ui import words
from nqpf_study.ui.browse.rows import face
from nqpf_study.ui.explore.flow import Flow
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.reader.latest import Latest
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HALF, STEP
from nqpf_study.ui.widgets.text import CardText, Line, Text

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.domain.errors import StudyError
    from nqpf_study.study.leeches import Leech
    from nqpf_study.study.ports import StoredCard

MOST = 20
"""How many cards are listed; the browser has all of them."""

MOST_ANSWERS = 3
LARGE = 1.5
"""The text scale from which the button stands below the heading."""

SEARCH = "is:leech"


@dataclass(frozen=True, slots=True)
class Slipping:
    """A card that keeps slipping, with the cards that it is mixed up with."""

    leech: Leech
    others: tuple[StoredCard, ...]


class SlippingPanel(QFrame):
    """Lists the cards; shows nothing where there are none."""

    source_requested = Signal(str, object)
    """Open a source (its id) at a Passage in the reader."""

    browse_requested = Signal(str)
    """Open the browser with this search."""

    message = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._study: Study | None = None
        self._deck: str | None = None
        self._latest = Latest(self, self._fail)
        self.said = Text("", "muted", wrap=True)
        self.rows: list[SlippingRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        heading = Text(self.tr("Cards that keep slipping"), "heading")
        self.browse = QPushButton(self.tr("Show them in Browse"))
        self.browse.clicked.connect(lambda: self.browse_requested.emit(self._search()))
        direction = QBoxLayout.Direction
        self._head = QBoxLayout(direction.LeftToRight)
        self._head.addWidget(heading, 1)
        self._head.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        down = QVBoxLayout(self)
        down.setContentsMargins(GAP, STEP + HALF, GAP, GAP)
        down.setSpacing(STEP)
        down.addLayout(self._head)
        down.addWidget(self.said)
        down.addLayout(self._rows)
        self._turn()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put the button below the heading where text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        direction = QBoxLayout.Direction
        large = text_scale() >= LARGE
        self._head.setDirection(direction.TopToBottom if large else direction.LeftToRight)

    def refresh(self, study: Study, deck: str | None = None) -> None:
        """Show the cards that keep slipping in `study` now, those of `deck` where it is given."""
        self._study, self._deck = study, deck
        self._latest.run("read", lambda: slipping(study, deck), self._show)

    def _search(self) -> str:
        return SEARCH if self._deck is None else f'{SEARCH} deck:"{self._deck}"'

    def forget(self) -> None:
        """Read on for nobody."""
        self._latest.forget("read")

    def _show(self, found: Sequence[Slipping]) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(found))
        said = words.counted(
            len(found),
            self.tr("1 card was forgotten again and again."),
            self.tr("{n} cards were forgotten again and again."),
        )
        more = self.tr("They go on being asked. Often another card is in the way: read both.")
        self.said.setText(words.running((said, more)))
        self.rows = [SlippingRow(one) for one in found[:MOST]]
        for row in self.rows:
            row.source_requested.connect(self.source_requested)
            row.browse_requested.connect(self.browse_requested)
            row.act_asked.connect(self._act)
            self._rows.addWidget(row)

    def _act(self, key: int, act: Act) -> None:
        study = self._study
        if study is None:
            return
        said = (
            self.tr("Suspended: the card is not asked until you resume it. Ctrl+Z undoes it.")
            if act is Act.SUSPEND
            else self.tr("The card is asked again.")
        )

        def done(_count: int) -> None:
            self.message.emit(native(said))
            self.refresh(study, self._deck)

        self._latest.run("act", lambda: study.set_aside([key], act), done)

    def _fail(self, error: StudyError) -> None:
        self.message.emit(str(error))


class SlippingRow(QWidget):
    """One card: question, how often it was forgotten, what was said instead, and the acts."""

    source_requested = Signal(str, object)
    browse_requested = Signal(str)
    act_asked = Signal(int, object)
    """Do this Act to the card (its key)."""

    def __init__(self, one: Slipping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = one.leech.card
        question = face(card).question
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(HALF)
        down.addWidget(Line())
        down.addSpacing(HALF)
        down.addWidget(CardText(question))
        down.addWidget(Text(forgotten_said(one), "small", wrap=True))
        for text in confusions_said(one):
            down.addWidget(CardText(text, "muted"))
        down.addWidget(self._acts(one, question))

    def _acts(self, one: Slipping, question: str) -> QWidget:
        card, others = one.leech.card, one.others
        act = Act.RESUME if card.status.suspended else Act.SUSPEND
        acts: list[tuple[str, Callable[[], object] | None]] = [
            (self.tr("Open its source"), self._open_source(one)),
            (self.tr("Show the card"), lambda: self.browse_requested.emit(found_by(card.id))),
            (
                self.tr("Show what it is confused with"),
                (lambda: self.browse_requested.emit(found_by(others[0].id))) if others else None,
            ),
            (
                self.tr("Resume") if act is Act.RESUME else self.tr("Suspend"),
                lambda: self.act_asked.emit(card.key, act),
            ),
        ]
        ground = QWidget()
        flow = Flow(ground, spacing=GAP)
        for text, does in acts:
            if does is None:
                continue
            button = QPushButton(text)
            set_role(button, "link")
            button.setAccessibleName(f"{text}: {question}")
            button.clicked.connect(lambda _checked=False, does=does: does())
            flow.addWidget(button)
        return ground

    def _open_source(self, one: Slipping) -> Callable[[], object] | None:
        passages = one.leech.card.note.passages
        if not passages:
            return None
        return lambda: self.source_requested.emit(passages[0].source, passages[0])


def slipping(study: Study, deck: str | None = None) -> list[Slipping]:
    """Read the cards (of `deck`) that keep slipping, and those that they are mixed up with."""
    found: list[Slipping] = []
    for leech in study.leeches(None if deck is None else [deck]):
        others: list[StoredCard] = []
        if len(found) < MOST:
            for other in leech.confusable[:MOST_ANSWERS]:
                keys = study.search(found_by(other))
                others += [card for card in study.cards(keys) if card.id == other]
        found.append(Slipping(leech, tuple(others)))
    return found


def found_by(card: CardId) -> str:
    """Return a search that finds a card's note."""
    return f'note:"{card.deck}/{card.note}"'


def forgotten_said(one: Slipping) -> str:
    """Say how often a card was forgotten, and where it is."""
    card = one.leech.card
    said = words.counted(one.leech.lapses, _tr("forgotten once"), _tr("forgotten {n} times"))
    parts = [said, card.deck_title]
    if card.status.suspended:
        parts.append(_tr("suspended"))
    return " · ".join(parts)


def confusions_said(one: Slipping) -> list[str]:
    """Say which answers were given instead, and which cards this one's answer was given to."""
    by_id = {other.id: other for other in one.others}
    said = []
    for confused in one.leech.confused[:MOST_ANSWERS]:
        times = words.counted(confused.times, _tr("once"), _tr("{n} times"))
        other = by_id.get(confused.mistaken_for) if confused.mistaken_for else None
        text = (
            _tr("Answered “{answer}” {times}")
            if other is None
            else _tr("Answered “{answer}” {times}: that answers “{question}”")
        )
        said.append(
            text.replace("{times}", times)
            .replace("{question}", face(other).question if other else "")
            .replace("{answer}", confused.answer or (face(other).answer if other else "…"))
        )
    for id_ in one.leech.given_for[:MOST_ANSWERS]:
        other = by_id.get(id_)
        if other is not None:
            text = _tr("Its answer was given to “{question}”")
            said.append(text.replace("{question}", face(other).question))
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("slipping", text)
