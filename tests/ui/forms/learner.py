"""What a learner does at a question with the keyboard, and what is seen of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nqpf_study.domain.deck import Deck
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui.session.parts.gaps import GapText
from nqpf_study.ui.session.sitting import Sitting
from nqpf_study.ui.session.view import SessionView

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
P = TypeVar("P", bound=QWidget)
Begin = Callable[[Deck, FormChoice], Sitting]


def press(
    view: SessionView, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None
) -> None:
    """Press keys where the focus is, as a learner does."""
    for key in keys:
        focused = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)


def compose(text: str) -> None:
    """Let an input method have letters in the making."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QInputMethodEvent(text, []))


def commit(text: str) -> None:
    """Let an input method hand over what was made."""
    focused, event = QApplication.focusWidget(), QInputMethodEvent()
    assert focused is not None
    event.setCommitString(text)
    QApplication.sendEvent(focused, event)


def said(part: QWidget) -> str:
    """Return all labels and texts of a part that are on the screen."""
    QApplication.processEvents()
    labels = [label for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
    texts = [text.said for text in part.findChildren(GapText) if text.isVisibleTo(part)]
    return "\n".join([*(getattr(label, "said", label.text()) for label in labels), *texts])


def proposed(sitting: Sitting) -> Rating:
    (rating,) = [key.rating for key in sitting.ratings if key.proposed]
    return rating


def part_of(view: SessionView, kind: type[P]) -> P:
    assert isinstance(view.card.part, kind)
    return view.card.part
