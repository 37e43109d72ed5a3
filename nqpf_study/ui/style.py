"""The look: a Fusion palette and one style sheet, both built from the tokens.

Widgets say what they are by a dynamic property, `role`, and the style sheet says how that looks:

- QLabel: `title`, `display`, `lead`, `muted`, `small` (small and muted), `error`, `key` (a key cap)
- QPushButton and QToolButton: `primary` (one a page), `flat` (no outline until hovered), `danger`
- QFrame: `panel` (a surface with an outline), `side`, `line` (1 px), `notice` (an error's panel)
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from nqpf_study.ui import tokens
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.tokens import CHINESE_FONTS, Colours, scaled

_DARK = "nqpf_dark"
_SCALE = "nqpf_text_scale"


def colours() -> Colours:
    """Return the colours of the present appearance."""
    application = QCoreApplication.instance()
    return tokens.DARK if application and application.property(_DARK) else tokens.LIGHT


def text_scale() -> float:
    """Return the present text scale, 1 where none was set."""
    application = QCoreApplication.instance()
    return float((application and application.property(_SCALE)) or 1.0)


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is; see the module's text. May change while the widget shows."""
    changed = widget.property("role") is not None
    widget.setProperty("role", role)
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Look(QObject):
    """Dresses an application, and follows the system's light and dark where it is to.

    The application is to have the Fusion style, and the system's palette still.
    """

    def __init__(self, application: QApplication, appearance: Appearance, scale: float) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        self._scale = scale
        self._family = application.font().family()
        self._system_is_dark = _is_dark(application.palette())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    def choose(self, appearance: Appearance, scale: float) -> None:
        """Change appearance or text scale; every open window follows."""
        if (appearance, scale) != (self._appearance, self._scale):
            self._appearance, self._scale = appearance, scale
            self._dress()

    def _follow(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - costly, see `nqpf_study.ui.shell`

        scheme = QGuiApplication.styleHints().colorScheme()
        self._system_is_dark = scheme is Qt.ColorScheme.Dark
        self._dress()

    def _dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._system_is_dark
        return self._appearance is Appearance.DARK

    def _dress(self) -> None:
        self._application.setProperty(_DARK, self._dark())
        self._application.setProperty(_SCALE, self._scale)
        font = QFont()
        font.setFamilies([self._family, *CHINESE_FONTS])
        font.setPixelSize(scaled(tokens.BODY, self._scale))
        self._application.setFont(font)
        self._application.setPalette(palette(colours()))
        self._application.setStyleSheet(sheet(colours(), self._scale))
        for window in self._application.topLevelWidgets():
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.PaletteChange))


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def palette(colours: Colours) -> QPalette:
    """Return the Fusion palette of an appearance."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_accent,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.surface,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.border,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(off, role, QColor(colours.border))
    return made


def sheet(colours: Colours, scale: float) -> str:
    """Return the style sheet of an appearance at a text scale."""
    sizes = {
        name: f"{scaled(size, scale)}px"
        for name, size in {
            "small": tokens.SMALL,
            "body": tokens.BODY,
            "lead": tokens.LEAD,
            "title_size": tokens.TITLE,
            "display": tokens.DISPLAY,
        }.items()
    }
    values = colours._asdict() | sizes | {"radius": f"{tokens.RADIUS}px", "hit": f"{tokens.HIT}px"}
    made = _SHEET
    for name in sorted(values, key=len, reverse=True):
        made = made.replace(f"${name}", values[name])
    return made


_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="display"] { font-size: $display; font-weight: 600; }
QLabel[role="title"] { font-size: $title_size; font-weight: 600; }
QLabel[role="lead"] { font-size: $lead; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="error"] { color: $again; }
QLabel[role="key"] {
    color: $muted; font-size: $small; border: 1px solid $line; border-radius: 4px; padding: 1px 5px;
}

QFrame[role="panel"], QFrame[role="notice"] {
    background: $surface; border: 1px solid $line; border-radius: $radius;
}
QFrame[role="notice"] { border-color: $again; }
QFrame[role="side"] { background: $side; border: none; border-right: 1px solid $line; }
QFrame[role="bar"] { background: $side; border: none; border-top: 1px solid $line; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton {
    background: $surface; border: 1px solid $border; border-radius: $radius;
    padding: 5px 16px; min-height: 20px;
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
QPushButton[role="primary"]:focus { border: 2px solid $text; }
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
QPushButton[role="flat"], QToolButton[role="flat"] {
    background: transparent; border: 1px solid transparent;
}
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:checked, QToolButton[role="flat"]:checked { background: $accent_soft; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border: 2px solid $accent; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit, QTextBrowser {
    background: $surface; border: 1px solid $border; border-radius: $radius; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: 20px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,
QTextEdit:focus, QTextBrowser:focus { border: 2px solid $accent; padding: 4px 7px; }
QComboBox::drop-down { border: none; width: 24px; }
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
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600;
}
QHeaderView { background: $window; border: none; }
QTableCornerButton::section { background: $window; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border: 3px solid transparent; border-radius: 6px; }
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
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QTabWidget::pane { border: none; }
QGroupBox { border: none; font-weight: 600; }
"""
