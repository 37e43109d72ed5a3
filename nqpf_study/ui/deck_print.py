"""A deck on paper: how much of it, then a printer or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QRadioButton, QWidget

from nqpf_study.ui.language import told
from nqpf_study.ui.printing import Make, Printing
from nqpf_study.ui.style import set_role
from nqpf_study.ui.widgets.tall_dialog import Standard, TallDialog
from nqpf_study.ui.widgets.text import Text

if TYPE_CHECKING:
    from nqpf_study.app import Study
    from nqpf_study.exchange.print_deck import Handout


class HandoutDialog(TallDialog):
    """Asks how much of a deck is printed, and whether it is printed or kept."""

    print_asked = Signal(object)
    """Print this much (a Handout)."""

    save_asked = Signal(object)
    """Keep this much (a Handout) as a file."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        from nqpf_study.exchange.print_deck import Handout  # noqa: PLC0415 - when first shown

        heading = QCoreApplication.translate("HandoutDialog", "Print “{deck}”")
        said = heading.replace("{deck}", title)
        super().__init__(said, said, Standard.Cancel, parent)
        explained = self.tr("The deck's title, description and sources come first.")
        self.body.addWidget(Text(explained, wrap=True))
        self.choices = {
            Handout.PASSAGES: QRadioButton(self.tr("Questions, answers and passages")),
            Handout.ANSWERS: QRadioButton(self.tr("Questions and answers")),
            Handout.QUESTIONS: QRadioButton(self.tr("Questions with room for the answers")),
        }
        for button in self.choices.values():
            self.body.addWidget(button)
        self.choices[Handout.PASSAGES].setChecked(True)
        self.print = QPushButton(self.tr("Print…"))
        set_role(self.print, "primary")
        self.print.setDefault(True)
        self.save = QPushButton(self.tr("Save…"))
        self.save.setToolTip(self.tr("As a PDF, a web page or a text"))
        self.save.clicked.connect(self._save)
        self.buttons.addButton(self.print, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        self.accepted.connect(lambda: self.print_asked.emit(self.chosen))
        self.print.setFocus()

    @property
    def chosen(self) -> Handout:
        """Return how much is to be printed."""
        return next(how for how, button in self.choices.items() if button.isChecked())

    def _save(self) -> None:
        how = self.chosen
        self.close()
        self.save_asked.emit(how)


class DeckPrinting(QObject):
    """Prints decks and writes them to where the learner wants them."""

    message = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._printing = Printing(window)
        self._printing.message.connect(self.message)

    def ask(self, study: Study, deck_id: str, title: str) -> None:
        """Ask how much of a deck is wanted, and print it or keep it."""

        def make(how: Handout) -> Make:
            return lambda progress: study.deck_sheet(deck_id, how, told, progress)

        def save(how: Handout) -> None:
            out = self._printing.place(self.tr("Save the handout"), title)
            if out is not None:
                self._printing.write(out, make(how))

        dialog = HandoutDialog(title, self._window)
        dialog.print_asked.connect(lambda how: self._printing.print_out(title, make(how)))
        dialog.save_asked.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
