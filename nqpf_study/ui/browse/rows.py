"""A card as a row of the browser: what each column says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from nqpf_study.domain.kinds import Card, cards_of
from nqpf_study.domain.review import State
from nqpf_study.study.ports import StoredCard
from nqpf_study.ui.browse.note_kinds import kind_name


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of a card, and the card itself."""

    card: StoredCard
    question: str
    answer: str
    deck: str
    kind: str
    state: str
    due: str
    lapses: str
    today: int

    @property
    def flagged(self) -> bool:
        """Tell whether the card has a flag."""
        return self.card.flagged

    @property
    def spoken(self) -> str:
        """Return the question as a screen reader says it, a flag first."""
        return f"{_tr('Flagged')}: {self.question}" if self.flagged else self.question


def row_of(card: StoredCard, today: int) -> Row:
    """Return the row of a card on study day `today`."""
    shown, memory = face(card), card.status.memory
    return Row(
        card=card,
        question=" ".join(shown.question.split()),
        answer=" ".join(shown.answer.split()),
        deck=card.deck_title,
        kind=kind_name(card.note.kind),
        state=state(card, today),
        due=due(card, today),
        lapses=str(memory.lapses) if memory.reps else "",
        today=today,
    )


def face(card: StoredCard) -> Card:
    """Return the question and answer of a card."""
    faces = cards_of(card.note)
    return next((each for each in faces if each.name == card.id.card), faces[0])


def state(card: StoredCard, today: int) -> str:
    """Say where a card stands in its learning, or that it is set aside."""
    if card.status.suspended:
        return _tr("Suspended")
    if (card.status.buried_day or 0) >= today:
        return _tr("Buried")
    return {
        State.NEW: _tr("New"),
        State.LEARNING: _tr("Learning"),
        State.REVIEW: _tr("Review"),
        State.RELEARNING: _tr("Relearning"),
    }[card.status.memory.state]


def due(card: StoredCard, today: int) -> str:
    """Say when a card is due, nothing for a new or a suspended one."""
    day = card.status.memory.due_day
    if day is None or card.status.suspended:
        return ""
    if day < today:
        return _tr("since {day}").format(day=short_date(day, today))
    if day == today:
        return _tr("today")
    return _tr("tomorrow") if day == today + 1 else short_date(day, today)


def short_date(day: int, today: int) -> str:
    """Write a study day's date in little room, with its year where that is another one."""
    at = date.fromordinal(day)
    same_year = at.year == date.fromordinal(today).year
    shape = _tr("d MMM") if same_year else _tr("d MMM yyyy")
    return QLocale().toString(QDate(at.year, at.month, at.day), shape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Browse", text)
