"""What can be pressed: the answer's reveal, then four ratings with what they lead to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.sitting import Phase, RatingKey, Sitting
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import HALF, STEP
from nqpf_study.ui.widgets.text import Text


class RatingButton(QPushButton):
    """One rating: its word, the interval, and its key."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.rating = rating
        set_role(self, "rating")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._word = Text("", f"rating-{rating.name.lower()}")
        self._wait = Text("", "small")
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self._word)
        down.addWidget(self._wait)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(STEP + HALF, STEP, STEP + HALF, STEP)
        self._row.setSpacing(STEP)
        self._key = Text(str(rating.value), "key")
        self._row.addLayout(down, 1)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(Widget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_key(self, key: RatingKey) -> None:
        """Show what the rating leads to for the card on the screen."""
        self._word.setText(key.word)
        self._wait.setText(key.wait)
        self.setEnabled(key.allowed)
        self.updateGeometry()
        set_role(self, "rating-proposed" if key.proposed else "rating")
        self.setAccessibleName(
            self.tr("{word}: comes back in {wait}")
            .replace("{word}", key.word)
            .replace("{wait}", key.wait)
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines and the key."""
        least = self.minimumSizeHint()
        return QSize(least.width() + self._key.sizeHint().width() + STEP, least.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines: the key is shown where there is room."""
        word, wait = self._word.sizeHint(), self._wait.sizeHint()
        margins = self._row.contentsMargins()
        across = margins.left() + margins.right()
        down = margins.top() + margins.bottom()
        width = max(word.width(), wait.width(), self._word.fontMetrics().averageCharWidth() * 6)
        return QSize(across + width, down + word.height() + wait.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the key where there is room."""
        super().resizeEvent(event)
        self._key.setVisible(self.width() >= self.sizeHint().width())


class RatingBar(QStackedWidget):
    """One wide button that reveals, then the four ratings."""

    revealed = Signal()
    rated = Signal(object)
    """A rating was pressed."""

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._reveal = QPushButton(self.tr("Show answer"))
        self._reveal.setToolTip(self.tr("Space or Enter"))
        set_role(self._reveal, "primary")
        self._reveal.clicked.connect(self.revealed)
        self._buttons = [RatingButton(rating) for rating in Rating]
        rating_row = Widget()
        across = QHBoxLayout(rating_row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(STEP)
        for button in self._buttons:
            button.clicked.connect(lambda _checked=False, b=button: self.rated.emit(b.rating))
            across.addWidget(button)
        reveal_row = Widget()
        alone = QVBoxLayout(reveal_row)
        alone.setContentsMargins(0, 0, 0, 0)
        self._reveal.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        alone.addWidget(self._reveal)
        self.addWidget(reveal_row)
        self.addWidget(rating_row)

    @property
    def reveal_button(self) -> QPushButton:
        """Return the button that shows the answer."""
        return self._reveal

    @property
    def rating_buttons(self) -> Sequence[RatingButton]:
        """Return the ratings' buttons, Again first."""
        return self._buttons

    def show_state(self, sitting: Sitting) -> None:
        """Show what can be pressed now, and put the focus on what one key accepts."""
        if sitting.phase is Phase.QUESTION:
            self.setCurrentIndex(0)
            self._reveal.setFocus()
            return
        self.setCurrentIndex(1)
        for button, key in zip(self._buttons, sitting.ratings, strict=True):
            button.show_key(key)
            if key.proposed:
                button.setFocus()
