"""What can be pressed: the answer's reveal, then four ratings with what they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from nqpf_study.domain.review import Rating
from nqpf_study.ui.native_keys import native
from nqpf_study.ui.session.parts.part import FormPart
from nqpf_study.ui.session.question import Phase, Question, RatingKey
from nqpf_study.ui.style import set_role
from nqpf_study.ui.tokens import HALF, STEP
from nqpf_study.ui.widgets.text import Text

_ROOMY, _TIGHT = STEP + HALF, HALF
"""The margins beside a rating's words, in px."""


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
        self._row.setContentsMargins(_ROOMY, STEP, _ROOMY, STEP)
        self._row.setSpacing(STEP)
        self._key = Text(str(rating.value), "key")
        self._row.addLayout(down, 1)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(Widget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_key(self, key: RatingKey) -> None:
        """Show a rating, and what it leads to for the card on the screen."""
        self.rating = key.rating
        set_role(self._word, f"rating-{key.rating.name.lower()}")
        self._word.setText(key.word)
        self._wait.setText(key.wait)
        self.setEnabled(key.allowed)
        set_role(self, "rating-proposed" if key.proposed else "rating")
        self._use_room()
        self.updateGeometry()
        self.setAccessibleName(key.spoken)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines and the key."""
        least = self.minimumSizeHint()
        wider = 2 * (_ROOMY - _TIGHT) + self._key.sizeHint().width() + STEP
        return QSize(least.width() + wider, least.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of both lines: the key and wide margins show where there is room."""
        for part in (self._word, self._wait):
            part.ensurePolished()  # a plain font is narrower
        word, wait = self._word.sizeHint(), self._wait.sizeHint()
        margins = self._row.contentsMargins()
        across = 2 * _TIGHT
        down = margins.top() + margins.bottom()
        return QSize(across + max(word.width(), wait.width()), down + word.height() + wait.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show more, or less."""
        super().resizeEvent(event)
        self._use_room()

    def _use_room(self) -> None:
        """Show the key, and leave wide margins, where the words leave room."""
        roomy = self.width() >= self.minimumSizeHint().width() + 2 * (_ROOMY - _TIGHT)
        side = _ROOMY if roomy else _TIGHT
        self._row.setContentsMargins(side, STEP, side, STEP)
        self._key.setVisible(self.width() >= self.sizeHint().width())


class RatingBar(QStackedWidget):
    """What ends the question, then the ratings."""

    revealed = Signal()
    given_up = Signal()
    checked = Signal()
    rated = Signal(object)
    """A rating was pressed."""

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._reveal = QPushButton(self.tr("Show answer"))
        self._reveal.setToolTip(self.tr("Space or Enter"))
        self._reveal.clicked.connect(self.revealed)
        self.give_up = QPushButton(self.tr("Don't know"))
        self.give_up.setToolTip(native("Ctrl+D"))
        self.give_up.clicked.connect(self.given_up)
        self.check = QPushButton(self.tr("Check"))
        self.check.setToolTip(self.tr("Enter"))
        self.check.clicked.connect(self.checked)
        ending = Widget()
        beside = QHBoxLayout(ending)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(STEP)
        policy = QSizePolicy.Policy
        for button, share in ((self._reveal, 1), (self.give_up, 1), (self.check, 2)):
            button.setSizePolicy(policy.Preferred, policy.Expanding)
            beside.addWidget(button, share)
        for button in (self._reveal, self.check):
            set_role(button, "primary")
        self._buttons = [RatingButton(rating) for rating in Rating]
        rating_row = Widget()
        across = QHBoxLayout(rating_row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(STEP)
        for rating in self._buttons:
            rating.clicked.connect(lambda _checked=False, b=rating: self.rated.emit(b.rating))
            across.addWidget(rating)
        self.addWidget(ending)
        self.addWidget(rating_row)

    @property
    def reveal_button(self) -> QPushButton:
        """Return the button that shows the answer."""
        return self._reveal

    @property
    def rating_buttons(self) -> Sequence[RatingButton]:
        """Return the ratings' buttons, Again first."""
        return self._buttons

    @property
    def stops(self) -> list[Widget]:
        """Return what can have the focus, in its order."""
        return [self._reveal, self.give_up, self.check, *self._buttons]

    def show_state(self, question: Question, part: FormPart | None) -> None:
        """Show what can be pressed now, and put the focus on what one key accepts."""
        if question.phase is Phase.QUESTION:
            checks = part is not None and part.checks
            self._reveal.setVisible(not checks)
            self.give_up.setVisible(checks)
            self.check.setVisible(checks)
            self.show_given(part)
            self._turn(0, None if checks else self._reveal)
            return
        proposed: Widget | None = None
        for button, key in zip_longest(self._buttons, question.ratings):
            button.setVisible(key is not None)
            if key is not None:
                button.show_key(key)
                proposed = button if key.proposed else proposed
        self._turn(1, proposed)

    def _turn(self, place: int, focused: Widget | None) -> None:
        """Show one of the rows; the focus is there before the other goes, or it would wander."""
        row = self.widget(place)
        if focused is not None and row is not None:
            row.show()
            focused.setFocus()
        self.setCurrentIndex(place)

    def show_given(self, part: FormPart | None) -> None:
        """Let the answer be checked where there is one."""
        self.check.setEnabled(part is not None and part.given)
