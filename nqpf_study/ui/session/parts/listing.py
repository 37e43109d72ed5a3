"""Lists: the members are written one by one, in any order."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nqpf_study.domain.forms import Judgement, Listing, Mark, Part
from nqpf_study.ui import asking
from nqpf_study.ui.icons import icon
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.parts.letters import Letters, differs, legend, spoken
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import JudgedRow, beside_words
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import HIT, STEP
from nqpf_study.ui.widgets.text import CardText, Text


class Entry(QWidget):
    """A member that was named, with a button that takes it out."""

    removed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self._number = Text("", "key")
        self.button = QToolButton()
        set_role(self.button, "flat")
        self.button.setIcon(icon("x"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setFixedSize(HIT, HIT)
        self.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab is the part's matter
        what = self.tr("Remove “{text}”").replace("{text}", text)
        self.button.setAccessibleName(what)
        self.button.setToolTip(what)
        self.button.clicked.connect(self.removed)
        across = QHBoxLayout(self)
        across.setContentsMargins(STEP + STEP // 2, 0, 0, 0)
        across.setSpacing(STEP)
        across.addLayout(beside_words(self._number))
        across.addWidget(CardText(text, "option"), 1)
        across.addLayout(beside_words(self.button))

    def number(self, number: int) -> None:
        """Say which one it is, from 1 on."""
        self._number.setText(str(number))


class ListPart(FormPart):
    """What was named so far, and a line for the next; afterwards each member by itself."""

    written = True

    def __init__(self, task: Listing) -> None:
        super().__init__()
        self._task = task
        self._judged = False
        self._rows: list[Entry] = []
        self._ground, self._named = QWidget(), QWidget()
        self._place = QVBoxLayout(self._named)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(STEP // 2)
        down = QVBoxLayout(self._ground)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(STEP)
        self.field = AnswerField(self.tr("The next one"))
        self.field.textChanged.connect(self.edited)
        self.field.entered.connect(self._enter)
        self.field.finished.connect(self.enter)
        self.field.taken_back.connect(self._take_back)
        self._count = Text("", "small", wrap=True)
        down.addWidget(self._named)
        down.addWidget(self.field)
        down.addWidget(self._count)
        self.column.addWidget(self._ground)
        self._show()

    @property
    def entries(self) -> list[str]:
        """Return what was named so far."""
        return [row.text for row in self._rows]

    @property
    def given(self) -> bool:
        """Tell whether anything was named."""
        return bool(self.entries or self.field.text().strip())

    @property
    def tells_answer(self) -> bool:
        """Tell that every member is shown, named or missing."""
        return self._judged

    def draft(self) -> object:
        """Return what was named, and what stands in the line."""
        return (self.entries, self.field.text())

    def take_up(self, draft: object) -> None:
        """Name that again."""
        entries, text = cast("tuple[list[str], str]", draft)
        for entry in entries:
            self._add(entry)
        self.field.setText(text)

    def take_focus(self) -> bool:
        """Take the focus in the line for the next."""
        self.field.setFocus()
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's
        """Let Tab lead through the entries, which came later, before the line below them."""
        stops: list[QWidget] = [*(row.button for row in self._rows), self.field]
        at = next((at for at, stop in enumerate(stops) if stop.hasFocus()), len(stops) - 1)
        to = at + 1 if forward else at - 1
        if 0 <= to < len(stops):
            stops[to].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        self.field.setFocus()
        return super().focusNextPrevChild(forward)

    def submit(self) -> None:
        """Give all that was named, what stands in the line included."""
        last = self.field.text().strip()
        self.answered.emit([*self.entries, last] if last else list(self.entries))

    def remove(self, row: Entry) -> None:
        """Take an entry out."""
        self._take_out(row)
        self.field.setFocus()
        self.edited.emit()

    def judge(self, judgement: Judgement | None) -> None:
        """Show the members, named or not, then what is not on the list."""
        self._ground.hide()
        if judgement is None:
            self.hide()
            return
        if self._judged:
            return
        self._judged = True
        marks = asking.marks()
        for number, part in enumerate(judgement.parts, 1):
            numbered = self._task.ordered and bool(part.right)
            row = JudgedRow(
                str(number) if numbered else "", marks[part.mark], asking.MARK_ROLES[part.mark]
            )
            row.add(CardText(part.right or part.given, "option"))
            if part.mark is Mark.NEARLY or (part.right and differs(part.difference)):
                row.add(Letters(part.difference, "remark"))
            self.column.addWidget(row)
        runs = [run for part in judgement.parts if part.right for run in part.difference]
        if differs(runs):
            self.column.addWidget(Text(legend(runs), "small", wrap=True))

    def summary(self, judgement: Judgement) -> str:
        """Say how each member did."""
        return " ".join(map(_spoken, judgement.parts))

    def _enter(self) -> None:
        """Take down what was written; an empty line ends the list."""
        text = self.field.text().strip()
        if not text:
            self.enter()
            return
        self._add(text)
        self.field.clear()
        self.reached.emit(self.field)

    def _add(self, text: str) -> None:
        row = Entry(text)
        row.removed.connect(lambda: self.remove(row))
        self._place.addWidget(row)
        self._rows.append(row)
        self._show()
        self.edited.emit()

    def _take_back(self) -> None:
        """Take the last entry back into the line, to mend it."""
        if self._rows:
            text = self._rows[-1].text
            self._take_out(self._rows[-1])
            self.field.setText(text)
            self.edited.emit()

    def _take_out(self, row: Entry) -> None:
        self._rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show()

    def _show(self) -> None:
        self._named.setVisible(bool(self._rows))
        for number, row in enumerate(self._rows, 1):
            row.number(number)
        members = len(self._task.members)
        said = (
            self.tr("{done} of {n} named. Enter on an empty line checks them.")
            if self.entries
            else self.tr("{n} to name, one a line. Their order counts.")
            if self._task.ordered
            else self.tr("{n} to name, one a line, in any order.")
        )
        said = said.replace("{done}", str(len(self.entries))).replace("{n}", str(members))
        self._count.setText(said)
        self.field.setAccessibleDescription(said)
        self.field.setPlaceholderText(
            self.tr("The next one") if self.entries else self.tr("The first one")
        )


def _spoken(part: Part) -> str:
    said = f"{part.right or part.given}: {asking.marks()[part.mark]}."
    return f"{said} {spoken(part.difference)}" if part.mark is Mark.NEARLY else said
