"""How one deck is studied: cards a day, retention, learning steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import DeckOptions
from nqpf_study.ui import words
from nqpf_study.ui.language import told_error
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, HIT, ROOM, STEP, scaled
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.text import Text

MOST_CARDS = 9999
WIDTH, WIDEST = 440, 720
"""The width of the words, in px at a text scale of 1, and at most."""

LEAST_RETENTION, MOST_RETENTION = 70, 97


class LimitsDialog(QDialog):
    """Edits a deck's options; `keep` is called with them when they make sense."""

    def __init__(
        self,
        title: str,
        options: DeckOptions,
        keep: Callable[[DeckOptions], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Limits"))
        self._options = options
        self._keep = keep
        self.new = NumberBox(options.new_per_day, 0, MOST_CARDS)
        self.reviews = NumberBox(options.reviews_per_day, 0, MOST_CARDS)
        percent = round(options.plan.desired_retention * 100)
        self.retention = NumberBox(percent, LEAST_RETENTION, MOST_RETENTION, "%")
        self.steps = QLineEdit(words.steps_said(options.plan.learning_steps))
        self.steps_again = QLineEdit(words.steps_said(options.plan.relearning_steps))
        self.error = Text("", "error", wrap=True)
        self.error.hide()
        form = QFormLayout()
        form.setHorizontalSpacing(ROOM)
        form.setVerticalSpacing(STEP)
        self._add(form, self.new, self.tr("New cards a day"))
        self._add(form, self.reviews, self.tr("Reviews a day, at most"))
        self._add(
            form,
            self.retention,
            self.tr("Desired retention"),
            self.tr("The share of reviews that you want to remember. More means more reviews."),
        )
        self._add(
            form,
            self.steps,
            self.tr("Learning steps"),
            self.tr("When a new card comes back before it is in review: 1m 10m."),
        )
        self._add(form, self.steps_again, self.tr("Steps after forgetting"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        set_role(buttons.button(QDialogButtonBox.StandardButton.Save), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        down.setSpacing(GAP)
        heading = Text(title, "title", wrap=True)
        heading.setMinimumWidth(min(scaled(WIDTH, text_scale()), WIDEST))
        down.addWidget(heading)
        down.addLayout(form)
        down.addWidget(self.error)
        down.addWidget(buttons)

    def accept(self) -> None:
        """Keep what was entered, or say what is wrong with it."""
        try:
            plan = replace(
                self._options.plan,
                desired_retention=self.retention.value() / 100,
                learning_steps=words.steps_read(self.steps.text()),
                relearning_steps=words.steps_read(self.steps_again.text()),
            )
        except StudyError as error:
            self.error.setText(str(told_error(error)))
            self.error.show()
            return
        self._keep(
            replace(
                self._options,
                new_per_day=self.new.value(),
                reviews_per_day=self.reviews.value(),
                plan=plan,
            )
        )
        super().accept()

    @staticmethod
    def _add(form: QFormLayout, field: QWidget, name: str, explained: str = "") -> None:
        field.setAccessibleName(name)
        field.setAccessibleDescription(explained)
        label = Text(name)
        label.setMinimumHeight(HIT)  # a lower one is put at the field's top, not at its middle
        label.setBuddy(field)
        form.addRow(label, field)
        if explained:
            form.addRow("", Text(explained, "small", wrap=True))


def limits_said(options: DeckOptions) -> str:
    """Say a deck's limits in one line."""
    said = QCoreApplication.translate(
        "limits", "{new} new and {reviews} reviews a day, {retention}% retention"
    )
    return (
        said.replace("{new}", str(options.new_per_day))
        .replace("{reviews}", str(options.reviews_per_day))
        .replace("{retention}", str(round(options.plan.desired_retention * 100)))
    )
