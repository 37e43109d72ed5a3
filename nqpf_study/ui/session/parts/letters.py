"""What was typed, letter by letter: what is missing, and what is too much."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from nqpf_study.domain.forms import Run, RunKind
from nqpf_study.ui.chinese import marked_up
from nqpf_study.ui.style import colours
from nqpf_study.ui.widgets.text import CardText


class Letters(CardText):
    """Typed text: what is not in the answer is struck out, what is missing is underlined."""

    def __init__(
        self, runs: Sequence[Run], role: str = "answer", parent: QWidget | None = None
    ) -> None:
        self._runs = runs
        super().__init__("".join(run.typed for run in runs), role, parent)
        self.setAccessibleName(spoken(runs))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a switch of the appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.dress()

    def markup(self) -> str:
        """Return the text with its runs marked."""
        return "".join(map(_marked, self._runs))


def differs(runs: Sequence[Run]) -> bool:
    """Tell whether the runs show more than that another text was typed."""
    return len(runs) > 1 and any(run.kind is not RunKind.EQUAL for run in runs)


def legend(runs: Sequence[Run]) -> str:
    """Say what the marks stand for, those that are there."""
    kinds = {run.kind for run in runs}
    said = []
    if kinds & {RunKind.EXTRA, RunKind.REPLACED}:
        said.append(_tr("Struck out: not in the answer."))
    if kinds & {RunKind.MISSING, RunKind.REPLACED}:
        said.append(_tr("Underlined: missing."))
    return " ".join(said)


def spoken(runs: Sequence[Run]) -> str:
    """Say for a screen reader what was typed, and how it differs."""
    said = [_tr("You wrote: {text}.").replace("{text}", "".join(run.typed for run in runs))]
    if differs(runs):
        said += [_spoken(run) for run in runs if run.kind is not RunKind.EQUAL]
    return " ".join(said)


def _spoken(run: Run) -> str:
    text = {
        RunKind.MISSING: _tr("Missing: {right}."),
        RunKind.EXTRA: _tr("Too much: {typed}."),
        RunKind.REPLACED: _tr("{typed} for {right}."),
    }[run.kind]
    return text.replace("{typed}", run.typed).replace("{right}", run.right)


def _marked(run: Run) -> str:
    if run.kind is RunKind.EQUAL:
        return marked_up(run.typed)
    return _run("line-through", colours().again, run.typed) + _run(
        "underline", colours().good, run.right
    )


def _run(line: str, colour: str, text: str) -> str:
    if not text:
        return ""
    style = f"text-decoration: {line}; color: {colour}; font-weight: 600"
    words = marked_up(text).replace(escape(" "), "&nbsp;") if not text.strip() else marked_up(text)
    return f'<span style="{style}">{words}</span>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("letters", text)
