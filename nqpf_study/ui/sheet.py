"""The style sheet, with `$name` where a token goes; `nqpf_study.ui.style` fills it in."""

from __future__ import annotations

SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 360px; }
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="display"] { font-size: $display; font-weight: 600; }
QLabel[role="title"] { font-size: $title_size; font-weight: 600; }
QLabel[role="heading"] { font-size: $lead; font-weight: 600; }
QLabel[role="lead"] { font-size: $lead; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="error"] { color: $again; }
QLabel[role="question"] { font-size: $question; }
QLabel[role="answer"], QLabel[role="answer-mark"] { font-size: $answer; }
QLabel[role="answer-mark"] { color: $muted; }
QLabel[role="reading"] { font-size: $lead; color: $muted; }
QLabel[role="remark"] { font-size: $lead; color: $muted; }
QLabel[role="option"] { font-size: $lead; }
QLabel[role="hint"] { color: $hard; }
QLabel[role="quotation"] { color: $text; border-left: 3px solid $mark_line; padding-left: 8px; }
QLabel[role="good"] { color: $good; font-weight: 600; }
QLabel[role="nearly"] { color: $hard; font-weight: 600; }
QLabel[role="again"] { color: $again; font-weight: 600; }
QLabel[role="rating-again"] { color: $again; font-weight: 600; }
QLabel[role="rating-hard"] { color: $hard; font-weight: 600; }
QLabel[role="rating-good"] { color: $good; font-weight: 600; }
QLabel[role="rating-easy"] { color: $easy; font-weight: 600; }
QLabel:disabled { color: $border; }
QLabel[role="key"] {
    color: $muted; font-size: $small; border: 1px solid $line; border-radius: 4px; padding: 1px 5px;
}

QLabel[role="pair"] {
    color: $on_accent; background: $accent; font-size: $small; font-weight: 600;
    border-radius: 4px; padding: 2px 6px;
}

QFrame[role="panel"], QFrame[role="notice"] {
    background: $surface; border: 1px solid $line; border-radius: $radius;
}
QFrame[role="notice"] { border-color: $again; }
QFrame[role="side"] { background: $side; border: none; border-right: 1px solid $line; }
QFrame[role="bar"] { background: $side; border: none; border-top: 1px solid $line; }
QFrame[role="judged"], QFrame[role="judged-own"] {
    background: $surface; border: 1px solid $line; border-radius: $radius;
}
QFrame[role="judged-own"] { border: 2px solid $accent; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton {
    background: $surface; border: 1px solid $border; border-radius: $radius;
    padding: 5px 16px; min-height: 20px; outline: none;
}
QToolButton { padding: 5px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 15px; }
QToolButton:focus { padding: 4px; }
QPushButton:disabled, QToolButton:disabled { color: $border; border-color: $line; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 4px 15px; }
QPushButton[role="primary"]:disabled {
    background: $line; color: $muted; border-color: $line;
}
QPushButton[role="place"] {
    background: transparent; border: 2px solid transparent; text-align: left; padding: 5px 10px;
}
QPushButton[role="place"]:hover { background: $hover; }
QPushButton[role="place"]:checked { background: $accent_soft; font-weight: 600; }
QPushButton[role="place"]:focus { border: 2px solid $accent; }
QPushButton[role="danger"] { color: $again; border-color: $again; }
QPushButton[role="flat"], QPushButton[role="quiet"], QToolButton[role="flat"] {
    background: transparent; border: 1px solid transparent;
}
QPushButton[role="flat"]:hover, QPushButton[role="quiet"]:hover, QToolButton[role="flat"]:hover {
    background: $hover;
}
QPushButton[role="flat"]:checked, QPushButton[role="quiet"]:checked,
QToolButton[role="flat"]:checked { background: $accent_soft; }
QPushButton[role="flat"]:focus, QPushButton[role="quiet"]:focus, QToolButton[role="flat"]:focus {
    border: 2px solid $accent;
}
QPushButton[role="quiet"] { padding-left: 7px; padding-right: 7px; }
QPushButton[role="quiet"]:focus { padding-left: 6px; padding-right: 6px; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 1px;
    text-align: left; min-height: 20px;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 1px 0; }
QPushButton[role="option"], QPushButton[role="option-other"], QPushButton[role="rating"],
QPushButton[role="rating-proposed"] { border: 1px solid $border; padding: 0; }
QPushButton[role="option-other"] { border-color: $line; background: transparent; }
QPushButton[role="option-right"] { border: 2px solid $good; padding: 0; }
QPushButton[role="option-wrong"] { border: 2px solid $again; padding: 0; }
QPushButton[role="option-held"] {
    border: 1px solid $accent; background: $accent_soft; padding: 0;
}
QPushButton[role="option-held"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[role="option-other"] QLabel[role="option"] { color: $muted; }
QPushButton[role="option-right"] QLabel[role="option"],
QPushButton[role="option-wrong"] QLabel[role="option"] { color: $text; }
QPushButton[role="option-right"] QLabel[role="good"] { color: $good; }
QPushButton[role="option-wrong"] QLabel[role="again"] { color: $again; }
QPushButton[role="rating-proposed"] { background: $accent_soft; }
QPushButton[role="option"]:focus, QPushButton[role="rating"]:focus,
QPushButton[role="rating-proposed"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[role="rating"]:disabled { background: transparent; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator {
    image: url(icons:sheet/chevron-down.svg); width: 16px; height: 16px;
    subcontrol-position: right center; right: 8px;
}

QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox, QPlainTextEdit, QTextEdit,
QTextBrowser {
    background: $surface; border: 1px solid $border; border-radius: $radius; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { min-height: 20px; }
QLineEdit { min-height: $han_body; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; }
QLineEdit[role="answer"] { font-size: $answer; min-height: $han_answer; padding: 5px 12px; }
QLineEdit[role="answer"]:focus { padding: 4px 11px; }
QLineEdit[role="gap"] { font-size: $answer; padding: 0 8px; }
QLineEdit[role="gap"]:focus { padding: 0 7px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus,
QPlainTextEdit:focus,
QTextEdit:focus, QTextBrowser:focus { border: 2px solid $accent; padding: 4px 7px; }
QTextEdit[role="column"] { border: 1px solid $surface; border-radius: 0; padding: 1px; }
QTextEdit[role="column"]:focus { border: 1px solid $accent; padding: 1px; }
QTextEdit[role="excerpt"] {
    border: 2px solid transparent; border-radius: 4px; padding: 0; background: transparent;
}
QTextEdit[role="excerpt"]:focus { border: 2px solid $accent; padding: 0; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url(icons:sheet/chevron-down.svg); width: 16px; height: 16px;
}
QSpinBox, QDoubleSpinBox { padding-right: 60px; }
QDateEdit { padding-right: 28px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 26px; height: 30px; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: center right; right: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: center right; right: 28px; }
QAbstractSpinBox::up-arrow {
    image: url(icons:sheet/chevron-up.svg); width: 12px; height: 12px;
}
QAbstractSpinBox::down-arrow {
    image: url(icons:sheet/chevron-down.svg); width: 12px; height: 12px;
}
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: 16px; height: 16px; border: 1px solid $border; background: $surface;
}
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url(icons:sheet/check-$appearance.svg);
}
QListView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url(icons:sheet/minus-$appearance.svg);
}
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $line; selection-background-color: $accent_soft;
    selection-color: $text; outline: none;
}

QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $border; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QTableView, QTreeView, QListView {
    background: $surface; alternate-background-color: $window; border: 1px solid $line;
    border-radius: $radius; gridline-color: $line; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListWidget::item { padding: 6px 8px; }
QListWidget[role="choices"] { padding: 4px; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QTableView[role="own-selection"], QTreeView[role="own-selection"], QTableView[role="board"] {
    selection-background-color: transparent;
}
QListView[role="clear"], QListView[role="clear"]:focus { background: transparent; border: none; }
QAbstractScrollArea[role="canvas"] {
    background: $surface; border: 1px solid $line; border-radius: $radius;
}
QAbstractScrollArea[role="canvas"]:focus { border: 1px solid $accent; }
QHeaderView::section {
    background: transparent; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600;
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    subcontrol-position: top center; width: 12px; height: 10px;
}
QHeaderView::up-arrow { image: url(icons:sheet/chevron-up.svg); }
QHeaderView::down-arrow { image: url(icons:sheet/chevron-down.svg); }
QTableCornerButton::section { background: transparent; border: none; }
QTableView[role="board"] QHeaderView::section:horizontal { color: $text; padding: 8px 12px; }
QTableView[role="board"] QHeaderView::section:vertical {
    border: none; padding: 12px 12px 8px 12px;
}

QScrollArea { background: transparent; border: none; }
QScrollArea[role="text"] { border: 1px solid transparent; border-radius: $radius; }
QScrollArea[role="text"]:focus { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QProgressBar {
    background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    text-align: center; color: transparent;
}
QProgressBar[role="thin"], QProgressBar[role="thin"]::chunk {
    min-height: 4px; max-height: 4px; border-radius: 2px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QTabWidget::pane { border: none; }
QGroupBox { border: none; font-weight: 600; }
"""
