"""The look: a Fusion palette and one style sheet, both built from the tokens.

Widgets say what they are by a dynamic property, `role`, and the style sheet says how that looks:

- QLabel: `display`, `title`, `heading`, `lead`, `strong`, `muted`, `small` (small and muted),
  `error`, `key` (a key cap), `quotation`; on a card `question`, `answer`, `reading`, `remark`,
  `hint`
- QPushButton and QToolButton: `primary` (one a page), `flat` (no outline until hovered), `quiet`
  (flat, with less room at its sides), `link`, `danger`, `place` (in the side bar); on a card
  `option` and `rating` with their states
- QFrame: `panel` (a surface with an outline), `side`, `bar`, `line` (1 px), `notice` (an error's
  panel)
- texts: `column` (a page to read), `excerpt` (some lines of one); lists and tables: `choices`,
  `clear` (no ground), `own-selection` (painted by its items), `board`; `canvas`: what paints itself

No widget has a sheet of its own: Qt would go through two for all that is inside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QEvent, QObject
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from nqpf_study import paths
from nqpf_study.ui import tokens
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.sheet import SHEET
from nqpf_study.ui.tokens import CHINESE_FONTS, LATIN_FONTS, Colours, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

HAN_LINE = 1.45
"""How high a line of Chinese is, in heights of its font: fields reckon with Latin letters alone."""

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
    before = widget.property("role")
    widget.setProperty("role", role)
    if before != role and (before is not None or widget.isVisible()):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Look(QObject):
    """Dresses an application, and follows the system's light and dark where it is to.

    The application is to have the Fusion style, and the system's palette still. The style sheet is
    the application's or, where the look is `by_window`, that of the window given to `dress` and of
    its dialogs. The latter is two to three times quicker: a part is styled when it comes into the
    window, not anew at each step by which it is put together before.
    """

    def __init__(
        self,
        application: QApplication,
        appearance: Appearance,
        scale: float,
        *,
        by_window: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._wearer: QApplication | QWidget | None = None if by_window else application
        self._appearance = appearance
        self._scale = scale
        system = application.font()
        found = QFontInfo(system).family()  # its own is but an alias where no desktop names one
        self._families = [system.family(), *LATIN_FONTS, found, *CHINESE_FONTS]
        self._system_is_dark = _is_dark(application.palette())
        QDir.addSearchPath("icons", str(paths.resources() / "icons"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on `window`, of a look that is `by_window`."""
        self._wearer = window
        window.destroyed.connect(self._forget)
        window.setStyleSheet(sheet(colours(), self._scale))

    def _forget(self) -> None:
        self._wearer = None

    def choose(self, appearance: Appearance, scale: float) -> None:
        """Change appearance or text scale; every open window follows."""
        if (appearance, scale) != (self._appearance, self._scale):
            self._appearance, self._scale = appearance, scale
            self._dress()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = scheme.name == "Dark"  # `Qt` itself is costly: see ui.shell
        self._dress()

    def _dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._system_is_dark
        return self._appearance is Appearance.DARK

    def _dress(self) -> None:
        self._application.setProperty(_DARK, self._dark())
        self._application.setProperty(_SCALE, self._scale)
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(scaled(tokens.BODY, self._scale))
        self._application.setFont(font)
        self._application.setPalette(palette(colours()))
        if self._wearer is not None:
            self._wearer.setStyleSheet(sheet(colours(), self._scale))
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
            "question": tokens.QUESTION,
            "answer": tokens.ANSWER,
        }.items()
    }
    for name, size in (("body", tokens.BODY), ("answer", tokens.ANSWER)):
        sizes[f"han_{name}"] = f"{round(HAN_LINE * scaled(size, scale))}px"
    sizes["appearance"] = "dark" if colours is tokens.DARK else "light"
    values = colours._asdict() | sizes | {"radius": f"{tokens.RADIUS}px", "hit": f"{tokens.HIT}px"}
    made = SHEET
    for name in sorted(values, key=len, reverse=True):
        made = made.replace(f"${name}", values[name])
    return made
