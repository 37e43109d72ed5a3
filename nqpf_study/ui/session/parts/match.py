"""Match: questions on one side, and the answers that are to be put to them on the other."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_uppercase
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from nqpf_study.domain.forms import Judgement, Mark, Match, Part
from nqpf_study.ui import asking
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import LARGE, JudgedRow, RowButton, beside_words
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import CardText, Text

FOLDED = 2
"""How many lines are shown of a question that is not worked on, where room is short."""

SHARES = (50, 55, 60, 45, 40)
"""The share of the width, in percent, that questions may have; the first of equals is taken."""


def add_cap(row: RowButton) -> Text:
    """Add a place at a row's end for the mark of what it is put together with."""
    cap = Text("", "pair")
    row.row.addLayout(beside_words(cap))
    row.let_through()
    return cap


def _show_cap(cap: Text, mark: str) -> None:
    cap.setText(mark)
    cap.setVisible(bool(mark))


class CueRow(RowButton):
    """A question, and the number of the answer that was put to it."""

    stepped = Signal(int)
    cleared = Signal()
    entered = Signal()
    focused = Signal()

    def __init__(self, letter: str, text: str) -> None:
        super().__init__(letter, text)
        self.put = add_cap(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to another question, take the answer off, or give all."""
        key = event.key()
        event.accept()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key != Qt.Key.Key_Space:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which question is worked on."""
        super().focusInEvent(event)
        self.focused.emit()


class MatchPart(FormPart):
    """Questions and answers; afterwards the pairs, the card's own set apart."""

    def __init__(self, task: Match, worded: Callable[[str], str]) -> None:
        super().__init__()
        self._task = task
        self._worded = worded
        self._judged = False
        self._current = 0
        self._folded = False
        self.chosen: list[int | None] = [None] * len(task.cues)
        self._ground = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._ground)
        if text_scale() >= LARGE:
            self._sides.setDirection(QBoxLayout.Direction.TopToBottom)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(GAP)
        self.cues = [
            CueRow(letter, cue) for letter, cue in zip(ascii_uppercase, task.cues, strict=False)
        ]
        self.answers = [RowButton(str(number), "") for number in range(1, len(task.answers) + 1)]
        self._taken = [add_cap(row) for row in self.answers]
        for rows in (self.cues, self.answers):
            side = QVBoxLayout()
            side.setSpacing(STEP)
            for row in rows:
                side.addWidget(row)
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        for at, cue in enumerate(self.cues):
            cue.clicked.connect(lambda _checked=False, at=at: self._be_at(at))
            cue.focused.connect(lambda at=at: self._be_at(at))
            cue.stepped.connect(lambda by, at=at: self._step(at + by))
            cue.cleared.connect(lambda at=at: self._assign(at, None))
            cue.entered.connect(self.enter)
        for place, answer in enumerate(self.answers):
            answer.clicked.connect(lambda _checked=False, place=place: self.press(place + 1))
        self._how = Text("", "small", wrap=True)
        self.column.addWidget(self._ground)
        self.column.addWidget(self._how)
        self._be_at(0)
        self.say_again()

    @property
    def given(self) -> bool:
        """Tell whether any question has an answer."""
        return any(place is not None for place in self.chosen)

    @property
    def tells_answer(self) -> bool:
        """Tell that each question stands with its answer."""
        return self._judged

    def draft(self) -> object:
        """Return which answer was put to each question."""
        return list(self.chosen)

    def take_up(self, draft: object) -> None:
        """Put them so again."""
        self.chosen = list(cast("list[int | None]", draft))
        self._be_at(self.chosen.index(None) if None in self.chosen else 0)
        self.say_again()
        self.edited.emit()

    def take_focus(self) -> bool:
        """Take the focus in the question that is worked on."""
        self.cues[self._current].setFocus()
        return True

    def fit(self, room: int) -> None:
        """Share the width so that little height is needed; where that is still too much, fold.

        Then the questions that are not worked on are shown in part.
        """
        if self._judged:
            return
        if self._need(folded=False) > room:
            self._need(folded=True)

    def press(self, number: int) -> None:
        """Put the answer of this number to the question, and go on to one without an answer."""
        if number > len(self.answers) or self._judged:
            return
        at = self._current
        self._assign(at, number - 1)
        later = [*range(at + 1, len(self.cues)), *range(at)]
        self._be_at(next((one for one in later if self.chosen[one] is None), at))
        self.take_focus()

    def submit(self) -> None:
        """Give the pairs."""
        self.answered.emit(list(self.chosen))

    def enter(self) -> None:
        """Give the pairs once every question has its answer; else go to one that has none."""
        if self.given and None in self.chosen:
            self._be_at(self.chosen.index(None))
            self.take_focus()
        else:
            super().enter()

    def judge(self, judgement: Judgement | None) -> None:
        """Show each question with its answer, and with the one that was put to it."""
        if self._judged:
            return
        self._judged = True
        self._ground.hide()
        self._how.hide()
        parts = judgement.parts if judgement else tuple(map(self._bare, self._task.right))
        marks = asking.marks()
        own = self._task.own
        for at, part in sorted(enumerate(parts), key=lambda each: each[0] != own):
            verdict = marks[part.mark] if judgement else ""
            role = asking.MARK_ROLES[part.mark]
            row = JudgedRow(ascii_uppercase[at], verdict, role, own=at == own)
            if at == own:
                row.add(Text(self.tr("This card"), "small"))
            row.add(CardText(self._task.cues[at], "muted"))
            row.add(CardText(self._worded(part.right), "option"))
            if part.mark is Mark.WRONG:
                put = self.tr("You put: {text}").replace("{text}", self._worded(part.given))
                row.add(CardText(put, "muted"))
            self.column.addWidget(row)

    def summary(self, judgement: Judgement) -> str:
        """Say how each pair did."""
        marks = asking.marks()
        pairs = zip(self._task.cues, judgement.parts, strict=True)
        return " ".join(f"{cue} {part.right}: {marks[part.mark]}." for cue, part in pairs)

    def say_again(self) -> None:
        """Word the answers, with pinyin or without, and say where they stand."""
        at_place = {place: at for at, place in enumerate(self.chosen) if place is not None}
        worded = [self._worded(text) for text in self._task.answers]
        for place, (row, cap, text) in enumerate(
            zip(self.answers, self._taken, worded, strict=True)
        ):
            letter = ascii_uppercase[at_place[place]] if place in at_place else ""
            row.words.say(text)
            row.become("option-other" if letter else "option")
            _show_cap(cap, letter)
            put = self.tr("put to {letter}").replace("{letter}", letter)
            row.setAccessibleName(f"{place + 1}: {text}" + (f" ({put})" if letter else ""))
        for at, (cue, chosen) in enumerate(zip(self.cues, self.chosen, strict=True)):
            put = self.tr("no answer yet") if chosen is None else worded[chosen]
            _show_cap(cue.put, "" if chosen is None else str(chosen + 1))
            cue.setAccessibleName(f"{ascii_uppercase[at]}: {cue.words.said} ({put})")
        self._how.setText(
            self.tr("Choose a question with the arrows, and its answer with a number or a click.")
            if None in self.chosen
            else self.tr("Every question has an answer. Enter checks them.")
        )

    def _assign(self, at: int, place: int | None) -> None:
        if place is not None and place in self.chosen:
            self.chosen[self.chosen.index(place)] = None
        self.chosen[at] = place
        self.say_again()
        self.edited.emit()

    def _step(self, to: int) -> None:
        if 0 <= to < len(self.cues):
            self.cues[to].setFocus()

    def _fold(self) -> None:
        for at, cue in enumerate(self.cues):
            cue.words.fold(FOLDED if self._folded and at != self._current else 0)

    def _share(self, share: int) -> None:
        """Give the questions this share of the width, in percent."""
        self._sides.setStretch(0, share)
        self._sides.setStretch(1, 100 - share)

    def _need(self, *, folded: bool) -> int:
        """Take as little height as can be, with all of each question or not; return how much."""
        self._folded = folded
        self._fold()
        needed = {}
        for share in SHARES:
            self._share(share)
            self._reckon_anew()
            needed[share] = self.column.heightForWidth(self.width())
        best = min(SHARES, key=needed.__getitem__)
        self._share(best)
        self._reckon_anew()
        return needed[best]

    def _reckon_anew(self) -> None:
        """Forget heights reckoned before: Qt itself does so only once it has control again."""
        for row in (*self.cues, *self.answers):
            row.updateGeometry()
        for side in self._sides.children():
            if isinstance(side, QLayout):
                side.invalidate()
        self._sides.invalidate()
        self._ground.updateGeometry()

    def _be_at(self, current: int) -> None:
        """Mark the question that is worked on; Tab leads to it, and past the others."""
        self._current = current
        self._fold()
        for at, cue in enumerate(self.cues):
            set_role(cue, "option-held" if at == current else "option")
            policy = Qt.FocusPolicy
            cue.setFocusPolicy(policy.StrongFocus if at == current else policy.ClickFocus)
        if self.cues[current].hasFocus():
            self.reached.emit(self.cues[current])

    def _bare(self, right: int) -> Part:
        return Part(Mark.RIGHT, self._task.answers[right])
