"""What stands below the card: what went wrong or is to be known, and what can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nqpf_study.domain.errors import StudyError
from nqpf_study.ui import words
from nqpf_study.ui.accessible import announce
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.session.column import Column
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.question import Phase
from nqpf_study.ui.session.ratings import RatingBar
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import GAP, STEP
from nqpf_study.ui.widgets.text import Text


class Bottom(Column):
    """The ratings, with a line for a hint and a panel for an error above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(STEP, GAP, parent)
        self.ratings = RatingBar()
        self._notice = QFrame()
        set_role(self._notice, "notice")
        self._error = Text("", wrap=True)
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(GAP, STEP, GAP, STEP)
        inside.addWidget(self._error)
        self._hint = Text("", "hint", wrap=True)
        self._keys = Text("", "small", wrap=True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in (self._notice, self._hint, self.ratings, self._keys):
            self.down.addWidget(part)
        self.clear()

    @property
    def error(self) -> str:
        """Return the error on the screen, if any."""
        return "" if self._notice.isHidden() else self._error.text()

    @property
    def hint(self) -> str:
        """Return what is said of a hint, if any."""
        return "" if self._hint.isHidden() else self._hint.text()

    def show_state(self, sitting: Sitting, part: FormPart | None) -> None:
        """Show what can be pressed now."""
        self._hint.setText(
            self.tr("You looked it up before the answer: Hard is the best rating for this card.")
        )
        self._hint.setVisible(sitting.hinted)
        self._keys.setText(native(self._keys_said(sitting.phase, part)))
        self.ratings.show_state(sitting, part)

    def _keys_said(self, phase: Phase, part: FormPart | None) -> str:
        if phase is Phase.ANSWER:
            return self.tr("Space takes the marked rating · S source · Z undo · ? all keys")
        if part is None:
            return self.tr("Space shows the answer · S source, as a hint · ? all keys")
        if not part.checks:
            return self.tr("1–4 choose · Space shows the answer · S source · ? all keys")
        if part.written:
            return self.tr("Enter checks · Ctrl+D don't know · Ctrl+S source · F1 all keys")
        return self.tr("Enter checks · Ctrl+D don't know · S source, as a hint · ? all keys")

    def show_error(self, error: StudyError) -> None:
        """Say what could not be saved; the card stays."""
        stays = self.tr("The card stays on the screen: press the key again once this is mended.")
        parts = (error.what, error.safe, error.mend, stays)
        self._error.setText(words.running(parts))
        self._notice.show()
        announce(self, self._error.text())

    def clear(self) -> None:
        """Take an error from the screen."""
        self._notice.hide()
