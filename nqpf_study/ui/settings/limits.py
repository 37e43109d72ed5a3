"""How one deck is studied: cards a day, retention, learning steps, cards that keep slipping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from nqpf_study.domain.errors import Progress, StudyError
from nqpf_study.domain.options import DeckOptions, NewOrder
from nqpf_study.domain.steps import steps_read, steps_said
from nqpf_study.ui.language import told_error
from nqpf_study.ui.planning.weighing import Reckoned, Weighing
from nqpf_study.ui.style import text_scale
from nqpf_study.ui.tokens import HIT, ROOM, STEP
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.tall_dialog import TallDialog
from nqpf_study.ui.widgets.text import Line, Text

MOST_CARDS = 9999
LEAST_RETENTION, MOST_RETENTION = 70, 99
MOST_LAPSES = 99
LARGE = 1.5
"""The text scale from which a field stands below its name."""


class LimitsDialog(TallDialog):
    """Edits a deck's options; `keep` is called with them when they make sense."""

    def __init__(
        self,
        title: str,
        options: DeckOptions,
        keep: Callable[[DeckOptions], object],
        parent: QWidget | None = None,
        *,
        reckon: Callable[[Progress], Reckoned] | None = None,
    ) -> None:
        """Edit `options`; `reckon` works out what retentions cost, None shows no such picture."""
        super().__init__(
            QCoreApplication.translate("LimitsDialog", "Limits and learning steps"),
            title,
            parent=parent,
        )
        self._options = options
        self._keep = keep
        self.new = NumberBox(options.new_per_day, 0, MOST_CARDS)
        self.order = QComboBox()
        self.order.addItem(self.tr("As the deck has them"), NewOrder.DECK)
        self.order.addItem(self.tr("Mixed, always in the same way"), NewOrder.RANDOM)
        self.order.setCurrentIndex(self.order.findData(options.new_order))
        self.reviews = NumberBox(options.reviews_per_day, 0, MOST_CARDS)
        self._percent = round(options.plan.desired_retention * 100)
        self.retention = NumberBox(self._percent, LEAST_RETENTION, MOST_RETENTION, "%")
        self.steps = QLineEdit(steps_said(options.plan.learning_steps))
        self.steps_again = QLineEdit(steps_said(options.plan.relearning_steps))
        self.leech = NumberBox(options.leech_threshold, 0, MOST_LAPSES)
        self.leech.setSpecialValueText(self.tr("Never"))
        self.weighing = Weighing(reckon) if reckon is not None else None
        self._labels: list[Text] = []
        self._lay_out()
        self.new.setFocus()

    def accept(self) -> None:
        """Keep what was entered, or say what is wrong with it."""
        self.clear_error()
        plan = self._options.plan
        if self.retention.value() != self._percent:  # else it may be finer than whole percent
            plan = replace(plan, desired_retention=self.retention.value() / 100)
        field = self.steps
        try:
            plan = replace(plan, learning_steps=steps_read(field.text()))
            field = self.steps_again
            plan = replace(plan, relearning_steps=steps_read(field.text()))
        except StudyError as error:
            self.fail(told_error(error))
            field.setFocus()
            field.selectAll()
            return
        self._keep(
            replace(
                self._options,
                new_per_day=self.new.value(),
                reviews_per_day=self.reviews.value(),
                new_order=NewOrder(self.order.currentData()),
                leech_threshold=self.leech.value(),
                plan=plan,
            )
        )
        super().accept()

    def _lay_out(self) -> None:
        cards = self._part(self.tr("Cards a day"))
        self._add(
            cards,
            self.new,
            self.tr("New cards a day"),
            self.tr("Each of them comes back several times in its first weeks."),
        )
        self._add(cards, self.order, self.tr("New cards come"))
        self._add(
            cards,
            self.reviews,
            self.tr("Reviews a day, at most"),
            self.tr("What is over waits for the next day, and is asked later than it should be."),
        )
        remembering = self._part(self.tr("How much to remember"))
        self._add(
            remembering,
            self.retention,
            self.tr("Desired retention"),
            self.tr("The share of reviews that you want to remember. More means more reviews."),
        )
        if self.weighing is not None:
            remembering.addRow(self.weighing)
            self.weighing.choose(self.retention.value() / 100)
            self.weighing.chosen.connect(lambda share: self.retention.setValue(round(100 * share)))
            self.weighing.grown.connect(self.take_room)
            self.retention.valueChanged.connect(self._weigh)
            self.finished.connect(self.weighing.stop)
        steps = self._part(self.tr("Learning"))
        self._add(
            steps,
            self.steps,
            self.tr("Steps of a new card"),
            self.tr(
                "When a card comes back before days are counted: 1m 10m is after a minute, then "
                "after ten. Use s, m, h and d; leave it empty for none."
            ),
        )
        self._add(
            steps,
            self.steps_again,
            self.tr("Steps after forgetting"),
            self.tr("The same for a card that you knew and forgot."),
        )
        slipping = self._part(self.tr("Cards that keep slipping"))
        self._add(
            slipping,
            self.leech,
            self.tr("List a card when forgotten this often"),
            self.tr("It is shown under Progress. It goes on being asked unless you suspend it."),
        )
        self.body.addStretch(1)
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)

    def _weigh(self, percent: int) -> None:
        if self.weighing is not None:
            self.weighing.choose(percent / 100)

    def _part(self, name: str) -> QFormLayout:
        if self.body.count():
            self.body.addWidget(Line())
        self.body.addWidget(Text(name, "heading"))
        form = QFormLayout()
        form.setHorizontalSpacing(ROOM)
        form.setVerticalSpacing(STEP)
        if text_scale() >= LARGE:
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.body.addLayout(form)
        return form

    def _add(self, form: QFormLayout, field: QWidget, name: str, explained: str = "") -> None:
        field.setAccessibleName(name)
        field.setAccessibleDescription(explained)
        label = Text(name)
        label.setMinimumHeight(HIT)  # a lower one is put at the field's top, not at its middle
        label.setBuddy(field)
        self._labels.append(label)
        form.addRow(label, field)
        if explained:
            said = Text(explained, "small", wrap=True)
            said.setContentsMargins(0, 0, 0, STEP)
            form.addRow(said)


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
