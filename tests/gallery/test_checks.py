"""Each check finds the fault that it is for, where one was planted, and says where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from checks import Fault, looked_over, unseen_focus
from checks.contrast import contrast, faint
from checks.fitting import cut_off
from checks.glyphs import boxes, undrawn
from checks.hitting import small
from checks.placing import misplaced
from checks.telling import out_of_turn, untold
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study import paths
from nqpf_study.ui.fonts import FILE
from nqpf_study.ui.reader.head import Elided
from nqpf_study.ui.style import colours, set_role
from nqpf_study.ui.widgets.text import CardText, Text

WORDS = "A sentence that needs more room than there is"

Check = Callable[[QWidget], Iterator[Fault]]


def put(window: QWidget, part: QWidget, *, width: int = 0, height: int = 0) -> None:
    """Put a widget into the window, held to a size where one is given."""
    if width:
        part.setFixedWidth(width)
    if height:
        part.setFixedHeight(height)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)


def seen(qtbot: QtBot, window: QWidget, check: Check) -> list[Fault]:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return list(check(window))


def wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def edge(label: QLabel) -> QLabel:
    label.setIndent(0)
    return label


@pytest.mark.parametrize(
    ("make", "width", "height", "named"),
    [
        (lambda: QLabel(WORDS), 100, 0, "QLabel “A sentence that needs"),
        (lambda: wrapped(WORDS), 100, 20, "QLabel “A sentence that needs"),
        (lambda: wrapped("Incomprehensibilities"), 60, 40, "QLabel “Incomprehensibilities”"),
        (lambda: CardText(WORDS), 100, 20, "CardText “A sentence that needs"),
        (lambda: QPushButton(WORDS), 100, 0, "QPushButton “A sentence that needs"),
        (lambda: QCheckBox(WORDS), 100, 0, "QCheckBox “A sentence that needs"),
        (lambda: combo(WORDS), 100, 0, "QComboBox “A sentence that needs"),
        (lambda: field(WORDS), 100, 0, "QLineEdit “A sentence that needs"),
        (lambda: number(WORDS), 100, 0, "QSpinBox"),
        (lambda: table("A heading too long", ""), 120, 0, "QTableWidget > QHeaderView"),
        (lambda: table("", WORDS), 120, 0, "QTableWidget"),
        (lambda: document(WORDS), 60, 40, "QTextEdit"),
    ],
)
def test_words_that_are_cut_off(
    qtbot: QtBot,
    window: QWidget,
    make: Callable[[], QWidget],
    width: int,
    height: int,
    named: str,
) -> None:
    put(window, make(), width=width, height=height)
    put(window, make())  # and one with room enough
    found = {str(fault) for fault in seen(qtbot, window, cut_off)}
    assert len(found) == 1, found
    (said,) = found
    assert said.startswith(f"Screen > {named}"), said
    assert "cut off" in said


def combo(text: str) -> QComboBox:
    box = QComboBox()
    box.addItem(text)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def field(text: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(text)
    line.setMinimumWidth(100)
    return line


def number(text: str) -> QSpinBox:
    box = QSpinBox()
    box.setSuffix(text)
    return box


def table(heading: str, cell: str) -> QTableWidget:
    made = QTableWidget(1, 1)
    made.setHorizontalHeaderItem(0, QTableWidgetItem(heading))
    made.setItem(0, 0, QTableWidgetItem(cell))
    made.setWordWrap(False)
    made.horizontalHeader().setStretchLastSection(True)
    return made


def document(text: str) -> QTextEdit:
    made = QTextEdit(text)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def test_words_with_an_ellipsis_need_a_tooltip(qtbot: QtBot, window: QWidget) -> None:
    short = Elided()
    short.setText(WORDS)
    put(window, short, width=100)
    window.show()
    window.grab()
    assert seen(qtbot, window, cut_off) == []  # it tells all in its tooltip
    short.setToolTip("")
    assert "no tooltip" in str(*cut_off(window))


def test_a_widget_outside_of_its_window(qtbot: QtBot, window: QWidget) -> None:
    QLabel("Gone", window).setGeometry(380, 10, 60, 20)
    (found,) = seen(qtbot, window, misplaced)
    assert str(found).startswith("Screen > QLabel “Gone”: sticks out of Screen")


def test_widgets_that_lie_over_each_other(qtbot: QtBot, window: QWidget) -> None:
    QLabel("One", window).setGeometry(10, 10, 60, 20)
    QLabel("Other", window).setGeometry(60, 20, 60, 20)
    (found,) = seen(qtbot, window, misplaced)
    assert "“One”: lies over Screen > QLabel “Other”, by 10x10 px" in str(found)


def test_a_page_that_is_wider_than_the_window(qtbot: QtBot, window: QWidget) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(QLabel(20 * WORDS))
    put(window, area)
    (found,) = seen(qtbot, window, misplaced)
    assert "QScrollArea: holds what is" in str(found)


def test_what_is_too_small_to_hit(qtbot: QtBot, window: QWidget) -> None:
    put(window, QPushButton("x"), width=20, height=32)
    put(window, QPushButton("Large enough"))
    (found,) = seen(qtbot, window, small)
    assert str(found) == "Screen > QPushButton “x”: it is hard to hit: 20x32 px"


def test_a_character_that_no_font_has(qtbot: QtBot, window: QWidget) -> None:
    put(window, Text("well said"))
    assert undrawn("a", window.font()) == []
    private = "\uf8fe"  # of private use: no font for texts has it
    put(window, Text(f"x{private}"))
    assert [str(fault) for fault in seen(qtbot, window, boxes)] == [
        f"Screen > Text “x{private}”: no font has {private} (U+F8FE)"
    ]


def test_every_character_of_decks_sources_and_translations_is_drawn_in_the_window(
    window: QWidget,
) -> None:
    shipped = [
        *paths.decks(),
        *(paths.shipped() / "seeds").glob("*.txt"),
        *(paths.resources() / "translations").glob("*.ts"),
        *(paths.resources() / "starter" / "zh-CN").iterdir(),
        paths.guide(),
        paths.guide(chinese=True),
    ]
    assert len(shipped) > 13
    key = QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / FILE))
    try:
        lacking = {
            character: path.name
            for path in shipped
            for character in undrawn(path.read_text(encoding="utf-8"), window.font())
        }
    finally:
        QFontDatabase.removeApplicationFont(key)
    assert lacking == {}


def test_faint_words(qtbot: QtBot, window: QWidget) -> None:
    label = QLabel("Can you read this?")
    label.setStyleSheet("color: #d5d2cc;")
    put(window, label)
    for role in ("muted", "small", "error"):
        put(window, Text("This can be read well", role))
    found = seen(qtbot, window, lambda shown: faint(shown, shown.grab().toImage()))
    assert len(found) == 1
    assert str(found[0]).startswith("Screen > QLabel “Can you read this?”: is faint: a contrast")


def test_words_of_the_colour_of_what_is_really_behind_them(qtbot: QtBot, window: QWidget) -> None:
    ground = QFrame(window)
    ground.setStyleSheet(f"QFrame {{ background: {colours().text}; }}")
    ground.setGeometry(20, 20, 200, 60)
    label = Text("On its own colour", parent=ground)
    label.move(10, 10)
    label.setStyleSheet(f"background: transparent; color: {colours().text};")
    (found,) = seen(qtbot, window, lambda shown: faint(shown, shown.grab().toImage()))
    assert "a contrast of 1.0" in str(found)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x767676, 0xFFFFFF) == pytest.approx(4.54, abs=0.01)


def test_a_focus_that_cannot_be_seen(qtbot: QtBot, window: QWidget) -> None:
    plain = QPushButton("Press")
    plain.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid gray; outline: none; }")
    put(window, plain)
    plain.setFocus()
    (found,) = seen(qtbot, window, unseen_focus)
    assert str(found) == "Screen > QPushButton “Press”: has the focus, and looks as without it"
    plain.setStyleSheet("")
    assert list(unseen_focus(window)) == []
    assert plain.hasFocus()


def test_a_window_without_focus(qtbot: QtBot, window: QWidget) -> None:
    put(window, QLabel("Nothing to press"))
    assert [fault.what for fault in seen(qtbot, window, unseen_focus)] == ["nothing has the focus"]


def test_a_window_that_is_right_has_no_fault(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Save")
    set_role(button, "primary")
    name = QLineEdit("x")
    name.setAccessibleName("Name")
    for part in (Text("Settings", "title"), Text(WORDS, wrap=True), name, button):
        put(window, part)
    button.setFocus()
    assert seen(qtbot, window, lambda it: iter(looked_over(it, it.grab().toImage()))) == []
    assert list(unseen_focus(window)) == []


class Drawn(QWidget):
    """A widget that paints all by itself, and that keys can be used in."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Chart")
        self.setMinimumHeight(40)


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: QLineEdit("x"), "has no name for screen readers"),
        (QPushButton, "has no name for screen readers"),
        (Drawn, "has no role for screen readers"),
    ],
)
def test_what_a_screen_reader_is_not_told(
    qtbot: QtBot, window: QWidget, make: Callable[[], QWidget], what: str
) -> None:
    put(window, make())
    put(window, QPushButton("Save"))
    assert [fault.what for fault in seen(qtbot, window, untold)] == [what]


def test_tab_that_goes_up_again(qtbot: QtBot, window: QWidget) -> None:
    first, second, third = (QPushButton(name) for name in ("One", "Two", "Three"))
    for button in (first, second, third):
        put(window, button)
    assert seen(qtbot, window, out_of_turn) == []
    QWidget.setTabOrder(third, second)
    (found,) = out_of_turn(window)
    assert ("Tab leads up" in found.what, found.where) == (True, "Screen > QPushButton “Two”")


def test_the_way_to_a_fault_names_what_holds_it(qtbot: QtBot, window: QWidget) -> None:
    class Panel(QFrame):
        pass

    panel = Panel()
    put(window, panel, width=200, height=100)
    inside = QLabel(WORDS, panel)
    inside.setGeometry(0, 0, 50, font_height(inside.font()))
    (found,) = seen(qtbot, window, cut_off)
    assert found.where.startswith("Screen > Panel > QLabel “A sentence")


def font_height(font: QFont) -> int:
    return font.pixelSize() + 12
