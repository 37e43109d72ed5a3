"""Choice: answers to choose from, numbered."""

from __future__ import annotations

from collections.abc import Callable

from nqpf_study.domain.forms import Choice, Judgement
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.parts.rows import RowButton
from nqpf_study.ui.widgets.text import Text


class ChoicePart(FormPart):
    """Answers of which one press chooses; afterwards which one was right."""

    checks = False

    def __init__(self, task: Choice, worded: Callable[[str], str]) -> None:
        super().__init__()
        self._task = task
        self._worded = worded
        self._chosen: int | None = None
        self._judged = False
        self.setAccessibleName(self.tr("Answers to choose from"))
        self.buttons = [RowButton(str(at), "") for at in range(1, len(task.options) + 1)]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, at=at: self._choose(at))
            self.column.addWidget(button)
        self.say_again()

    @property
    def tells_answer(self) -> bool:
        """Tell that the right answer is one of these."""
        return True

    def press(self, number: int) -> None:
        """Choose the answer of this number."""
        if number <= len(self.buttons):
            self._choose(number - 1)

    def judge(self, judgement: Judgement | None) -> None:  # noqa: ARG002 - the choice says it all
        """Mark the right answer, and the one that was chosen."""
        if self._judged:
            return
        self._judged = True
        for at, button in enumerate(self.buttons):
            right, chosen = at == self._task.right, at == self._chosen
            button.become("option-right" if right else "option-wrong" if chosen else "option-other")
            verdict = self._verdict(right=right, chosen=chosen)
            if verdict:
                button.row.addWidget(Text(verdict, "good" if right else "again"))
                button.let_through()
                button.setAccessibleName(f"{button.accessibleName()} ({verdict})")
            button.setEnabled(False)

    def say_again(self) -> None:
        """Word the answers, with pinyin or without."""
        for at, (button, text) in enumerate(zip(self.buttons, self._task.options, strict=True)):
            worded = self._worded(text)
            button.words.say(worded)
            if not self._judged:
                button.setAccessibleName(f"{at + 1}: {worded}")

    def _choose(self, at: int) -> None:
        self._chosen = at
        self.answered.emit(at)

    def _verdict(self, *, right: bool, chosen: bool) -> str:
        if right:
            return self.tr("Your choice, right") if chosen else self.tr("The answer")
        return self.tr("Your choice") if chosen else ""
