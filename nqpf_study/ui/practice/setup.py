"""What a practice test is to be about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nqpf_study.domain.options import FormChoice
from nqpf_study.ui import asking
from nqpf_study.ui.style import set_role, text_scale
from nqpf_study.ui.tokens import GAP, ROOM, STEP, scaled
from nqpf_study.ui.widgets.numbers import NumberBox
from nqpf_study.ui.widgets.text import Text

QUESTIONS, MOST_QUESTIONS = 20, 200
WIDTH, WIDEST = 460, 720
"""The width of the words, in px at a text scale of 1, and at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a test is to be: decks by id (None: all), a search, how many questions, which form.

    A form of None lets the forms take turns.
    """

    decks: tuple[str, ...] | None = None
    search: str = ""
    count: int = QUESTIONS
    form: FormChoice | None = None


class SetupDialog(QDialog):
    """Asks for the decks, the number of questions and how they are asked."""

    started = Signal(object)
    """Take this test now: a Wanted."""

    paper_asked = Signal(object)
    """Write this test on paper: a Wanted."""

    def __init__(
        self,
        titles: Mapping[str, str],
        chosen: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the decks of `titles` by id; those `chosen` are marked, all where none is."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Practice test"))
        self.decks = {id_: QCheckBox(title) for id_, title in titles.items()}
        for id_, box in self.decks.items():
            box.setChecked(not chosen or id_ in chosen)
            box.toggled.connect(self._look)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("All, or words, or tag:…"))
        self.count = NumberBox(QUESTIONS, 1, MOST_QUESTIONS)
        self.form = QComboBox()
        self.form.addItem(self.tr("The forms take turns"), None)
        for form, (name, meaning) in asking.choices().items():
            self.form.addItem(name, form)
            self.form.setItemData(self.form.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        self.error = Text("", "error", wrap=True)
        self.error.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = buttons.addButton(
            self.tr("Start the test"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.paper = buttons.addButton(self.tr("On paper…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.paper.setToolTip(self.tr("The questions with room for the answers, and the key"))
        set_role(self.start, "primary")
        self.start.setDefault(True)
        buttons.accepted.connect(lambda: self.started.emit(self.wanted))
        buttons.rejected.connect(self.reject)
        self.paper.clicked.connect(lambda: self.paper_asked.emit(self.wanted))
        self._lay_out(buttons)
        self.start.setFocus()

    @property
    def wanted(self) -> Wanted:
        """Return what was chosen."""
        marked = tuple(id_ for id_, box in self.decks.items() if box.isChecked())
        form = self.form.currentData()
        return Wanted(
            None if len(marked) == len(self.decks) else marked,
            self.search.text().strip(),
            self.count.value(),
            None if form is None else FormChoice(form),
        )

    def show_error(self, text: str) -> None:
        """Say why there is no such test."""
        self.error.setText(text)
        self.error.show()
        self.adjustSize()

    def _look(self) -> None:
        some = any(box.isChecked() for box in self.decks.values())
        for button in (self.start, self.paper):
            button.setEnabled(some)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        column = QWidget()
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, GAP, 0)
        down.setSpacing(STEP)
        width = min(scaled(WIDTH, text_scale()), WIDEST)
        heading = Text(self.tr("Practice test"), "title")
        heading.setMinimumWidth(width)
        down.addWidget(heading)
        down.addWidget(
            Text(
                self.tr("A test changes nothing: no card comes earlier or later because of it."),
                wrap=True,
            )
        )
        down.addSpacing(STEP)
        down.addWidget(Text(self.tr("Decks"), "small"))
        for box in self.decks.values():
            down.addWidget(box)
        self._add(down, self.tr("Cards that a search finds"), self.search)
        self._add(down, self.tr("Questions, at most"), self.count)
        self._add(down, self.tr("How they are asked"), self.form)
        down.addWidget(self.error)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        scroll.setWidget(column)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(column.minimumSizeHint().width() + bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROOM, ROOM, ROOM, GAP)
        whole.setSpacing(GAP)
        whole.addWidget(scroll)
        whole.addWidget(buttons)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows everything, as far as the window below has room."""
        ground = self.parentWidget()
        room = ground.window().size() if ground else self.screen().availableSize()
        return super().sizeHint().boundedTo(room - QSize(2 * GAP, 2 * GAP))

    @staticmethod
    def _add(down: QVBoxLayout, name: str, field: QWidget) -> None:
        label = Text(name, "small")
        label.setBuddy(field)
        field.setAccessibleName(name)
        down.addSpacing(STEP // 2)
        down.addWidget(label)
        down.addWidget(field)
