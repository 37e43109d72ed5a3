from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nqpf_study import paths
from nqpf_study.ui import tokens
from nqpf_study.ui.icons import icon
from nqpf_study.ui.preferences import Appearance
from nqpf_study.ui.style import Look, colours, set_role, sheet
from nqpf_study.ui.tokens import DARK, LIGHT, Colours

BOTH = pytest.mark.parametrize("named", [LIGHT, DARK], ids=["light", "dark"])
UI = Path(tokens.__file__).parent


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@BOTH
def test_text_is_legible_on_every_ground(named: Colours) -> None:
    grounds = (named.window, named.side, named.surface, named.hover, named.pressed)
    for text, ground in product((named.text, named.muted), grounds):
        assert contrast(text, ground) >= 4.5, (text, ground)
    for mark in (named.mark, named.mark_strong, named.bare, named.accent_soft):
        assert contrast(named.text, mark) >= 4.5, mark


@BOTH
def test_coloured_text_is_legible_where_it_stands(named: Colours) -> None:
    for text in (named.accent, named.again, named.hard, named.good, named.easy):
        for ground in (named.window, named.surface, named.accent_soft, named.hover):
            assert contrast(text, ground) >= 4.5, (text, ground)
    for ground in (named.accent, named.accent_hover):
        assert contrast(named.on_accent, ground) >= 4.5


@BOTH
def test_outlines_of_controls_are_seen(named: Colours) -> None:
    grounds = (named.window, named.side, named.surface)
    for line, ground in product((named.border, named.accent, named.mark_line), grounds):
        assert contrast(line, ground) >= 3, (line, ground)
        assert contrast(named.text, ground) >= 3, "the focus of the primary button"
    for ground in (named.surface, named.bare):
        assert contrast(named.bare_line, ground) >= 3, ground


@BOTH
def test_the_sheets_own_pictures_are_seen(named: Colours) -> None:
    pictures = paths.resources() / "icons" / "sheet"
    name = "dark" if named is DARK else "light"
    for arrow in ("chevron-down", "chevron-up"):
        assert contrast(stroke(pictures / f"{arrow}.svg"), named.surface) >= 3
    assert stroke(pictures / f"check-{name}.svg") == named.on_accent


def stroke(picture: Path) -> str:
    found = re.search(r'stroke="(#\w{6})"', picture.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


@BOTH
@pytest.mark.parametrize("scale", tokens.SCALES)
def test_every_name_in_the_style_sheet_is_a_token(named: Colours, scale: float) -> None:
    assert "$" not in sheet(named, scale)


def test_the_files_that_the_style_sheet_names_are_shipped() -> None:
    for named in (LIGHT, DARK):
        for file in re.findall(r"url\(icons:(.*?)\)", sheet(named, 1)):
            assert (paths.resources() / "icons" / file).is_file(), file


def test_every_shipped_icon_is_used_and_every_used_one_shipped() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    shipped = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in said} == set()
    asked = set(re.findall(r'icon\(\s*"([\w-]+)"', said))
    assert asked <= shipped
    assert (paths.resources() / "icons" / "LICENSE").is_file()


@pytest.mark.parametrize("scale", tokens.SCALES)
@pytest.mark.parametrize("role", ["", "answer"])
def test_a_field_has_room_for_chinese(qtbot: QtBot, role: str, scale: float) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(sheet(LIGHT, scale))
    font = window.font()
    font.setPixelSize(tokens.scaled(tokens.BODY, scale))
    field = QLineEdit("新质生产力")
    field.setFont(font)
    set_role(field, role)
    QVBoxLayout(window).addWidget(field)
    window.show()
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    inside = field.style().subElementRect(part, option, field).height()
    layout = QTextLayout(field.text(), field.font())
    layout.beginLayout()
    needed = layout.createLine().height()
    layout.endLayout()
    assert inside >= needed - 1


def test_an_appearance_can_be_chosen_and_open_windows_follow(
    qapp: QApplication, qtbot: QtBot
) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    assert colours() is LIGHT
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)
    look.choose(Appearance.DARK, 1.5)
    assert colours() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    assert label.font().pixelSize() == 21
    look.choose(Appearance.LIGHT, 1.0)


def test_the_systems_colours_are_followed_where_nothing_was_chosen(qapp: QApplication) -> None:
    qapp.setPalette(QPalette(QColor("#202020")))
    look = Look(qapp, Appearance.SYSTEM, 1.0)
    assert colours() is DARK
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert colours() is LIGHT, "a scheme that is not known to be dark is light"
    look.choose(Appearance.LIGHT, 1.0)


def test_windows_that_are_open_follow_the_system_as_it_changes(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """The hints are told by hand: without a desktop their scheme is never known."""
    changed = qapp.styleHints().colorSchemeChanged
    look = Look(qapp, Appearance.SYSTEM, 1.0)
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    text = QPalette.ColorRole.WindowText
    for scheme, named in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        changed.emit(scheme)
        assert colours() is named
        assert label.palette().color(text) == QColor(named.text)
    look.choose(Appearance.LIGHT, 1.0)
    changed.emit(Qt.ColorScheme.Dark)
    assert colours() is LIGHT, "what was chosen stays"
    look.choose(Appearance.SYSTEM, 1.0)
    assert colours() is DARK, "the system's choice was not forgotten"
    look.choose(Appearance.LIGHT, 1.0)


def test_an_icon_is_drawn_in_the_colours_of_the_appearance(qapp: QApplication) -> None:
    look = Look(qapp, Appearance.LIGHT, 1.0)
    picture = icon("check")
    assert strongest(picture.pixmap(QSize(32, 32), 1.0).toImage()) == QColor(LIGHT.text)
    look.choose(Appearance.DARK, 1.0)
    assert strongest(icon("check").pixmap(QSize(32, 32), 1.0).toImage()) == QColor(DARK.text)
    look.choose(Appearance.LIGHT, 1.0)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.usefixtures("qapp")
def test_an_icon_is_as_sharp_as_the_screen(scale: float) -> None:
    drawn = icon("check").pixmap(QSize(24, 24), scale)
    assert drawn.size() == QSize(24, 24) * scale
    assert drawn.devicePixelRatio() == scale


def strongest(image: QImage) -> QColor:
    """Return the colour of the most opaque pixel."""
    pixels = [
        image.pixelColor(across, down)
        for across in range(image.width())
        for down in range(image.height())
    ]
    found = max(pixels, key=lambda pixel: pixel.alpha())
    assert found.alpha() == 255
    return QColor(found.rgb())
