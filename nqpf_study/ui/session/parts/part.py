"""What every form's part of the card can do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nqpf_study.domain.forms import Judgement
from nqpf_study.ui.tokens import STEP


class FormPart(QWidget):
    """Takes the answer to one card, then shows how it did. It is made anew for each card."""

    answered = Signal(object)
    """The learner's answer is complete: an Answer to the task."""

    given_up = Signal()
    """The learner does not know it."""

    edited = Signal()
    """What is given has changed."""

    reached = Signal(QWidget)
    """This widget is worked on: it has to be seen."""

    checks = True
    """Whether the answer is checked when the learner says so, rather than with one press."""

    written = False
    """Whether letters are typed, so that keys of a letter do nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, STEP, 0, 0)
        self.column.setSpacing(STEP)

    @property
    def text(self) -> QWidget | None:
        """Return what stands instead of the question, None where that stands as it is."""
        return None

    @property
    def given(self) -> bool:
        """Tell whether there is anything to check."""
        return True

    @property
    def tells_answer(self) -> bool:
        """Tell whether the right answer stands here, once it is shown."""
        return False

    @property
    def stops(self) -> list[QWidget]:
        """Return what can have the focus, in the order in which one reads."""
        return [
            part
            for part in self.findChildren(QWidget)
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]

    def take_focus(self) -> bool:
        """Take the focus where the answer is given here; tell whether."""
        return False

    def fit(self, room: int) -> None:
        """Take so many px of height, as far as that can be; does nothing by default."""

    def draft(self) -> object:
        """Return what was given so far, for `take_up`; None where that is nothing."""
        return None

    def take_up(self, draft: object) -> None:
        """Go on with what `draft` returned, of a part for the same card."""

    def press(self, number: int) -> None:
        """Take a number key, from 1 on; does nothing by default."""

    def submit(self) -> None:
        """Give the answer as it stands."""

    def enter(self) -> None:
        """Do what Enter does: give the answer, or give up where there is none."""
        if self.given:
            self.submit()
        else:
            self.given_up.emit()

    def judge(self, judgement: Judgement | None) -> None:
        """Show how the answer did; None where none was given. May be called again."""
        raise NotImplementedError

    def say_again(self) -> None:
        """Word the answers anew: pinyin was shown or hidden. Does nothing by default."""

    def summary(self, judgement: Judgement) -> str:  # noqa: ARG002 - for those with parts
        """Say for a screen reader how the parts of an answer did; nothing by default."""
        return ""
