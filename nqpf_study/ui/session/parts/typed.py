"""Typed answers: one line, or one for each gap of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from nqpf_study.domain.forms import Cloze, Judgement, Part, Reason
from nqpf_study.ui import asking
from nqpf_study.ui.session.parts.field import AnswerField
from nqpf_study.ui.session.parts.gaps import GapText
from nqpf_study.ui.session.parts.letters import Letters, differs, legend, spoken
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import JudgedRow
from nqpf_study.ui.style import set_role
from nqpf_study.ui.widgets.text import CardText, Text


class WrittenPart(FormPart):
    """Lines to write into; afterwards each with its difference from what is right."""

    written = True

    def __init__(self, names: Sequence[str], hints: Sequence[str]) -> None:
        super().__init__()
        self._judged: Judgement | None = None
        self.fields = [AnswerField(name) for name in names]
        for at, (field, hint) in enumerate(zip(self.fields, hints, strict=True)):
            field.setPlaceholderText(hint)
            field.textChanged.connect(self.edited)
            field.entered.connect(lambda at=at: self._go_on(at))
            field.finished.connect(self.enter)

    @property
    def given(self) -> bool:
        """Tell whether anything was written."""
        return any(field.text().strip() for field in self.fields)

    def draft(self) -> object:
        """Return what was written."""
        return [field.text() for field in self.fields]

    def take_up(self, draft: object) -> None:
        """Write that again."""
        for field, text in zip(self.fields, cast("list[str]", draft), strict=True):
            field.setText(text)

    def take_focus(self) -> bool:
        """Take the focus in the first empty line."""
        empty = [field for field in self.fields if not field.text()]
        (empty or self.fields)[0].setFocus()
        return True

    def judge(self, judgement: Judgement | None) -> None:
        """Show what was written letter by letter, unless it was right as it stands."""
        if judgement is None:
            self.hide()
            return
        if self._judged is not None:
            return
        self._judged = judgement
        for at in reversed(range(self.column.count())):
            item = self.column.itemAt(at)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
        for part_ in self.told(judgement.parts):
            self.column.addWidget(part_)

    def told(self, parts: Sequence[Part]) -> list[QWidget]:
        """Return what is shown of the parts of an answer."""
        raise NotImplementedError

    def told_alone(self, part: Part) -> list[QWidget]:
        """Return what was written, with a word on the marks where there are any."""
        if part.reason is Reason.EXACT or not part.given:
            return []
        found: list[QWidget] = [Text(self.tr("You wrote"), "small")]
        if not differs(part.difference):
            return [*found, CardText(part.given, "answer")]
        return [*found, Letters(part.difference), Text(legend(part.difference), "small", wrap=True)]

    def summary(self, judgement: Judgement) -> str:
        """Say what was written, and how it differs."""
        written = (part for part in judgement.parts if part.reason is not Reason.EXACT)
        return " ".join(spoken(part.difference) for part in written)

    def _go_on(self, at: int) -> None:
        """Go to the next empty line; from the last, or from an empty one, give the answer."""
        later = [field for field in self.fields[at + 1 :] if not field.text()]
        if later and self.fields[at].text().strip():
            later[0].setFocus()
        else:
            self.enter()


class TypedPart(WrittenPart):
    """One line for the whole answer."""

    def __init__(self) -> None:
        super().__init__([self.tr("Your answer")], [self.tr("Type the answer")])
        self.column.addWidget(self.fields[0])

    def submit(self) -> None:
        """Give what was written."""
        self.answered.emit(self.fields[0].text())

    def told(self, parts: Sequence[Part]) -> list[QWidget]:
        """Return what was written, with a word on the marks where there are any."""
        return self.told_alone(parts[0])


class ClozePart(WrittenPart):
    """A line in each gap of the sentence; afterwards the words that belong there."""

    def __init__(self, task: Cloze) -> None:
        self._many = len(task.gaps) > 1
        names = [self._name(number) for number in range(1, len(task.gaps) + 1)]
        super().__init__(names, [gap.hint for gap in task.gaps])
        for field in self.fields:
            set_role(field, "gap")
        self._text = GapText(task.runs, self.fields)
        for field, gap in zip(self.fields, task.gaps, strict=True):
            field.setAccessibleDescription(". ".join(filter(None, (gap.hint, self._text.said))))

    @property
    def text(self) -> QWidget:
        """Return the sentence."""
        return self._text

    @property
    def stops(self) -> list[QWidget]:
        """Return the lines."""
        return [*self.fields]

    @property
    def tells_answer(self) -> bool:
        """Tell that the sentence stands whole."""
        return True

    def judge(self, judgement: Judgement | None) -> None:
        """Fill the gaps; below the sentence stands what was written."""
        self._text.fill()
        super().judge(judgement)

    def submit(self) -> None:
        """Give what was written into each gap."""
        self.answered.emit([field.text() for field in self.fields])

    def told(self, parts: Sequence[Part]) -> list[QWidget]:
        """Return gap by gap what was written, and what belongs there."""
        if not self._many:
            return self.told_alone(parts[0])
        marks = asking.marks()
        rows: list[QWidget] = []
        for number, part in enumerate(parts, 1):
            row = JudgedRow(str(number), marks[part.mark], asking.MARK_ROLES[part.mark])
            row.add(CardText(part.right, "answer"))
            if part.given and part.reason is not Reason.EXACT:
                row.add(Letters(part.difference, "remark"))
            rows.append(row)
        runs = [run for part in parts if part.given for run in part.difference]
        if differs(runs):
            rows.append(Text(legend(runs), "small", wrap=True))
        return rows

    def _name(self, number: int) -> str:
        name = self.tr("Gap {n}") if self._many else self.tr("The missing words")
        return name.replace("{n}", str(number))
